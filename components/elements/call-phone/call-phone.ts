import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CallErrorEvent as EngineErrorEvent } from '../../call/call-events.js';
import { CallError } from '../../call/errors.js';
import { IncomingCall } from '../../call/ringing/incoming-call.js';
import type { OutgoingCall } from '../../call/ringing/outgoing-call.js';
import { Phone, type PhoneOptions } from '../../call/ringing/phone.js';
import { isAnswered, type EndReason } from '../../call/ringing/ring-state.js';
import type { RingingCall } from '../../call/ringing/ringing-call.js';
import type { IncomingEvent, RingStateEvent } from '../../call/ringing/ringing-events.js';
import { SaidController } from '../../controllers/said-controller.js';
import { SecondsController } from '../../controllers/seconds-controller.js';
import { speak } from '../../controllers/language-controller.js';
import { learn, type Words } from '../../controllers/learn.js';
import { setStates } from '../../controllers/states.js';
import { CallAcceptedEvent } from '../../events/call-accepted.js';
import { CallEndedEvent } from '../../events/call-ended.js';
import { CallErrorEvent } from '../../events/call-error.js';
import { CallIncomingEvent } from '../../events/call-incoming.js';
import { CallMissedEvent } from '../../events/call-missed.js';
import { CallRingingEvent } from '../../events/call-ringing.js';
import { askForNotifications, notificationAnswer } from '../../features/ringing/alert/ring-notification.js';
import type { Messages } from '../../i18n/catalogue.js';
import { ringingTranslator, standingOf, type RingingMessages } from '../../i18n/ringing-catalogue.js';
import { errorSentence, loadSentences, translator } from '../../i18n/translate.js';
import { buttons } from '../../styles/button.styles.js';
import { theme } from '../../styles/theme.styles.js';
import { parseChoice, parseIceServers } from '../attributes.js';
import '../call-room/call-room.js';
import { define } from '../define.js';
import { ROOM_PARTS } from '../room-parts.js';
import { styles } from './call-phone.styles.js';
import { endingOf } from './endings.js';
import { FocusKeeper } from './focus-keeper.js';
import { wasMissed, withMissed, type MissedCall } from './missed-call.js';
import { callerName, otherName } from './names.js';
import { phoneIcon } from './phone-icons.js';
import { PhoneSounds } from './phone-sounds.js';
import { dialingView, endedView, headView, incomingView, missedView, runningView, type LineState } from './views.js';

export { CallAcceptedEvent, CallEndedEvent, CallErrorEvent, CallIncomingEvent, CallMissedEvent, CallRingingEvent };
export type { IncomingCall } from '../../call/ringing/incoming-call.js';
export type { OutgoingCall } from '../../call/ringing/outgoing-call.js';
export type { EndReason, RingState } from '../../call/ringing/ring-state.js';
export type { RingingCall } from '../../call/ringing/ringing-call.js';
export type { MissedCall } from './missed-call.js';

/** Whether this person wants to be called. */
export type PhoneStatus = 'available' | 'away';

/** Any of the texts: those of ringing, and of the `<call-room>` that shows the call. */
export type CallPhoneMessages = RingingMessages & Messages;

/** How to call somebody. */
export interface PhoneCallOptions {
  /** Send the camera, too. Default: sound alone. */
  video?: boolean;
  /** What it is about: a line of text that the other sees while it rings. */
  subject?: string;
}

/** The properties that the engine takes over, at once and in a call. */
const OPTIONS = [
  'displayName',
  'token',
  'getToken',
  'status',
  'ring',
  'callWaiting',
  'iceServers',
  'iceTransportPolicy',
  'earlyConnection',
] as const satisfies readonly (keyof CallPhone & keyof PhoneOptions)[];

/** Failures that another credential may end. */
const REFUSALS: ReadonlySet<string | undefined> = new Set(['unauthorized', 'signaling-refused']);
/**
 * Between two attempts with new credentials, in ms. A page may make another `getToken` whenever it draws itself, and draw itself
 * at each refusal.
 */
