import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CallError } from '../../call/errors.js';
import { placeCall, type OutgoingCall, type PlaceCallOptions } from '../../call/ringing/outgoing-call.js';
import { isAnswered, type RingState } from '../../call/ringing/ring-state.js';
import { RINGING_TIMING } from '../../call/ringing/timing.js';
import { speak } from '../../controllers/language-controller.js';
import { learn, type Words } from '../../controllers/learn.js';
import { SaidController } from '../../controllers/said-controller.js';
import { SecondsController } from '../../controllers/seconds-controller.js';
import { CallAcceptedEvent } from '../../events/call-accepted.js';
import { CallEndedEvent } from '../../events/call-ended.js';
import { CallErrorEvent } from '../../events/call-error.js';
import { CallRingingEvent } from '../../events/call-ringing.js';
import { Tone } from '../../features/ringing/sounds/tone.js';
import { durationOf } from '../../i18n/duration.js';
import { ringingTranslator, standingOf, type RingingMessageKey } from '../../i18n/ringing-catalogue.js';
import { errorSentence, hasSentences, loadSentences, translator } from '../../i18n/translate.js';
import { buttons } from '../../styles/button.styles.js';
import { theme } from '../../styles/theme.styles.js';
import { parseChoice, parseIceServers, warn } from '../attributes.js';
import '../call-room/call-room.js';
import { define } from '../define.js';
import { HANDSET } from '../handset.js';
import { ROOM_PARTS } from '../room-parts.js';
import type { CallButton, CallButtonOptions } from './call-button.js';
import { styles } from './call-panel.styles.js';

/** Whom a {@link CallPanel} tells what the button has to show. */
export interface PanelListener {
  onState: (state: RingState) => void;
  /** It is gone. Told once. */
  onClose: () => void;
}

/** What a page may put in the place of a text: the slot, by the state that shows it. */
const SLOTS: Readonly<Partial<Record<RingState, string>>> = {
  inviting: 'calling',
  ringing: 'ringing',
  connected: 'connected',
  ended: 'ended',
};

/** Failures that a button has a way back from of its own, or another name for. */
const OWN_SENTENCES: Readonly<Record<string, RingingMessageKey>> = {
  'signaling-missing': 'button-signaling-missing',
  'room-missing': 'button-to-missing',
  'device-denied-by-user': 'button-device-denied',
};

/** The parts of the `<call-room>`, handed on to the page; the one that the button has itself gets another name. */
const RENAMED_PARTS = ROOM_PARTS.map((part) => (part === 'button' ? 'button: room-button' : part));
/** The parts of a panel, handed on by the button. */
const PANEL_PARTS = [
  ...['panel', 'status', 'timer', 'words', 'error', 'cancel-button', 'again-button', 'close-button', 'room'],
  ...RENAMED_PARTS.map((part) => part.replace(/.*: /, '')),
];

/** In s. */
const MOST_RING_TIMEOUT = RINGING_TIMING.longestRing / 1000;

/** Opens the panel of a button, empty as yet: in the button, above the page, or in the element that the button names. */
export function openPanel(button: CallButton, listener: PanelListener): CallPanel {
  const panel = document.createElement('call-panel');
  const target = targetOf(button);
  panel.button = button;
  panel.listener = listener;
  panel.isModal = !target && parseChoice('view', button.view || null, ['dialog', 'inline']) === 'dialog';
  panel.toggleAttribute('modal', panel.isModal);
  panel.setAttribute('exportparts', PANEL_PARTS.join(', '));
  panel.append(...textsOf(button, target !== undefined));
  if (target) target.append(panel);
  // The button stands behind it, and makes room if it is not a dialog.
  else button.shadowRoot?.prepend(panel);
  return panel;
}

function targetOf(button: CallButton): Element | undefined {
  if (!button.for) return undefined;
  const root = button.getRootNode() as Document | ShadowRoot;
  const target = root.getElementById(button.for);
  if (!target) warn('for', button.for, ['the id of an element'], button.view || 'dialog');
  return target ?? undefined;
}

/** What the page puts in the place of texts. Only what stands in the panel's own tree can be slotted there: elsewhere go copies. */
function textsOf(button: CallButton, isElsewhere: boolean): Node[] {
  const given = [...button.children].filter(({ slot }) => Object.values(SLOTS).includes(slot));
  if (isElsewhere) return given.map((element) => element.cloneNode(true));
  return [...new Set(given.map(({ slot }) => slot))].map((name) => {
    const slot = document.createElement('slot');
    slot.name = slot.slot = name;
    return slot;
  });
}

