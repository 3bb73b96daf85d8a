import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Participant } from '../../../call/participant.js';
import type { RoomElement } from '../../../controllers/room-registry.js';
import { addStyles } from '../../../styles/add-styles.js';
import { icon } from '../icons.js';
import { styles } from './hand-offer.styles.js';

/** Whoever has spoken for so long with a raised hand, in ms and in all, was called on: less may have been a cough. */
const SPOKEN = 2000;

/**
 * Offers to lower the hand of somebody who has had their say, and may have forgotten it; once for each time that it is raised.
 * Takes no focus by itself.
 */
export class HandOffer {
  readonly #room: RoomElement & LitElement;
  readonly #lower: () => void;
  #isOpen = false;
  /** The person has been asked. */
  #isDone = false;
  /** How long they have spoken since the hand is up, in ms, until they last began; and when that was, while they speak. */
  #spoken = 0;
  #since: number | undefined;

  constructor(room: RoomElement & LitElement, lower: () => void) {
    this.#room = room;
    this.#lower = lower;
  }

  /** Takes note of how this person is now. */
  follow({ handRaisedAt, speaking }: Participant): void {
    if (handRaisedAt === undefined) {
      this.#spoken = 0;
      this.#since = undefined;
      this.#isDone = false;
      this.#close();
    } else if (speaking) {
      this.#since ??= performance.now();
    } else if (this.#since !== undefined) {
      this.#spoken += performance.now() - this.#since;
      this.#since = undefined;
      if (this.#spoken >= SPOKEN) this.#open();
    }
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#isOpen) return nothing;
    const { renderRoot, text } = this.#room;
    addStyles(renderRoot, styles);
    const dismiss = text('dismiss');
    return html`<div part="hand-notice" class="hand-offer" role="group" aria-labelledby="hand-offer" @keydown=${this.#onKeyDown}>
      <span id="hand-offer">${text('said-hand-still-raised')}</span>
      <button type="button" part="button" class="primary" @click=${this.#lower}>${text('control-hand-lower')}</button>
      <button type="button" part="button" class="round dismiss" aria-label=${dismiss} title=${dismiss} @click=${this.#close}>
        ${icon('close')}
      </button>
    </div>`;
  }

  #open(): void {
    if (this.#isDone) return;
    this.#isDone = this.#isOpen = true;
    this.#room.say('said-hand-still-raised');
    this.#room.requestUpdate();
  }

  readonly #close = (): void => {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    if (this.#room.renderRoot.querySelector('.hand-offer')?.matches(':focus-within')) this.#giveBack();
    this.#room.requestUpdate();
  };

  /** To the button that does the same, before the one that has the focus is gone. */
  #giveBack(): void {
    const bar = this.#room.renderRoot.querySelector<HTMLElement>('call-controls');
    const button = bar?.shadowRoot?.querySelector<HTMLElement>('#hand-button, #more-button');
    (button ?? bar)?.focus();
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#close();
  };
}