const CREDENTIAL_PAUSE = 5000;

const NO_CALLS: readonly RingingCall[] = Object.freeze([]);
const NO_MISSED: readonly MissedCall[] = Object.freeze([]);

/**
 * @summary A phone that rings when somebody calls its `user`, e.g. by a `<call-button>`: who calls and why, accept, decline,
 *   the call itself, and whom one has missed. Needs `signaling` and `user`. Moving the element in the document keeps its
 *   calls; removing it ends them, and nobody can call it any more.
 *
 * @slot idle - What stands here while there is no call.
 * @slot incoming - Replaces what shows calls that ring; call `accept()` and `decline()` from it.
 *
 * @fires {CallIncomingEvent} call-incoming - Somebody calls. After `preventDefault()` nothing is shown of this call, and the
 *   page answers it by `event.call.accept()` or `event.call.decline()`; it rings all the same.
 * @fires {CallRingingEvent} call-ringing - It rings: here, or at the one who is called.
 * @fires {CallAcceptedEvent} call-accepted - A call was accepted, by either side.
 * @fires {CallEndedEvent} call-ended - A call ended, or did not come about; `reason` tells why.
 * @fires {CallMissedEvent} call-missed - Nobody answered a call that rang here; or it found this person busy, who alone has this
 *   `user` (`ring="one"`).
 * @fires {CallErrorEvent} call-error - Something failed; `message` is a sentence for a person.
 *
 * @csspart phone - The card that everything stands in.
 * @csspart title - Who one is here.
 * @csspart line - The sentence that tells whether one can be reached.
 * @csspart status - The switch between available and away.
 * @csspart status-button - Each of its two sides; `::part(status-button away)` is one of them.
 * @csspart incoming - A call that rings here.
 * @csspart outgoing - A call that rings elsewhere.
 * @csspart call - A call that goes on.
 * @csspart avatar - A disc with initials.
 * @csspart caller - The name of the other.
 * @csspart subject - What a call is about.
 * @csspart state - “Calling…”, “Ringing…”, “Connecting…”.
 * @csspart timer - How long a call has lasted.
 * @csspart button - Every button.
 * @csspart accept-button - Accepts.
 * @csspart accept-audio-button - Accepts without video.
 * @csspart decline-button - Declines.
 * @csspart cancel-button - Ends calling.
 * @csspart notify-button - Asks for notifications of the system.
 * @csspart ended - The sentence that tells how a call ended.
 * @csspart missed - The list of missed calls.
 * @csspart missed-call - Each of them.
 * @csspart call-back-button - Calls back.
 * @csspart clear-button - Clears that list.
 * @csspart icon - An icon.
 * @csspart error - A sentence that tells of a failure.
 *
 * @cssproperty [--call-background=light-dark(#f4f5f7, #16181b)] - Behind everything.
 * @cssproperty [--call-surface=light-dark(#e2e5ea, #26292e)] - Panels, buttons.
 * @cssproperty [--call-text=light-dark(#1b1e23, #f3f4f6)] - Text.
 * @cssproperty [--call-text-dim=light-dark(#545b66, #aeb4bd)] - Text of less weight.
 * @cssproperty [--call-accent=light-dark(#1d5bdb, #7eaaff)] - Focus rings, the chosen status, what rings.
 * @cssproperty [--call-accent-text=light-dark(#fff, #0a1530)] - Text on the accent colour.
 * @cssproperty [--call-accept=#157a45] - The accept button.
 * @cssproperty [--call-danger=#d3222f] - The decline button.
 * @cssproperty [--call-radius=14px] - Roundness of the card.
 * @cssproperty [--call-font=inherit] - The font family; the page's own by default.
 *
 * @cssstate ringing - A call rings here.
 * @cssstate in-call - A call goes on.
 * @cssstate away - This person does not want to be called.
 * @cssstate offline - Nobody can call, as the server is not reached.
 */