/**
 * One call of a `<call-button>`, from the question for the microphone to its end.
 *
 * @internal
 */
export class CallPanel extends LitElement {
  static override styles = [theme, buttons, styles];
  static override properties = {
    words: { attribute: false },
  };

  readonly #said = new SaidController(this);
  #call: OutgoingCall | undefined;
  /** What the tag lacks. */
  #misuse: CallError | undefined;
  /** From one call to the next. */
  #stay = new AbortController();
  #options: CallButtonOptions = {};
  #tone: Tone | undefined;
  #text = ringingTranslator();
  #errorText = translator();
  /** The focus was here before what changes now. */
  #hadFocus = false;
  #isClosed = false;

  /** Who is pressed. */
  declare button: CallButton;
  declare listener: PanelListener;
  words: Words | null | undefined;
  /** Above the page, as a dialog. */
  isModal = true;

  constructor() {
    super();
    new SecondsController(this, () => this.#state === 'connected');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    learn(this, 'call', 'ringing');
    // After a move, a dialog is open but not above the page.
    if (this.hasUpdated) this.#raise();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move in the DOM disconnects and connects in one go: the call goes on.
    queueMicrotask(() => {
      if (!this.isConnected) this.close();
    });
  }

  /** Being here makes `moveBefore()` a move, not a removal and an insertion. */
  connectedMoveCallback(): void {}

  /** Nothing is drawn before its words are there. */
  protected override shouldUpdate(): boolean {
    return this.words !== null;
  }

  protected override firstUpdated(): void {
    // On an English page, too: its language may change.
    speak(this, 'call', 'ringing');
    this.#raise();
    this.focus();
    // A region that comes with its words is not read aloud.
    void this.updateComplete.then(() => this.#announce());
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('words')) this.#word();
    this.#noteFocus();
  }

  protected override updated(): void {
    if (this.#hadFocus && document.activeElement === document.body) this.focus();
    this.#hadFocus = false;
  }

  // What the page may do.

  /** Focuses what there is to press; where the call stands, the panel: nobody should hang up by mistake. */
  override focus(options?: FocusOptions): void {
    const [first, panel] = ['.first', '.panel'].map((selector) => this.renderRoot.querySelector<HTMLElement>(selector));
    (first ?? panel)?.focus(options);
  }

  /** Calls; the call that is under way, if any, gets the focus instead. */
  call(options: CallButtonOptions): void {
    if (!this.#misuse && this.#call && this.#call.state !== 'ended') return this.focus();
    this.#options = options;
    this.#begin();
  }

  /** Ends the call, wherever it stands. */
  hangUp(): void {
    this.#call?.hangUp();
  }

  /** Ends the call and takes everything away. The focus goes to the button, if it was here. Idempotent. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.hangUp();
    this.#end();
    const hadFocus = this.#holdsFocus || document.activeElement === document.body;
    this.#dialog?.close();
    this.remove();
    this.listener.onClose();
    if (hadFocus) this.button.focus({ preventScroll: true });
  }

  // What happens.

  #begin(): void {
    this.#end();
    this.#stay = new AbortController();
    this.#word();
    this.#call = undefined;
    this.#misuse = missingIn(this.button);
    if (this.#misuse) void this.#report(this.#misuse);
    else this.#place();
    this.#show();
  }

  #word(): void {
    const catalogues = [this.button.messages, this.words?.texts];
    this.#text = ringingTranslator(...catalogues);
    this.#errorText = translator(...catalogues);
  }

  #place(): void {
    const call = (this.#call = placeCall(placeCallOptions(this.button, this.#options)));
    const { signal } = this.#stay;
    call.addEventListener('statechange', () => this.#onStateChange(call), { signal });
    call.addEventListener('error', ({ error }) => void this.#onError(error), { signal });
    // What failed may be well again.
    call.call.addEventListener('statechange', () => this.requestUpdate(), { signal });
    addEventListener('pagehide', () => call.hangUp(), { signal });
  }

  /** Lets go of the last call, which has ended. */
  #end(): void {
    this.#stay.abort();
    this.#tone?.stop();
  }

  #onStateChange(call: OutgoingCall): void {
    const { button } = this;
    const { state, reason } = call;
    this.#tone?.stop();
    if (state === 'ringing') {
      if (!button.noSound) void (this.#tone = new Tone('ringback', button.ringback)).start();
      button.dispatchEvent(new CallRingingEvent(call));
    }
    if (state === 'accepted') button.dispatchEvent(new CallAcceptedEvent(call));
    this.#show();
    if (state !== 'ended' || !reason) return;
    this.#end();
    button.dispatchEvent(new CallEndedEvent(call, reason));
    // Whoever cancels knows. A listener may have closed it already, or called again.
    if (reason === 'cancelled' && this.#call === call) this.close();
  }

  #show(): void {
    // Now: the controls of a call that has ended lose the focus before this panel is drawn.
    this.#noteFocus();
    this.listener.onState(this.#state);
    if (this.hasUpdated) this.#announce();
    else this.requestUpdate();
  }

  #noteFocus(): void {
    this.#hadFocus ||= this.#holdsFocus;
  }

  /** In a window behind others, Chromium matches no `:focus-within`; yet the focus is where it will be when the person is back. */
  get #holdsFocus(): boolean {
    return this.matches(':focus-within') || Boolean(this.shadowRoot?.activeElement);
  }

  #announce(): void {
    this.#said.say(this.#spoken);
  }

