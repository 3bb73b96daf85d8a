import { css, html, LitElement, type TemplateResult } from 'lit';
import { translate, type Translate } from '../../../i18n/translate.js';
import { theme } from '../../../styles/theme.styles.js';
import type { Shortcut } from './shortcut.js';

/**
 * Which key does what.
 *
 * @internal
 */
export class ShortcutsList extends LitElement {
  static override styles = [
    theme,
    css`
      :host {
        display: block;
        padding-inline: 16px;
        padding-block: 4px 20px;
        overflow: auto;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        align-items: center;
        gap: 12px 16px;
        margin: 0;
      }
      dt {
        justify-self: start;
      }
      dd {
        margin: 0;
      }
      kbd {
        display: inline-grid;
        place-items: center;
        min-inline-size: 32px;
        min-block-size: 30px;
        padding: 0 8px;
        border: 1px solid color-mix(in srgb, var(--_text) 30%, transparent);
        border-block-end-width: 3px;
        border-radius: 8px;
        background: var(--_surface);
        font: inherit;
        font-size: 0.9em;
        font-weight: 600;
      }
      p {
        margin: 0;
        margin-block-end: 16px;
        color: var(--_dim);
      }
    `,
  ];
  static override properties = {
    shortcuts: { attribute: false },
    text: { attribute: false },
  };

  /** What to show. */
  shortcuts: readonly Shortcut[] = [];
  /** The texts of the room. */
  text: Translate = translate;

  protected override render(): TemplateResult {
    const { text } = this;
    return html`<p>${text('shortcuts-hint')}</p>
      <dl>
        ${this.shortcuts.map(
          ({ key, keyName, label }) =>
            html`<dt><kbd>${keyName ? text(keyName) : key.toUpperCase()}</kbd></dt>
              <dd>${text(label)}</dd>`,
        )}
      </dl>`;
  }
}

/** A list of these. */
export function makeShortcutsList(shortcuts: readonly Shortcut[], text: Translate): ShortcutsList {
  // A script may be loaded twice.
  if (!customElements.get('shortcuts-list')) customElements.define('shortcuts-list', ShortcutsList);
  return Object.assign(document.createElement('shortcuts-list'), { shortcuts, text });
}

declare global {
  interface HTMLElementTagNameMap {
    'shortcuts-list': ShortcutsList;
  }
}