export class CallPhone extends LitElement {
  static override styles = [theme, buttons, styles];
  static override properties = {
    ended: { attribute: false },
    problem: { attribute: false },
    signaling: {},
    user: {},
    token: {},
    getToken: { attribute: false },
    displayName: { attribute: 'display-name' },
    status: { reflect: true },
    ring: {},
    callWaiting: { type: Boolean, attribute: 'call-waiting' },
    noSound: { type: Boolean, attribute: 'no-sound' },
    ringTone: { attribute: 'ring-tone' },
    ringback: {},
    iceServers: { attribute: 'ice-servers', converter: parseIceServers },
    iceTransportPolicy: { attribute: 'ice-transport-policy' },
    earlyConnection: { type: Boolean, attribute: 'early-connection' },
    messages: { attribute: false },
    words: { attribute: false },
  };

  readonly #internals = this.attachInternals();
  readonly #said = new SaidController(this);
  readonly #sounds = new PhoneSounds(() => this.requestUpdate());
  readonly #focus = new FocusKeeper(this);
  #text = ringingTranslator();
  #phone: Phone | undefined;
  /** From opening the phone to closing it. */
  #line = new AbortController();
  /** The line was open before: what is amiss now is news. */
  #wasOpen = false;
  /** Calls that the page shows itself. */
  readonly #ofPage = new WeakSet<RingingCall>();
  #missed = NO_MISSED;
  /** When a new credential was tried last, by `performance.now()`. */
  #triedAtMs = -Infinity;
  #nextTry: ReturnType<typeof setTimeout> | undefined;

  /** @internal */
  words: Words | null | undefined;
  /** The sentence that tells how the last call ended. */
  private ended = '';
  /** The sentence of the last failure, until it is dismissed or over. */
  private problem = '';

  /** URL of the WebSocket endpoint: `wss:`, `ws:`, or relative to the page. Changing it ends all calls. */
  signaling = '';
  /** The name under which this phone can be called: any text up to 122 characters. Changing it ends all calls. */
  user = '';
  /** Opaque credential for the signaling server. After a refusal, a new one is tried. */
  token: string | undefined;
  /** Gives a fresh token for each connection; wins over `token`. After a refusal, a new function is tried. */
  getToken: (() => Promise<string>) | undefined;
  /** How those who are spoken to see this person. */
  displayName = '';
  /** `available`; `away`: calls don't ring here. The person switches it, too. */
  status: PhoneStatus = 'available';
  /**
   * Who rings under this name. `one`: the devices of one person, a decline at one of them declines for all; `all`: a group of
   * which anybody may answer.
   */
  ring: 'one' | 'all' = 'one';
  /** Rings in a call, too, instead of being busy. */
  callWaiting = false;
  /** Makes no sounds. */
  noSound = false;
  /** URL of a sound instead of the built-in ring tone. */
  ringTone: string | undefined;
  /** URL of a sound instead of the built-in one that is heard while it rings at the other side. */
  ringback: string | undefined;
  /** ICE servers, as JSON in the attribute. `[]` means none; without it the server's, else a public STUN server. */
  iceServers: RTCIceServer[] | undefined;
  /** `all`, or `relay` to hide this person's addresses behind a TURN server. */
  iceTransportPolicy: RTCIceTransportPolicy = 'all';
  /** Connects while it rings, which is faster, but tells callers this person's address before the call is accepted. */
  earlyConnection = false;
  /** Replaces any of the texts, those of the `<call-room>` in it, too. */
  messages: CallPhoneMessages | undefined;

