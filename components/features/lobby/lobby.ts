import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { CallErrorEvent } from '../../call/call-events.js';
import { CallError } from '../../call/errors.js';
import type { MediaKind } from '../../call/media/capture.js';
import { permissionStatusOf } from '../../call/media/permissions.js';
import type { RoomElement } from '../../controllers/room-registry.js';
import { LOBBY_ENGLISH } from '../../i18n/lobby-catalogue.js';
import { addEnglish } from '../../i18n/translate.js';
import { defineLevelMeter } from '../devices/level-meter.js';
import { remember } from '../devices/memory.js';
import { Preferences } from '../devices/preferences.js';
import { LobbyDevices } from './lobby-devices.js';
import type { LobbySettings } from './lobby-settings.js';

addEnglish(LOBBY_ENGLISH);
defineLevelMeter();
// A script may be loaded twice.
if (!customElements.get('lobby-devices')) customElements.define('lobby-devices', LobbyDevices);

/** A room whose lobby this is. */
type LobbyRoom = RoomElement & LitElement & { displayName: string };

const KINDS = ['audio', 'video'] as const satisfies readonly MediaKind[];

/**
 * What a lobby has beyond its first frame: the devices that the person wants, as remembered or chosen here, and their way back
 * from a denied permission. The room waits for it before it opens a device, so that a camera that was off stays dark.
 */
export class Lobby {
  /** Resolves once it is known which devices to open. */
  readonly ready: Promise<void>;
  readonly #room: LobbyRoom;
  #watch: AbortController | undefined;
  readonly #load: () => Promise<unknown>;
  #settings: LobbySettings | undefined;
  /** Whether the texts are there, or can't be had. */
  #isSpoken = false;

  /** `load` gives what stands in the dialog of the settings. */
  constructor(room: LobbyRoom, load: () => Promise<unknown>) {
    this.#room = room;
    this.#load = load;
    void this.#learn();
    const { remembered, ready } = Preferences.of(room);
    this.ready = ready;
    const { media } = room.call;
    if (room.state === 'lobby') {
      if (remembered.audio === false && room.audio === 'on') void media.setMicrophone(false);
      if (remembered.video === false && room.video === 'on') void media.setCamera(false);
    }
    this.#rememberName(remembered.name);
    room.call.addEventListener('statechange', () => this.#watchPermissions());
    this.#watchPermissions();
    room.requestUpdate();
  }

  /** What stands below the Join button. */
  render(problems: readonly CallError[]): TemplateResult | typeof nothing {
    // The page has a lobby of its own.
    if (!this.#isSpoken || this.#room.querySelector(':scope > [slot="lobby"]')) return nothing;
    this.#settings?.reword();
    const denied = problems.find(({ code }) => code === 'device-denied-by-user');
    return html`<lobby-devices
      exportparts="device-select, level-meter, guide, button, settings-button, icon"
      .room=${this.#room}
      .text=${this.#room.text}
      .denied=${denied}
      .onSettings=${this.#openSettings}
    ></lobby-devices>`;
  }

  /** The language of the page, from the beginning on or once it changes. */
  async #learn(): Promise<void> {
    const room = this.#room;
    try {
      const { speak, spoken } = await import('../../controllers/language-controller.js');
      speak(room, 'call', 'devices');
      await spoken(room);
    } catch (error) {
      // It could not be loaded: English has to do.
      if (!(error instanceof TypeError)) throw error;
    }
    this.#isSpoken = true;
    room.requestUpdate();
  }

  readonly #openSettings = async (): Promise<void> => {
    try {
      const { LobbySettings } = await import('./lobby-settings.js');
      await (this.#settings ??= new LobbySettings(this.#room, this.#load)).open();
    } catch (cause) {
      const error = new CallError('feature-unavailable', { recoverable: true, cause });
      this.#room.call.dispatchEvent(new CallErrorEvent(error));
    }
  };

  /** A name of another day, where the page gives none and nobody has begun to write one. */
  #rememberName(name: string | undefined): void {
    const room = this.#room;
    if (room.displayName || room.hasAttribute('no-remember')) return;
    const typed = room.renderRoot.querySelector<HTMLInputElement>('input[name="name"]')?.value;
    if (name && !typed) room.displayName = name;
    room.call.addEventListener('statechange', ({ previous, state }) => {
      if (previous === 'lobby' && state === 'joining' && room.displayName && !room.hasAttribute('no-remember')) {
        remember({ name: room.displayName });
      }
    });
  }

  /** As long as this person is here: a browser keeps whoever listens to a permission, and with them the room. */
  #watchPermissions(): void {
    const isHere = this.#room.call.state === 'lobby';
    if (isHere === !!this.#watch) return;
    this.#watch?.abort();
    this.#watch = isHere ? new AbortController() : undefined;
    if (this.#watch) for (const kind of KINDS) void this.#watchPermission(kind, this.#watch.signal);
  }

  /** Once allowed, it goes on; nobody is asked again. Where a browser does not tell, there is the button. */
  async #watchPermission(kind: MediaKind, signal: AbortSignal): Promise<void> {
    const status = await permissionStatusOf(kind);
    const { media } = this.#room.call;
    const onChange = (): void => {
      if (status?.state === 'granted' && !media.track(kind)) void media.start();
    };
    status?.addEventListener('change', onChange, { signal });
  }
}
