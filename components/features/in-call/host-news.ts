import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Moderation } from '../../call/extras/moderation/moderation.js';
import { CallErrorEvent } from '../../call/call-events.js';
import { CallError } from '../../call/errors.js';
import { roomsChanged, type RoomElement } from '../../controllers/room-registry.js';
import { CallMuteRequestEvent } from '../../events/call-mute-request.js';
import { nameOf } from '../../i18n/names.js';
import { PEOPLE_ENGLISH } from '../../i18n/people-catalogue.js';
import { addEnglish } from '../../i18n/translate.js';
import type { PanelHost } from './panels/panel-host.js';
import { QuietNews } from './quiet-news.js';
import { KNOCK_PARTS, KnockNotice } from './waiting/knock-notice.js';

addEnglish(PEOPLE_ENGLISH);
// A script may be loaded twice.
if (!customElements.get('knock-notice')) customElements.define('knock-notice', KnockNotice);

/** Tells people who asks to be let in, and by whom they were muted, whether or not a list of people is open. */
export class HostNews {
  readonly #room: RoomElement & LitElement;
  readonly #panels: PanelHost;
  /** By name: whoever waits over a bad network knocks anew each time, as somebody else. */
  readonly #knocks = new QuietNews();
  #moderation: Moderation | undefined;

  constructor(room: RoomElement & LitElement, panels: PanelHost) {
    this.#room = room;
    this.#panels = panels;
    room.call.extras().then(
      ({ moderation }) => this.#follow(moderation),
      // The call has told of it already.
      (error: unknown) => {
        if (!(error instanceof CallError)) {
          room.call.dispatchEvent(new CallErrorEvent(new CallError('feature-unavailable', { recoverable: true, cause: error })));
        }
      },
    );
  }

  /** How many ask to be let in, by this person if they are a host. */
  get waiting(): number {
    return this.#moderation?.waiting.length ?? 0;
  }

  /** The notice of those who wait, unless the list of people is open, which has them. */
  render(): TemplateResult | typeof nothing {
    const moderation = this.#moderation;
    const panels = this.#panels;
    if (!moderation?.waiting.length || panels.open === 'people') return nothing;
    return html`<knock-notice
      exportparts=${KNOCK_PARTS}
      .moderation=${moderation}
      .waiting=${moderation.waiting}
      .text=${this.#room.text}
      .onList=${panels.has('people') ? () => panels.show('people') : undefined}
    ></knock-notice>`;
  }

  /** For the life of both: neither outlives the other. */
  #follow(moderation: Moderation): void {
    const room = this.#room;
    this.#moderation = moderation;
    moderation.addEventListener('change', () => {
      room.requestUpdate();
      // Bars count who waits.
      roomsChanged();
    });
    moderation.addEventListener('knock', ({ visitor }) => {
      const name = nameOf(visitor.name, room.text);
      this.#knocks.tell(name, true, () => room.say('said-knock', { name }));
    });
    moderation.addEventListener('muterequest', (request) => {
      const { participant } = request;
      if (!room.dispatchEvent(new CallMuteRequestEvent(participant))) return request.preventDefault();
      room.say('said-muted-by', { name: nameOf(participant.displayName, room.text) });
    });
    room.requestUpdate();
    roomsChanged();
  }
}