  constructor() {
    super();
    new SecondsController(this, () => this.#shown.some(({ state }) => state === 'connected'));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    learn(this, 'call', 'ringing');
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move in the DOM disconnects and connects in one go: calls go on.
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  /** Being here makes `moveBefore()` a move, not a removal and an insertion. */
  connectedMoveCallback(): void {}

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('messages') || changes.has('words')) this.#text = ringingTranslator(this.messages, this.words?.texts);
    this.#correct(changes);
    if (changes.has('signaling') || changes.has('user')) this.#close();
    if (!this.isConnected) return;
    if (this.#misconfigured) {
      if (changes.has('signaling') || changes.has('user')) this.#tellMisuse(this.#misconfigured);
    } else if (!this.#phone) this.#open();
    else if (OPTIONS.some((name) => changes.has(name))) this.#phone.update(this.#options);
    if (REFUSALS.has(this.#phone?.error?.code) && (changes.has('token') || changes.has('getToken'))) this.#tryCredential();
  }

  protected override firstUpdated(): void {
    // On an English page, too: its language may change.
    speak(this, 'call', 'ringing');
  }

  protected override updated(changes: PropertyValues<this>): void {
    super.updated(changes);
    setStates(this.#internals, {
      ringing: this.#ringing.length > 0,
      'in-call': this.#running !== undefined,
      away: this.status === 'away',
      offline: this.state === 'offline',
    });
    this.#sounds.fit(this.calls, this, this.#text);
  }

  // The line.

  #open(): void {
    const { signaling, user } = this;
    this.#line = new AbortController();
    const { signal } = this.#line;
    const phone = new Phone({ ...this.#options, signaling, user });
    this.#phone = phone;
    phone.addEventListener('incoming', (event) => this.#onIncoming(event), { signal });
    phone.addEventListener('callchange', (event) => this.#onCallChange(event), { signal });
    phone.addEventListener('statechange', () => this.#onLineChange(), { signal });
    phone.addEventListener('error', (event) => this.#onError(event), { signal });
    phone.open();
  }

  /** The server wants no further attempt, but that was with another credential. */
  #tryCredential(): void {
    clearTimeout(this.#nextTry);
    const pauseMs = this.#triedAtMs + CREDENTIAL_PAUSE - performance.now();
    this.#nextTry = setTimeout(
      () => {
        this.#triedAtMs = performance.now();
        this.#reopen();
      },
      Math.max(0, pauseMs),
    );
  }

  #reopen(): void {
    this.problem = '';
    this.#phone?.open();
  }

  #tellMisuse(error: CallError): void {
    this.dispatchEvent(new CallErrorEvent(error, this.#misuseSentence));
  }

  /** Ends every call, and the line. */
  #close(): void {
    // Nobody has to be told of what is meant so.
    this.#wasOpen = false;
    clearTimeout(this.#nextTry);
    this.#phone?.close();
    this.#phone = undefined;
    this.#line.abort();
    this.problem = '';
    this.#sounds.fit(this.calls, this, this.#text);
  }

  #onLineChange(): void {
    const { state } = this;
    if (state === 'online') this.problem = '';
    else if (this.#wasOpen) this.#said.say(this.#text('said-lost'));
    this.#wasOpen ||= state === 'online';
    this.requestUpdate();
  }

  #onError({ error }: EngineErrorEvent): void {
    // A `<call-room>` tells of what happens in its call.
    if (!this.#shown.some((call) => call.error === error && isAnswered(call.state))) void this.#report(error);
  }

  async #report(error: CallError): Promise<void> {
    const sentence = await this.#sentenceOfError(error);
    // What a call fails by is told when it ends, and the line comes back by itself where it can.
    if (error === this.#phone?.error && !error.recoverable) this.problem = sentence;
    this.dispatchEvent(new CallErrorEvent(error, sentence));
  }

  async #sentenceOfError(error: CallError): Promise<string> {
    await loadSentences();
    return errorSentence(error, translator(this.messages, this.words?.texts));
  }

  // Calls.

  #onIncoming(event: IncomingEvent): void {
    const { call } = event;
    const told = new CallIncomingEvent(call);
    this.dispatchEvent(told);
    if (told.defaultPrevented) {
      event.preventDefault();
      this.#ofPage.add(call);
    }
    this.#publish(new CallRingingEvent(call));
    if (!told.defaultPrevented) void this.#moveFocus('.accept');
  }

  /** Moves the focus to what there is to press, where nothing else goes on here. */
  async #moveFocus(selector: '.accept' | '.cancel'): Promise<void> {
    await this.updateComplete;
    if (this.#shown.length === 1) this.#focus.take(this.renderRoot.querySelector(selector));
  }

  #onCallChange({ call, state, previous, reason }: RingStateEvent): void {
    if (state === 'ringing') this.#publish(new CallRingingEvent(call));
    if (state === 'accepted') this.#onAccepted(call);
    if (state === 'connected') this.#said.say(this.#text('connected-to', { name: otherName(call, this.#text) }));
    if (state === 'ended') this.#onEnded(call, previous === 'ringing', reason ?? 'hung-up');
    this.requestUpdate();
  }

  #onAccepted(call: RingingCall): void {
    const hadFocus = this.#focus.holdsFocus;
    this.ended = '';
    this.#publish(new CallAcceptedEvent(call));
    if (hadFocus && !this.#ofPage.has(call)) {
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.running')?.focus());
    }
  }

  #onEnded(call: RingingCall, rang: boolean, reason: EndReason): void {
    const isMissed = call.direction === 'incoming' && rang && wasMissed(reason, this.ring);
    if (isMissed) this.#missed = withMissed(this.#missed, call, reason);
    if (isMissed && !this.#ofPage.has(call)) this.#said.say(this.#text('said-missed', { name: otherName(call, this.#text) }));
    if (!isMissed && !this.#ofPage.has(call)) this.#tellEnd(call, rang, reason);
    this.#publish(new CallEndedEvent(call, reason));
    if (isMissed) this.dispatchEvent(new CallMissedEvent(call, reason));
    void this.updateComplete.then(() => {
      if (this.#shown.length === 0) this.#focus.giveBack();
    });
  }

  /** Says how a call ended, unless the person has done it, or sees it in the list of missed calls. */
  #tellEnd(call: RingingCall, rang: boolean, reason: EndReason): void {
    const { error } = call;
    if (reason === 'media-failed' && error?.device) void this.#sentenceOfError(error).then((sentence) => this.#showEnd(sentence));
    else this.#showEnd(endingOf(call, rang, reason, this.#text));
  }

  #showEnd(sentence: string): void {
    if (!sentence) return;
    this.ended = sentence;
    this.#said.say(sentence);
  }

  // What it can do.

  /** All calls that have not ended, those that ring and the one that goes on: a frozen list. */
  get calls(): readonly RingingCall[] {
    return this.#phone?.calls ?? NO_CALLS;
  }

  /** Who called in vain: a frozen list of frozen snapshots, the newest first. */
  get missed(): readonly MissedCall[] {
    return this.#missed;
  }

  /** `online`: calls can come. `offline`: the server is not reached, or the tag lacks something. */
  get state(): 'offline' | 'online' {
    return this.#phone?.isOpen ? 'online' : 'offline';
  }

  /** The failure that keeps calls from coming, if any. */
  get error(): CallError | undefined {
    return this.#misconfigured ?? this.#phone?.error;
  }

  /**
   * Calls somebody.
   *
   * @param to the name that they are called by
   * @throws {DOMException} `InvalidStateError` while the element stands in no document, lacks `signaling` or `user`, or has a
   *   call already (with `call-waiting`, another one waits until it is accepted).
   */
  call(to: string, options: PhoneCallOptions = {}): OutgoingCall {
    // What was set a moment ago counts already.
    if (this.isUpdatePending) this.performUpdate();
    if (!this.#phone) throw new DOMException('The phone is not set up.', 'InvalidStateError');
    const call = this.#phone.call(to, options);
    this.ended = '';
    this.requestUpdate();
    if (this.#focus.holdsFocus) void this.#moveFocus('.cancel');
    return call;
  }

  /**
   * Accepts the call that has rung longest. Ends the one that goes on, if there is one.
   *
   * @param options `video: false` accepts without video; by default as the caller proposes
   * @throws {DOMException} `InvalidStateError` while nothing rings here.
   */
  accept(options: { video?: boolean } = {}): void {
    this.#longestRinging().accept(options);
  }

  /**
   * Declines the call that has rung longest.
   *
   * @param text said to the caller, up to 256 characters
   * @throws {DOMException} `InvalidStateError` while nothing rings here.
   */
  decline(text?: string): void {
    this.#longestRinging().decline(text);
  }

  /** Hangs up, or stops calling. Calls that ring here ring on. */
  hangUp(): void {
    for (const call of this.#busyWith) call.hangUp();
  }

  /** Empties the list of missed calls. */
  clearMissed(): void {
    this.#missed = NO_MISSED;
    this.requestUpdate();
  }

  #longestRinging(): IncomingCall {
    const [call] = this.#ringing;
    if (!call) throw new DOMException('Nothing rings.', 'InvalidStateError');
    return call;
  }

  // What goes on.

  /** Calls that ring here, the first first. */
  get #ringing(): IncomingCall[] {
    return this.calls.filter((call): call is IncomingCall => call instanceof IncomingCall && call.state === 'ringing');
  }

  /** Calls that this person takes part in: an accepted one, or one that rings elsewhere. */
  get #busyWith(): RingingCall[] {
    const ringing: readonly RingingCall[] = this.#ringing;
    return this.calls.filter((call) => !ringing.includes(call));
  }

  /** Calls that are shown here and not by the page. */
  get #shown(): RingingCall[] {
    return this.calls.filter((call) => !this.#ofPage.has(call));
  }

  /** The call that goes on. */
  get #running(): RingingCall | undefined {
    return this.calls.find(({ state }) => isAnswered(state));
  }

  get #misconfigured(): CallError | undefined {
    if (!this.signaling) return new CallError('signaling-missing');
    return this.user ? undefined : new CallError('room-missing');
  }

