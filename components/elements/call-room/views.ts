import { html, nothing, type TemplateResult } from 'lit';
import type { CallError } from '../../call/errors.js';
import type { Participant } from '../../call/participant.js';
import { errorSentence, type Translate } from '../../i18n/translate.js';
import { CONTROLS_PARTS } from '../call-controls/call-controls.js';
import { TILE_PARTS, type CallTile } from '../call-tile/call-tile.js';

/** What a template may be. */
export type View = TemplateResult | typeof nothing;

/** Tells of a failure. */
export const sentence = (error: CallError, text: Translate, subject?: string): TemplateResult =>
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
  /** What else stands there, once it is loaded. */
  more: View | undefined;
  onJoin: (name: string) => void;
}

/** Before the call: own picture, name, Join. */
export function lobbyView({ text, name, local, problems, controls, listening, more, onJoin }: LobbyView): TemplateResult {
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
        ${more}
      </form>
    </slot>
  </div>`;
}

/** A way to find out what went wrong. */
export const checkButton = (text: Translate, onCheck: () => void): TemplateResult =>
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
    ${error && error.code !== 'signaling-waiting' ? checkButton(text, onCheck) : nothing}
  </div>`;

/** Everybody in a grid, and what stands beside it. */
export const gridView = (text: Translate, tiles: readonly CallTile[], beside: View): TemplateResult =>
  html`<div class="middle">
    <div part="grid" class="grid" role="list" aria-label=${text('people')}>${tiles}</div>
    ${beside}
  </div>`;
