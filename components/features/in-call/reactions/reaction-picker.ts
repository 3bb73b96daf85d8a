import { html, nothing, type TemplateResult } from 'lit';
import type { Reactions } from '../../../call/extras/reactions.js';
import type { ControlBar, RoomElement } from '../../../controllers/room-registry.js';
import { Menu } from '../controls/menu.js';

/**
 * The signs that there are, in a row above the button that opens it; that of the menu, where the button is in there. Stays open
 * until somebody closes it, as applause is more than one press.
 */
export class ReactionPicker {
  readonly #room: RoomElement;
  readonly #row: Menu;

  constructor(bar: ControlBar, room: RoomElement) {
    this.#room = room;
    this.#row = new Menu(bar, 'reactions', 'more');
  }

  get isOpen(): boolean {
    return this.#row.isOpen;
  }

  /** Opens, or closes. */
  readonly toggle = (): void => this.#row.toggle();

  /** Closes; the button gets the focus back if this had it. */
  close(): void {
    this.#row.close();
  }

  render(reactions: Reactions | undefined): TemplateResult | typeof nothing {
    if (!this.isOpen || !reactions) return nothing;
    const { text } = this.#room;
    return html`<div
      id="reactions"
      part="reaction-picker"
      class="menu signs"
      role="toolbar"
      aria-label=${text('control-reactions')}
      popover="manual"
      @keydown=${this.#row.onKeyDown}
    >
      ${reactions.emojis.map((emoji) => {
        const label = text(`reaction-${emoji}`);
        return html`<button
          type="button"
          part="button"
          class="round sign"
          aria-label=${label}
          title=${label}
          tabindex="-1"
          @click=${() => reactions.send(emoji)}
        >
          ${emoji}
        </button>`;
      })}
    </div>`;
  }
}