  get #misuseSentence(): string {
    return this.#text(this.signaling ? 'phone-user-missing' : 'phone-signaling-missing');
  }

  get #options(): Pick<PhoneOptions, (typeof OPTIONS)[number]> {
    return Object.fromEntries(OPTIONS.map((name) => [name, this[name]]));
  }

  /** Puts the default in the place of each value that is not allowed. */
  #correct(changes: PropertyValues<this>): void {
    if (changes.has('status')) this.status = parseChoice('status', this.status, ['available', 'away']);
    if (changes.has('ring')) this.ring = parseChoice('ring', this.ring, ['one', 'all']);
    if (changes.has('iceTransportPolicy')) {
      this.iceTransportPolicy = parseChoice('ice-transport-policy', this.iceTransportPolicy, ['all', 'relay']);
    }
  }

  #publish(event: Event): void {
    this.requestUpdate();
    this.dispatchEvent(event);
  }

  // What the person does.

  readonly #onStatus = (status: PhoneStatus): void => {
    this.status = status;
  };

  readonly #onNotify = async (): Promise<void> => {
    await askForNotifications();
    this.requestUpdate();
  };

  readonly #onRetry = (): void => this.#reopen();

  readonly #onCallBack = ({ user }: MissedCall): void => {
    if (user !== undefined) this.call(user);
  };

  readonly #onClear = (): void => this.clearMissed();

  readonly #onDismiss = (): void => {
    this.ended = '';
  };

  // What is shown.

  #renderHead(): TemplateResult {
    const { status, user, displayName } = this;
    const line = this.#lineState;
    return headView({
      text: this.#text,
      name: displayName || user,
      line,
      sentence: this.#text(`phone-${line}`),
      status,
      onStatus: this.#onStatus,
    });
  }

  get #lineState(): LineState {
    if (this.problem || this.#misconfigured) return 'failed';
    if (this.state === 'offline') return this.#phone?.error ? 'offline' : 'connecting';
    if (this.#running && !this.callWaiting) return 'busy';
    return this.status === 'away' ? 'away' : 'online';
  }

  #renderProblem(): TemplateResult | typeof nothing {
    const text = this.#text;
    if (this.#misconfigured) {
      return html`<div part="error" class="notice" role="alert"><p>${this.#misuseSentence}</p></div>`;
    }
    if (!this.problem) return nothing;
    return html`<div part="error" class="notice" role="alert">
      <p>${this.problem}</p>
      <button type="button" part="button" class="small" @click=${this.#onRetry}>${text('phone-retry')}</button>
    </div>`;
  }

  #renderCall(call: RingingCall): TemplateResult {
    const text = this.#text;
    if (!isAnswered(call.state)) return dialingView(text, call, standingOf(call, text));
    const room = html`<call-room exportparts=${ROOM_PARTS.join(', ')} .call=${call.call} .messages=${this.messages}></call-room>`;
    return runningView({ text, call, name: otherName(call, this.#text), room });
  }

  #renderIncoming(): TemplateResult {
    const ringing = this.#ringing.filter((call) => !this.#ofPage.has(call));
    const isWaiting = this.#busyWith.length > 0;
    return html`<slot name="incoming" ?hidden=${ringing.length === 0}>
      ${repeat(
        ringing,
        ({ id }) => id,
        (call) =>
          incomingView({
            text: this.#text,
            call,
            isWaiting,
            onAccept: (video) => call.accept({ video }),
            onDecline: (words) => call.decline(words),
          }),
      )}
    </slot>`;
  }

  /** What concerns sound while it rings, or notifications while it does not. */
  #renderHint(): TemplateResult | typeof nothing {
    const text = this.#text;
    if (this.#sounds.isHeldBack) return html`<p class="hint">${phoneIcon('bell')}<span>${text('sound-held-back')}</span></p>`;
    if (this.#shown.length > 0 || this.#misconfigured || notificationAnswer() !== 'default') return nothing;
    return html`<div class="hint">
      ${phoneIcon('bell')}<span>${text('notify-offer')}</span>
      <button type="button" part="button notify-button" class="small" @click=${this.#onNotify}>${text('notify')}</button>
    </div>`;
  }

  /** For those who don't see it: each call that rings, as long as it does. */
  #renderAlerts(): unknown {
    return repeat(
      this.#ringing.filter((call) => !this.#ofPage.has(call)),
      // Else the end of one call would be the same as a change of another, which is said anew.
      ({ id }) => id,
      (call) => {
        const [name, subject] = [callerName(call, this.#text), call.subject?.trim() ?? ''];
        return html`<p>${this.#text(subject ? 'said-incoming-about' : 'said-incoming', { name, subject })}</p>`;
      },
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    const text = this.#text;
    const { words } = this;
    if (words === null) return nothing;
    const calls = this.#busyWith.filter((call) => !this.#ofPage.has(call));
    const isIdle = this.#shown.length === 0 && !this.#misconfigured;
    // Texts of the page's own are in the language of the page.
    const lang = this.messages ? nothing : (words?.lang ?? 'en');
    const dir = words?.dir ?? nothing;
    return html`
      <div class="said" role="alert" aria-atomic="false" lang=${lang}>${this.#renderAlerts()}</div>
      <div part="phone" class="phone" lang=${lang} dir=${dir}>
        ${this.#renderIncoming()} ${this.#renderHead()} ${this.#renderProblem()}
        ${repeat(
          calls,
          ({ id }) => id,
          (call) => this.#renderCall(call),
        )}
        ${this.ended ? endedView(this.ended, text('close'), this.#onDismiss) : nothing}
        <slot name="idle" ?hidden=${!isIdle}
          ><p class="idle" ?hidden=${this.ended !== '' || this.missed.length > 0}>${text('idle')}</p></slot
        >
        ${missedView({
          text,
          missed: this.missed,
          canCall: this.#phone !== undefined && this.calls.length === 0,
          onCallBack: this.#onCallBack,
          onClear: this.#onClear,
        })}
        ${this.#renderHint()}
      </div>
      <div class="said" role="log" lang=${lang}>
        ${repeat(
          this.#said.lines,
          ({ id }) => id,
          (line) => html`<p>${line.text}</p>`,
        )}
      </div>
    `;
  }
}

define('call-phone', CallPhone);

declare global {
  interface HTMLElementTagNameMap {
    'call-phone': CallPhone;
  }
}
