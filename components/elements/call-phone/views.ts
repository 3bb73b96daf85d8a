import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { IncomingCall } from '../../call/ringing/incoming-call.js';
import type { RingingCall } from '../../call/ringing/ringing-call.js';
import { hueOf } from '../../controllers/hue.js';
import { initials } from '../../controllers/initials.js';
import { durationOf } from '../../i18n/duration.js';
import type { RingingTranslate } from '../../i18n/ringing-catalogue.js';
import type { MissedCall } from './missed-call.js';
import { callerName } from './names.js';
import { phoneIcon } from './phone-icons.js';

/** What a template may be. */
type View = TemplateResult | typeof nothing;

/** The most that may be said with a decline, in UTF-16 code units, as the protocol bounds it. */
const MOST_WORDS = 256;

/** A disc with the initials of a name, around which it rings. */
const face = (name: string): TemplateResult =>
  html`<div part="avatar" class="face calling" .style=${`--_hue: ${hueOf(name)}`} aria-hidden="true">
    ${initials(name) || phoneIcon('handset')}
  </div>`;

/** Whether one can be called. */
export type LineState = 'online' | 'busy' | 'away' | 'connecting' | 'offline' | 'failed';

/** What the head of the card tells. */
export interface HeadView {
  text: RingingTranslate;
  /** Who one is here. */
  name: string;
  /** How the line stands, in a word and a sentence. */
  line: LineState;
  sentence: string;
  status: 'available' | 'away';
  onStatus: (status: 'available' | 'away') => void;
}

/** Who one is, whether one can be reached, and the switch for that. */
export function headView({ text, name, line, sentence, status, onStatus }: HeadView): TemplateResult {
  const choice = (value: 'available' | 'away'): TemplateResult =>
    html`<label part="status-button ${value}" class=${value}>
      <input type="radio" name="status" value=${value} .checked=${status === value} @change=${() => onStatus(value)} />
      <span>${text(value)}</span>
    </label>`;
  return html`<header>
    <div class="who">
      <h2 part="title"><bdi>${name}</bdi></h2>
      <p part="line" class="line ${line}"><span class="dot"></span><span>${sentence}</span></p>
    </div>
    <fieldset part="status" class="switch">
      <legend class="said">${text('status')}</legend>
      ${choice('available')}${choice('away')}
    </fieldset>
  </header>`;
}

/** What a call that rings shows, and what may be done with it. */
export interface IncomingView {
  text: RingingTranslate;
  call: IncomingCall;
  /** Another call goes on; answering this one ends it. */
  isWaiting: boolean;
  onAccept: (video: boolean) => void;
  onDecline: (words?: string) => void;
}

/** Somebody calls. */
export function incomingView({ text, call, isWaiting, onAccept, onDecline }: IncomingView): TemplateResult {
  const name = callerName(call, text);
  const [caller, about] = [`caller-${call.id}`, `about-${call.id}`];
  return html`<article part="incoming" class="panel incoming" aria-labelledby=${caller}>
    ${face(call.remoteName)}
    <div class="words">
      <p id=${about} class="kind">
        ${phoneIcon(call.video ? 'camera' : 'handset')}${text(call.video ? 'video-call' : 'voice-call')}
      </p>
      <h3 part="caller" id=${caller}><bdi>${name}</bdi></h3>
      ${callerMark(call, text)}
    </div>
    ${subjectView(call.subject)}
    <div class="actions" role="group" aria-labelledby=${caller}>
      <button
        type="button"
        part="button accept-button"
        class="accept"
        aria-describedby=${`${caller} ${about}`}
        @click=${() => onAccept(call.video)}
      >
        ${phoneIcon(call.video ? 'camera' : 'handset')}<span>${text(isWaiting ? 'accept-ending' : 'accept')}</span>
      </button>
      <button
        type="button"
        part="button decline-button"
        class="danger decline"
        aria-describedby=${caller}
        @click=${() => onDecline()}
      >
        ${phoneIcon('handset', 'down')}<span>${text('decline')}</span>
      </button>
      ${
        call.video
          ? html`<button
              type="button"
              part="button accept-audio-button"
              class="accept-audio"
              aria-describedby=${caller}
              @click=${() => onAccept(false)}
            >
              ${phoneIcon('handset')}<span>${text('accept-audio')}</span>
            </button>`
          : nothing
      }
    </div>
    ${declineView(text, onDecline)}
  </article>`;
}

/** Says that the name is vouched for, or, as quietly as that may be, that it is not. */
function callerMark({ trusted, remoteName }: RingingCall, text: RingingTranslate): View {
  if (trusted) return html`<p class="mark vouched">${phoneIcon('vouched')}${text('name-trusted')}</p>`;
  return remoteName.trim() ? html`<p class="mark">${text('name-claimed')}</p>` : nothing;
}

