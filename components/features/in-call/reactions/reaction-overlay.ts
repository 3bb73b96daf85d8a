import { html, LitElement, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import { theme } from '../../../styles/theme.styles.js';
import { styles } from './reaction-overlay.styles.js';

/** How many are shown at once; the oldest goes first. */
const MOST = 24;

/** One that rises. */
interface Rising {
  readonly key: number;
  readonly emoji: string;
  readonly name: string;
  /** Where along the lower edge, in percent. */
  readonly place: number;
}

/**
 * Reactions that rise over the people, each with a name, and fade. Takes no press. Of decoration only: the room says the
 * same in words.
 *
 * @internal
 */
export class ReactionOverlay extends LitElement {
  static override styles = [theme, styles];
  static override properties = {
    rising: { attribute: false },
  };

  private rising: readonly Rising[] = [];
  #count = 0;

  /** Lets one rise. */
  show(emoji: string, name: string): void {
    const key = (this.#count += 1);
    // The golden ratio spreads any number of them without two beside each other.
    const place = 6 + ((key * 0.618_034) % 1) * 76;
    this.rising = [...this.rising, { key, emoji, name, place }].slice(-MOST);
  }

  #end(key: number): void {
    this.rising = this.rising.filter((one) => one.key !== key);
  }

  protected override render(): TemplateResult {
    return html`${repeat(
      this.rising,
      ({ key }) => key,
      ({ key, emoji, name, place }) =>
        html`<div
          part="reaction"
          class="reaction"
          aria-hidden="true"
          style=${styleMap({ '--_place': `${place}%` })}
          @animationend=${() => this.#end(key)}
        >
          <span class="emoji">${emoji}</span><bdi class="who">${name}</bdi>
        </div>`,
    )}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reaction-overlay': ReactionOverlay;
  }
}