  /** As long as there is a `<call-room>`, that one tells. */
  async #onError(error: CallError): Promise<void> {
    if (!isAnswered(this.#state)) await this.#report(error);
  }

  async #report(error: CallError): Promise<void> {
    await loadSentences();
    this.requestUpdate();
    this.button.dispatchEvent(new CallErrorEvent(error, this.#sentenceOf(error)));
  }

  /** So that the page hears of it from the button, wherever the call appears. */
  readonly #onRoomError = (event: CallErrorEvent): void => {
    event.stopPropagation();
    this.button.dispatchEvent(new CallErrorEvent(event.error, event.message));
  };

  /** Escape cancels while it rings, and closes afterwards; a talk does not end by mistake. */
  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && isAnswered(this.#state)) event.preventDefault();
  };

  readonly #onDialogCancel = (event: Event): void => {
    // Others end with it: menus and the like bubble.
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    if (!isAnswered(this.#state)) this.#dismiss();
  };

  /** Browsers close a dialog in the end, however often they are asked not to. */
  readonly #onDialogClose = (event: Event): void => {
    if (event.target !== event.currentTarget || this.#dialog?.open) return;
    if (isAnswered(this.#state)) this.#raise();
    else this.#dismiss();
  };

  #dismiss(): void {
    if (this.#state === 'ended') this.close();
    else this.hangUp();
  }

  /** Brings the dialog above the page. */
  #raise(): void {
    const dialog = this.#dialog;
    if (!dialog || dialog.matches(':modal')) return;
    dialog.removeAttribute('open');
    dialog.showModal();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  // What is shown.

  get #state(): RingState {
    return this.#misuse ? 'ended' : (this.#call?.state ?? 'preparing');
  }

  /** Where the call stands, in a few words; or what failed, where that has something to say. */
  get #sentence(): string {
    const call = this.#call;
    const failure = this.#misuse ?? (call?.reason === 'media-failed' && call.error?.device ? call.error : undefined);
    if (failure) return this.#sentenceOf(failure);
    return call ? standingOf(call, this.#text) : '';
  }

  #sentenceOf(error: CallError): string {
    const own = OWN_SENTENCES[error.code];
    if (!own) return hasSentences() ? errorSentence(error, this.#errorText) : '';
    return this.#text(own, { device: this.#errorText(error.device ?? 'microphone') });
  }

  /** What stands in the slot of this state, else the built-in words. */
  get #spoken(): string {
    const name = SLOTS[this.#state];
    const given = name && this.button.querySelector(`:scope > [slot=${name}]`)?.textContent;
    return [given || this.#sentence, this.#theirWords].filter(Boolean).join(' ');
  }

  /** What somebody said with a decline: a stranger's words. */
  get #theirWords(): string {
    const words = this.#state === 'ended' && this.#call?.text;
    return words ? this.#text('their-words', { text: words }) : '';
  }

  #renderRoom(call: OutgoingCall): TemplateResult {
    return html`<call-room
      part="room"
      exportparts=${RENAMED_PARTS.join(', ')}
      .call=${call.call}
      .messages=${this.button.messages}
      @call-error=${this.#onRoomError}
    ></call-room>`;
  }

  #renderStatus(): TemplateResult {
    const call = this.#call;
    const state = this.#state;
    const name = SLOTS[state];
    // What may pass by itself; what ended the call stands in its ending.
    const error = isAnswered(state) || state === 'ended' ? undefined : call?.call.error;
    return html`<div class="head ${state}">
        <span class="mark">${handset}</span>
        <p part="status" class="status" id="status">
          ${name ? html`<slot name=${name}>${this.#sentence}</slot>` : this.#sentence}
        </p>
        ${
          call?.connectedAtMs && state === 'connected'
            ? html`<span part="timer" class="timer" role="timer">${durationOf(Date.now() - call.connectedAtMs)}</span>`
            : nothing
        }
      </div>
      ${this.#theirWords ? html`<p part="words" class="words">${this.#theirWords}</p>` : nothing}
      ${error ? html`<p part="error" class="error" role="alert">${this.#sentenceOf(error)}</p>` : nothing}`;
  }

  #renderButtons(): TemplateResult | typeof nothing {
    const state = this.#state;
    const text = this.#text;
    if (isAnswered(state)) return nothing;
    if (state !== 'ended') {
      return html`<div class="actions">
        <button type="button" part="cancel-button" class="danger first" @click=${() => this.hangUp()}>${text('cancel')}</button>
      </div>`;
    }
    const again = html`<button type="button" part="again-button" class="primary first" @click=${() => this.call(this.#options)}>
      ${text('call-again')}
    </button>`;
    return html`<div class="actions">
      ${this.#misuse ? nothing : again}
      <button type="button" part="close-button" class="first" @click=${() => this.close()}>${text('close')}</button>
    </div>`;
  }

  protected override render(): TemplateResult {
    const call = this.#call;
    const talk = call && isAnswered(call.state) ? call : undefined;
    const kind = talk ? 'panel talk' : 'panel';
    const name = nameOf(this.button);
    // Texts of the page's own are in the language of the page.
    const lang = this.button.messages ? nothing : (this.words?.lang ?? 'en');
    const dir = this.words?.dir ?? nothing;
    const content = html`<div class="content" lang=${lang} dir=${dir}>
      ${this.#renderStatus()} ${talk ? this.#renderRoom(talk) : nothing} ${this.#renderButtons()}
      <div class="said" role="log">
        ${repeat(
          this.#said.lines,
          ({ id }) => id,
          (line) => html`<p>${line.text}</p>`,
        )}
      </div>
    </div>`;
    return this.isModal
      ? html`<dialog
          part="panel"
          class=${kind}
          tabindex="-1"
          aria-label=${name}
          aria-describedby="status"
          @keydown=${this.#onKeyDown}
          @cancel=${this.#onDialogCancel}
          @close=${this.#onDialogClose}
        >
          ${content}
        </dialog>`
      : html`<section part="panel" class=${kind} tabindex="-1" aria-label=${name}>${content}</section>`;
  }
}

const handset = html`<svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true"><path d=${HANDSET} /></svg>`;

/** What the tag lacks, if anything. */
function missingIn({ signaling, to }: CallButton): CallError | undefined {
  if (!signaling) return new CallError('signaling-missing');
  return to ? undefined : new CallError('room-missing');
}

function placeCallOptions(button: CallButton, { video, subject }: CallButtonOptions): PlaceCallOptions {
  const { signaling, to, displayName, token, getToken, iceServers, iceTransportPolicy } = button;
  return {
    signaling,
    to,
    displayName,
    token: token || undefined,
    getToken,
    video: video ?? button.video,
    subject: subject ?? (button.subject || undefined),
    iceServers: iceServers ?? parseIceServers(button.getAttribute('ice-servers')),
    iceTransportPolicy: parseChoice<RTCIceTransportPolicy>('ice-transport-policy', iceTransportPolicy || null, ['all', 'relay']),
    ringTimeoutS: parseRingTimeout(button.ringTimeout),
  };
}

function parseRingTimeout(seconds: number | undefined): number | undefined {
  if (seconds === undefined || (seconds >= 1 && seconds <= MOST_RING_TIMEOUT)) return seconds;
  warn('ring-timeout', seconds, [`1 to ${MOST_RING_TIMEOUT} seconds`], 'the default');
  return undefined;
}

/** What stands on the button, without what stands elsewhere in its time. */
function nameOf({ childNodes, shadowRoot }: CallButton): string {
  const label = [...childNodes].filter((node) => node instanceof Text || (node instanceof Element && !node.slot));
  const text = label.map(({ textContent }) => textContent ?? '').join(' ');
  return text.trim() || (shadowRoot?.querySelector('[part=label]')?.textContent ?? '');
}

define('call-panel', CallPanel);

declare global {
  interface HTMLElementTagNameMap {
    'call-panel': CallPanel;
  }
}
