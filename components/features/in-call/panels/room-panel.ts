import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { PanelName } from '../../../controllers/room-registry.js';
import { translate, type Translate } from '../../../i18n/translate.js';
import { buttons } from '../../../styles/button.styles.js';
import { theme } from '../../../styles/theme.styles.js';
import { icon } from '../icons.js';
import { styles } from './room-panel.styles.js';

/** The parts of a panel, for the `exportparts` of whatever shows one. */
export const PANEL_PARTS = 'panel-title, panel-close, button, icon';

/**
 * A frame with a title and a button that closes it, around whatever a panel holds; with `modal` a dialog above everything.
 * Fires `close` when the person wants it closed, which is then up to its owner.
 *
 * @internal
 */
export class RoomPanel extends LitElement {
  static override styles = [theme, buttons, styles];
  static override properties = {
    name: {},
    modal: { type: Boolean, reflect: true },
    text: { attribute: false },
  };

  /** Which panel it is. */
  name: PanelName = 'chat';
  /** Whether nothing else can be used meanwhile. */
  modal = false;
  /** The texts of the room. */
  text: Translate = translate;

  /** True while something in it has the focus. A dialog's host has no box: for it, Chromium's `:focus-within` never matches. */
  get hasFocus(): boolean {
    return this.contains((this.getRootNode() as Document | ShadowRoot).activeElement);
  }

  /** Focuses what it holds, or else the button that closes it. */
  override focus(options?: FocusOptions): void {
    const [content] = this.children;
    if (content instanceof HTMLElement) content.focus(options);
    if (this.hasFocus) return;
    // Of a dialog that is read, the whole: somebody who uses the keyboard scrolls it.
    this.renderRoot.querySelector<HTMLElement>('button')?.focus(options);
  }

  /** A dialog that is drawn already is opened again where it comes back. */
  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  /** A dialog that is taken away while it is open takes the focus with it. */
  override remove(): void {
    this.renderRoot.querySelector('dialog')?.close();
    super.remove();
  }

  protected override updated(changes: PropertyValues<this>): void {
    super.updated(changes);
    const dialog = this.renderRoot.querySelector('dialog');
    // One that was closed is kept, and may learn another language meanwhile.
    if (dialog && this.isConnected && !dialog.open) dialog.showModal();
  }

  readonly #close = (): void => void this.dispatchEvent(new Event('close'));

  /** Escape closes a panel; whatever stands in it and has a better use for the key takes it (`preventDefault()`). */
  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    this.#close();
  };

  /** A press beside a dialog is one on its backdrop. */
  readonly #onDialogClick = (event: MouseEvent): void => {
    if (event.target === event.currentTarget && event.composedPath()[0] === event.currentTarget) this.#close();
  };

  readonly #onCancel = (event: Event): void => {
    event.preventDefault();
    this.#close();
  };

  protected override render(): TemplateResult {
    const { text } = this;
    const close = text('panel-close');
    const inside = html`<header>
        <h2 id="title" part="panel-title">${text(`panel-${this.name}`)}</h2>
        <button type="button" part="button panel-close" class="round" aria-label=${close} title=${close} @click=${this.#close}>
          ${icon('close')}
        </button>
      </header>
      <div class="content"><slot></slot></div>`;
    return this.modal
      ? html`<dialog aria-labelledby="title" @click=${this.#onDialogClick} @cancel=${this.#onCancel} @keydown=${this.#onKeyDown}>
          <div class="panel">${inside}</div>
        </dialog>`
      : html`<section class="panel" aria-labelledby="title" @keydown=${this.#onKeyDown}>${inside}</section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'room-panel': RoomPanel;
  }
}
