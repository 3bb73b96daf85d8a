import { html, nothing, type TemplateResult } from 'lit';
import type { LeaveReason } from '../../call/call-state.js';
import type { CallError, CallErrorCode } from '../../call/errors.js';
import { LATE_ENGLISH } from '../../i18n/late-catalogue.js';
import { addEnglish, errorSentence, type Translate } from '../../i18n/translate.js';
import { icon } from '../icons.js';
import { addStyles } from '../../styles/add-styles.js';
import { styles } from './late-views.styles.js';
import { checkButton, sentence } from './views.js';

export { withoutSolved, withProblem } from './problems.js';

addEnglish(LATE_ENGLISH);

/** Styles these views in the room that they are for. */
export const prepare = (root: Node): void => addStyles(root, styles);

/** Failures that somebody wanted: no connection is to blame, so that there is nothing to check. */
const WANTED: ReadonlySet<CallErrorCode> = new Set(['removed', 'duplicate', 'refused-entry', 'room-locked']);

/** After the call, or instead of it. That a host ended it for all is no failure. */
export const endedView = (
  text: Translate,
  title: string,
  reason: LeaveReason,
  error: CallError | undefined,
  onCheck: () => void,
  onJoin: () => void,
): TemplateResult => {
  const isKind = !error && reason === 'ended';
  return html`<div part="status" class="center">
    <slot name="ended">
      <h2>${title}</h2>
      ${isKind ? html`<p id="why">${text(reason)}</p>` : error ? sentence(error, text) : nothing}
      <button type="button" part="button" class="first primary" aria-describedby=${isKind ? 'why' : nothing} @click=${onJoin}>
        ${text('join-again')}
      </button>
      ${error && !WANTED.has(error.code) ? checkButton(text, onCheck) : nothing}
    </slot>
  </div>`;
};

/** The tag lacks something that a call needs. */
export const misconfiguredView = (text: Translate, error: CallError): TemplateResult =>
  html`<div class="center">${sentence(error, text)}</div>`;

/** What floats above the stage. */
export interface NoticesView {
  text: Translate;
  alone: boolean;
  reconnecting: boolean;
  blocked: boolean;
  problems: readonly CallError[];
  nameOf: (error: CallError) => string | undefined;
  onHear: () => void;
  onDismiss: (error: CallError) => void;
}

/** What a person should know while the call goes on. */
export function noticesView({
  text,
  alone,
  reconnecting,
  blocked,
  problems,
  nameOf,
  onHear,
  onDismiss,
}: NoticesView): TemplateResult {
  return html`<div class="notices">
    ${
      reconnecting
        ? html`<div part="status" class="notice">
            <div class="spinner"></div>
            ${text('reconnecting')}
          </div>`
        : nothing
    }
    ${
      blocked
        ? html`<button type="button" part="button" class="notice primary" @click=${onHear}>
            ${icon('sound')}${text('hear')}
          </button>`
        : nothing
    }
    ${problems.map(
      (error) =>
        html`<div part="error" class="notice" role="alert">
          ${errorSentence(error, text, nameOf(error))}
          <button type="button" part="button" class="round" aria-label=${text('dismiss')} @click=${() => onDismiss(error)}>
            ${icon('close')}
          </button>
        </div>`,
    )}
    ${
      alone
        ? html`<div part="status" class="notice empty">
            <slot name="empty"><strong>${text('first')}</strong><span>${text('first-hint')}</span></slot>
          </div>`
        : nothing
    }
  </div>`;
}
