import { css, html, LitElement, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { DevicePreference } from '../../call/media/local-media.js';
import { RoomController } from '../../controllers/room-controller.js';
import type { Translate } from '../../i18n/translate.js';
import { buttons } from '../../styles/button.styles.js';
import { theme } from '../../styles/theme.styles.js';
import { define } from '../define.js';
import './call-check.js';

/** The call that did not work out. */
export interface CheckedCall extends LitElement {
  readonly signaling: string;
  readonly room: string;
  readonly token: string | undefined;
  readonly getToken: (() => Promise<string>) | undefined;
  readonly audio: DevicePreference;
  readonly video: DevicePreference;
  readonly iceServers: RTCIceServer[] | undefined;
  readonly text: Translate;
}

/** Examines, in a dialog above the page, what a call needs. Closing it ends the examination, and gives the focus back. */
export function openCheck(call: CheckedCall): void {
  const dialog = document.createElement('check-dialog');
  dialog.call = call;
  call.renderRoot.append(dialog);
}

/**
 * A `<call-check>` in a dialog.
 *
 * @internal
 */
export class CheckDialog extends LitElement {
  static override styles = [
    theme,
    buttons,
    css`
      dialog {
        box-sizing: border-box;
        inline-size: min(36rem, 100vi - 2rem);
        max-block-size: calc(100vb - 2rem);
        padding: 0.75rem;
        overflow: auto;
        border: 0;
        border-radius: var(--call-radius, 14px);
        background: var(--call-background, light-dark(#f4f5f7, #16181b));
        color: inherit;
      }

      dialog::backdrop {
        background: rgb(0 0 0 / 55%);
      }

      .close {
        display: flex;
        justify-content: end;
      }
    `,
  ];

  readonly #dialog = createRef<HTMLDialogElement>();

  /** Whose devices and server to examine. */
  call: CheckedCall | undefined;

  constructor() {
    super();
    // Draws it anew when the room speaks another language.
    new RoomController(this, () => undefined);
  }

  protected override firstUpdated(): void {
    this.#dialog.value?.showModal();
  }

  protected override render(): TemplateResult {
    const { call } = this;
    if (!call) throw new TypeError('a check dialog needs a call');
    return html`<dialog ${ref(this.#dialog)} aria-label=${call.text('check')} @close=${() => this.remove()}>
      <form method="dialog" class="close"><button part="button">${call.text('dismiss')}</button></form>
      <call-check
        auto-start
        .signaling=${call.signaling}
        .room=${call.token || call.getToken ? call.room : ''}
        .token=${call.token}
        .getToken=${call.getToken}
        .audio=${call.audio}
        .video=${call.video}
        .iceServers=${call.iceServers}
      ></call-check>
    </dialog>`;
  }
}

define('check-dialog', CheckDialog);

declare global {
  interface HTMLElementTagNameMap {
    'check-dialog': CheckDialog;
  }
}
