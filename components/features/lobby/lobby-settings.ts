import type { LitElement } from 'lit';
import { speak, spoken } from '../../controllers/language-controller.js';
import type { RoomElement } from '../../controllers/room-registry.js';
import { CONTROLS_ENGLISH } from '../../i18n/controls-catalogue.js';
import { addEnglish } from '../../i18n/translate.js';
import { PanelHost } from '../in-call/panels/panel-host.js';

addEnglish(CONTROLS_ENGLISH);

/** The settings above a lobby, in a dialog as in the call. */
export class LobbySettings {
  readonly #room: RoomElement & LitElement;
  readonly #panels: PanelHost;

  /** `load` gives what stands in the dialog. */
  constructor(room: RoomElement & LitElement, load: () => Promise<unknown>) {
    this.#room = room;
    this.#panels = new PanelHost(room, { settings: load });
    // The title of the dialog is one of these.
    speak(room, 'call', 'in-call');
    // The call has settings of its own.
    room.call.addEventListener('statechange', () => this.#panels.show(undefined));
  }

  /** Opens them, if it is the lobby still once their words are there. */
  async open(): Promise<void> {
    await spoken(this.#room);
    if (this.#room.state === 'lobby') this.#panels.show('settings');
  }

  /** The room's words may be others. */
  reword(): void {
    this.#panels.render();
  }
}
