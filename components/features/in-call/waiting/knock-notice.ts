import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Moderation } from '../../../call/extras/moderation/moderation.js';
import { nameOf } from '../../../i18n/names.js';
import { translate, type Translate } from '../../../i18n/translate.js';
import { buttons } from '../../../styles/button.styles.js';
import { theme } from '../../../styles/theme.styles.js';
import { styles } from './knock-notice.styles.js';

/** One of those who ask to be let in. */
type Visitor = Moderation['waiting'][number];

/** The parts of this notice, for the `exportparts` of whatever shows it. */
export const KNOCK_PARTS = 'knock, knock-text, button';

/**
 * Tells a host who asks to be let in, and lets them decide at once. All who wait are in one notice. It takes no focus, and keeps
 * the one that it has.
 *
 * @internal
 */
export class KnockNotice extends LitElement {
  static override styles = [theme, buttons, styles];
  static override properties = {
    moderation: { attribute: false },
    waiting: { attribute: false },
    onList: { attribute: false },
    text: { attribute: false },
  };

  /** Does what is decided. */
  moderation: Moderation | undefined;
  /** Who waits, in the order in which they came; at least one. */
  waiting: readonly Visitor[] = [];
  /** Shows all of them, where there is a list. */
  onList: (() => void) | undefined;
  /** The texts of the room. */
  text: Translate = translate;
  #hadFocus = false;

  protected override willUpdate(): void {
    this.#hadFocus = this.matches(':focus-within');
  }

  protected override updated(changes: PropertyValues<this>): void {
    super.updated(changes);
    // The button that had the focus may be one that there is not for several.
    if (this.#hadFocus && !this.shadowRoot?.activeElement) this.renderRoot.querySelector('button')?.focus();
  }

  #button(label: string, run: () => void, kind: 'primary' | 'plain', name?: string): TemplateResult {
    return html`<button type="button" part="button" class=${kind} aria-label=${name ?? nothing} @click=${run}>${label}</button>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { moderation, text, waiting, onList } = this;
    const [first, ...more] = waiting;
    if (!first || !moderation) return nothing;
    const name = nameOf(first.name, text);
    // Whoever comes while the host aims for the button is not let in with the others.
    const admit = (): void => waiting.forEach(({ id }) => moderation.admit(id));
    return html`<div part="knock" class="notice" role="group" aria-labelledby="who">
      <p id="who" part="knock-text">
        ${more.length ? text('people-knocks', { name, count: more.length }) : text('said-knock', { name })}
      </p>
      <span class="acts">
        ${
          more.length
            ? this.#button(text('people-admit-all'), admit, 'primary')
            : this.#button(text('people-admit'), admit, 'primary', text('people-admit-named', { name }))
        }
        ${
          more.length
            ? nothing
            : this.#button(
                text('people-refuse'),
                () => moderation.refuse(first.id),
                'plain',
                text('people-refuse-named', { name }),
              )
        }
        ${onList ? this.#button(text('people-show-list'), onList, 'plain') : nothing}
      </span>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'knock-notice': KnockNotice;
  }
}
