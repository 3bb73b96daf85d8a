import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { RoomController } from '../../../controllers/room-controller.js';
import { theme } from '../../../styles/theme.styles.js';
import type { Shortcuts } from './shortcuts.js';

/**
 * Which key does what, and whether they do.
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
      label {
        display: flex;
        align-items: center;
        gap: 12px;
        min-block-size: 44px;
        font-weight: 600;
      }
      input {
        flex: none;
        inline-size: 20px;
        block-size: 20px;
        margin: 0;
        accent-color: var(--_accent);
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
  };

  readonly #room = new RoomController(this, () => undefined);

  /** What to show. */
  shortcuts: Shortcuts | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const { shortcuts } = this;
    const { text } = this.#room;
    if (!shortcuts) return nothing;
    return html`<label>
        <input type="checkbox" aria-describedby="hint" .checked=${shortcuts.on} @change=${this.#onChange} />
        <span>${text('shortcuts-on')}</span>
      </label>
      <p id="hint">${text('shortcuts-hint')}</p>
      <dl>
        ${shortcuts.list.map(
          ({ key, keyName, label }) =>
            html`<dt><kbd>${keyName ? text(keyName) : key.toUpperCase()}</kbd></dt>
              <dd>${text(label)}</dd>`,
        )}
      </dl>`;
  }

  readonly #onChange = ({ currentTarget }: Event): void => {
    if (this.shortcuts) this.shortcuts.on = (currentTarget as HTMLInputElement).checked;
  };
}

/** A list of these. */
export function makeShortcutsList(shortcuts: Shortcuts): ShortcutsList {
  // A script may be loaded twice.
  if (!customElements.get('shortcuts-list')) customElements.define('shortcuts-list', ShortcutsList);
  return Object.assign(document.createElement('shortcuts-list'), { shortcuts });
}

declare global {
  interface HTMLElementTagNameMap {
    'shortcuts-list': ShortcutsList;
  }
}