const subjectView = (subject: string | undefined): View =>
  subject?.trim() ? html`<p part="subject" class="subject"><bdi>${subject}</bdi></p>` : nothing;

/** A few words to decline with: ready ones by one press, or one's own. */
function declineView(text: RingingTranslate, onDecline: (words: string) => void): TemplateResult {
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { elements } = event.target as HTMLFormElement;
    onDecline((elements.namedItem('words') as HTMLInputElement).value.trim());
  };
  const ready = [text('decline-later'), text('decline-meeting'), text('decline-write')];
  return html`<details class="decline-with">
    <summary>${text('decline-with')}</summary>
    <div class="ready">
      ${ready.map(
        (words) => html`<button type="button" part="button" class="small" @click=${() => onDecline(words)}>${words}</button>`,
      )}
    </div>
    <form @submit=${onSubmit}>
      <label><span>${text('decline-message')}</span><input name="words" maxlength=${MOST_WORDS} autocomplete="off" /></label>
      <button part="button" class="small danger">${text('decline')}</button>
    </form>
  </details>`;
}

/** Somebody is called from here. */
export function dialingView(text: RingingTranslate, call: RingingCall, sentence: string): TemplateResult {
  const name = call.remoteName.trim() || call.to;
  return html`<article part="outgoing" class="panel outgoing" aria-label=${name}>
    ${face(name)}
    <div class="words">
      <h3 part="caller"><bdi>${name}</bdi></h3>
      <p part="state" class="kind">${sentence}</p>
    </div>
    <div class="actions">
      <button type="button" part="button cancel-button" class="danger cancel" @click=${() => call.hangUp()}>
        ${phoneIcon('handset', 'down')}<span>${text('cancel')}</span>
      </button>
    </div>
  </article>`;
}

/** A call that goes on. */
export interface RunningView {
  text: RingingTranslate;
  call: RingingCall;
  name: string;
  room: TemplateResult;
}

/** Two talk, or are about to. */
export function runningView({ text, call, name, room }: RunningView): TemplateResult {
  const { connectedAtMs } = call;
  return html`<section part="call" class="running" tabindex="-1" aria-label=${text('call-with', { name })}>
    <div class="bar">
      <h3 part="caller"><bdi>${name}</bdi></h3>
      ${
        connectedAtMs === undefined
          ? html`<p part="state" class="kind">${text('connecting')}</p>`
          : html`<p part="timer" class="timer" role="timer">${durationOf(Date.now() - connectedAtMs)}</p>`
      }
    </div>
    ${keyed(call.id, room)}
  </section>`;
}

/** How a call ended, with a button that makes the sentence go. */
export const endedView = (sentence: string, dismiss: string, onDismiss: () => void): TemplateResult =>
  html`<div part="ended" class="notice">
    <p>${sentence}</p>
    <button type="button" part="button" class="round" aria-label=${dismiss} title=${dismiss} @click=${onDismiss}>
      ${phoneIcon('close')}
    </button>
  </div>`;

/** The list of missed calls. */
export interface MissedView {
  text: RingingTranslate;
  missed: readonly MissedCall[];
  /** False while there is no way to call back. */
  canCall: boolean;
  onCallBack: (missed: MissedCall) => void;
  onClear: () => void;
}

/** Who called in vain. */
export function missedView({ text, missed, canCall, onCallBack, onClear }: MissedView): View {
  if (missed.length === 0) return nothing;
  return html`<section part="missed" class="missed" aria-labelledby="missed-title">
    <div class="bar">
      <h3 id="missed-title">${`${text('missed')} `}<span class="count">${missed.length}</span></h3>
      <button type="button" part="button clear-button" class="small" @click=${onClear}>${text('clear')}</button>
    </div>
    <ol role="list">
      ${missed.map((one) => {
        const name = callerName(one, text);
        const id = `missed-${one.id}`;
        return html`<li part="missed-call">
          <p class="name" id=${id}>${phoneIcon('missed')}<bdi>${name}</bdi></p>
          <p class="when">
            <bdi><time datetime=${new Date(one.endedAtMs).toISOString()}>${timeOf(one.endedAtMs)}</time></bdi>
          </p>
          ${subjectView(one.subject)}
          ${
            one.user === undefined
              ? nothing
              : html`<button
                  type="button"
                  part="button call-back-button"
                  class="small"
                  aria-describedby=${id}
                  ?disabled=${!canCall}
                  @click=${() => onCallBack(one)}
                >
                  ${text('call-back')}
                </button>`
          }
        </li>`;
      })}
    </ol>
  </section>`;
}

/** The time of day; with the date, if that was not today. As the person's browser writes them. */
function timeOf(milliseconds: number): string {
  const date = new Date(milliseconds);
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday
    ? date.toLocaleTimeString([], { timeStyle: 'short' })
    : date.toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
}
