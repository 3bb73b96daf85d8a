import { html, nothing, type TemplateResult } from 'lit';
import type { CallError } from '../../call/errors.js';
import type { Participant } from '../../call/participant.js';
import { errorSentence, type Translate } from '../../i18n/translate.js';
import { CONTROLS_PARTS } from '../call-controls/call-controls.js';
import { TILE_PARTS, type CallTile } from '../call-tile/call-tile.js';
import { icon } from '../icons.js';

/** What a template may be. */
type View = TemplateResult | typeof nothing;

const sentence = (error: CallError, text: Translate, subject?: string): TemplateResult =>
  html`<p part="error" class="error" role="alert">${errorSentence(error, text, subject)}</p>`;

/** The control bar; nothing when `controls` is an empty list. */
export const bar = (controls: string | undefined): View =>
  controls?.trim() === ''
    ? nothing
    : html`<call-controls class="bar" exportparts=${CONTROLS_PARTS} .controls=${controls}></call-controls>`;

/** What the lobby shows. */
export interface LobbyView {
  text: Translate;
  name: string;
  /** Whose picture to show; undefined without a preview. */
  local: Participant | undefined;
  problems: readonly CallError[];
  controls: string | undefined;
  /** Neither heard nor seen, for want of a device. */
  listening: boolean;
  onJoin: (name: string) => void;
}

/** Before the call: own picture, name, Join. */
export function lobbyView({ text, name, local, problems, controls, listening, onJoin }: LobbyView): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { elements } = event.target as HTMLFormElement;
    onJoin((elements.namedItem('name') as HTMLInputElement).value.trim());
  };
  return html`<div part="lobby" class="lobby">
    <slot name="lobby">
      ${
        local
          ? html`<div class="preview">
              <call-tile part="tile" exportparts=${TILE_PARTS} mirror untagged .participant=${local} .text=${text}></call-tile>
              ${bar(controls)}
            </div>`
          : nothing
      }
      <form @submit=${submit}>
        <h2>${text('lobby-title')}</h2>
        <label>${text('name')}<input class="first" name="name" autocomplete="name" maxlength="64" .value=${name} /></label>
        ${problems.map((error) => sentence(error, text))}
        <button part="button" class="primary">${text(listening ? 'join-listening' : 'join')}</button>
      </form>
    </slot>
  </div>`;
}

/** A way to find out what went wrong. */
const checkButton = (text: Translate, onCheck: () => void): TemplateResult =>
  html`<button type="button" part="button" @click=${onCheck}>${text('check')}</button>`;

/** On the way into the room; `error` tells that this is taking its time, and why. */
export const joiningView = (
  text: Translate,
  error: CallError | undefined,
  onCheck: () => void,
  onCancel: () => void,
): TemplateResult =>
  html`<div part="status" class="center joining">
    <div class="spinner"></div>
    <h2>${text('joining')}</h2>
    ${error ? sentence(error, text) : nothing}
    <button type="button" part="button" class="first" @click=${onCancel}>${text('cancel')}</button>
    ${error ? checkButton(text, onCheck) : nothing}
  </div>`;

/** Everybody in a grid. */
export const gridView = (text: Translate, tiles: readonly CallTile[]): TemplateResult =>
  html`<div part="grid" class="grid" role="list" aria-label=${text('people')}>${tiles}</div>`;

/** After the call, or instead of it. */
export const endedView = (
  text: Translate,
  title: string,
  error: CallError | undefined,
  onCheck: () => void,
  onJoin: () => void,
): TemplateResult =>
  html`<div part="status" class="center">
    <slot name="ended">
      <h2>${title}</h2>
      ${error ? sentence(error, text) : nothing}
      <button type="button" part="button" class="first primary" @click=${onJoin}>${text('join-again')}</button>
      ${error ? checkButton(text, onCheck) : nothing}
    </slot>
  </div>`;

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
