import {
  PHONE_ROOM_PREFIX,
  type ErrorMessage,
  type InviteMessage,
  type LeftReason,
  type PhoneStatus,
  type RefusedMessage,
  type RingMessage,
} from '../../../signaling/protocol/index.js';
import { randomId } from '../../../signaling/client/index.js';
import { Budget } from '../budget.js';
import type { CallOptions } from '../call.js';
import { CallErrorEvent } from '../call-events.js';
import { endpointOf } from '../endpoint-of.js';
import { CallError } from '../errors.js';
import { typedEventTarget } from '../typed-event-target.js';
import { IncomingCall } from './incoming-call.js';
import { OutgoingCall, type PlaceCallOptions } from './outgoing-call.js';
import { PhoneLine } from './phone-line.js';
import { isAnswered, isUnanswered } from './ring-state.js';
import type { RingingCall } from './ringing-call.js';
import { IncomingEvent, RingStateEvent, type PhoneEvents } from './ringing-events.js';

/** What a phone needs to know. Only the first two have no default. */
export interface PhoneOptions extends Pick<
  CallOptions,
  'signaling' | 'displayName' | 'token' | 'getToken' | 'iceServers' | 'iceTransportPolicy' | 'codec'
> {
  /** The name under which this person, or their group, can be called: text of 1 to 122 UTF-16 code units. */
  user: string;
  /** Default `available`. */
  status?: PhoneStatus | undefined;
  /** `one` (default): all phones of this name are one person's, who declines for all of them; `all`: each is somebody else's. */
  ring?: 'one' | 'all' | undefined;
  /** Lets further calls ring while there is one. Default: they find it busy. */
  callWaiting?: boolean | undefined;
  /** Connects while it still rings, which tells every caller this machine's address. Default false. */
  earlyConnection?: boolean | undefined;
}

/** Calls at one time, however many there are that want to ring. */
const MOST_CALLS = 8;
/** Calls that are over and remembered, so that a late invitation does not make them ring again. */
const MOST_PAST = 64;

/**
 * One device at which somebody can be called, and from which they can call others, without any looks.
 *
 * ```js
 * const phone = new Phone({ signaling: 'wss://example.com/signal', user: 'support', displayName: 'Grace' });
 * phone.addEventListener('incoming', ({ call }) => confirm(`${call.remoteName} calls`) ? call.accept() : call.decline());
 * phone.open();
 * ```
 */
export class Phone extends typedEventTarget<PhoneEvents>() {
  #options: PhoneOptions;
  #line: PhoneLine | undefined;
  #calls: readonly RingingCall[] = Object.freeze([]);
  #past = new Map<string, IncomingCall>();
  #error: CallError | undefined;
  #isOpen = false;
  /** For new calls: each costs a peer connection, and somebody hostile could invent them without end. Real ones are repeated. */
  #attention = new Budget(12, 0.5);

  constructor(options: PhoneOptions) {
    super();
    this.#options = options;
  }

  /** True while this phone can be reached. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  get status(): PhoneStatus {
    return this.#options.status ?? 'available';
  }

  /** Why the phone can't be reached. */
  get error(): CallError | undefined {
    return this.#error;
  }

  /** All calls that are not over, in the order in which they came: a frozen list. */
  get calls(): readonly RingingCall[] {
    return this.#calls;
  }

  /** From now on this phone can be reached, as soon as the server can. Idempotent. */
  open(): void {
    if (this.#line) return;
    const peer = randomId();
    const endpoint = endpointOf(this.#options.signaling, this.#room, peer);
    if (endpoint instanceof CallError) return this.#fail(endpoint);
    const { codec } = this.#options;
    this.#error = undefined;
    this.#line = new PhoneLine(
      {
        peer,
        room: this.#room,
        endpoint,
        codec,
        displayName: () => this.#options.displayName ?? '',
        getToken: () => Promise.resolve(this.#options.getToken?.() ?? this.#options.token),
      },
      {
        onOpen: () => this.#onOpen(),
        onDown: () => this.#onDown(),
        onRefused: (refusal) => this.#onRefused(refusal),
        onRing: (message) => this.#onRing(message),
        onLeft: (peer, reason) => this.#onLeft(peer, reason),
      },
    );
  }

  /** Ends all calls, and can't be reached any more. Idempotent. */
  close(): void {
    for (const call of this.#calls) {
      // This device is no longer there; its person may be near another one.
      if (call instanceof IncomingCall) call.refuse('unavailable');
      call.hangUp();
    }
    this.#line?.close();
    this.#line = undefined;
    this.#setOpen(false);
  }

  /** Takes over changed options. Another name or address means another line; calls that stand go on as long as they can. */
  update(options: Partial<PhoneOptions>): void {
    const { signaling, user, status } = this.#options;
    this.#options = { ...this.#options, ...options };
    const isMoved = this.#options.signaling !== signaling || this.#options.user !== user;
    if (this.#line && isMoved) {
      this.close();
      this.open();
    } else if (this.#options.status !== status) this.#tellStatus();
  }

  /**
   * Calls somebody.
   *
   * @throws {DOMException} `InvalidStateError` while there is another call, unless {@link PhoneOptions.callWaiting}
   */
  call(to: string, options: Pick<PlaceCallOptions, 'video' | 'subject' | 'ringTimeoutS'> = {}): OutgoingCall {
    if (this.#isBusy) throw new DOMException('There is another call.', 'InvalidStateError');
    const { signaling, displayName, token, getToken, iceServers, iceTransportPolicy, codec, user } = this.#options;
    const call = new OutgoingCall({
      ...{ signaling, displayName, token, getToken, iceServers, iceTransportPolicy, codec, user, to },
      ...options,
    });
    this.#add(call);
    return call;
  }

  get #room(): string {
    return PHONE_ROOM_PREFIX + this.#options.user;
  }

  get #isBusy(): boolean {
    return this.#calls.length >= (this.#options.callWaiting ? MOST_CALLS : 1);
  }

  // What the line tells.

  #onOpen(): void {
    this.#error = undefined;
    this.#tellStatus();
    for (const call of this.#incoming) call.onOpen();
    this.#setOpen(true);
  }

  #onDown(): void {
    for (const call of this.#incoming) call.onDown();
    if (this.#isOpen || !this.#error) {
      const code = this.#isOpen ? 'signaling-lost' : 'signaling-unreachable';
      this.#fail(new CallError(code, { recoverable: true, subject: this.#line?.address }));
    }
    this.#setOpen(false);
  }

  #onRefused(refusal: ErrorMessage | undefined): void {
    const code = refusal?.code === 'unauthorized' ? 'unauthorized' : 'signaling-refused';
    this.#line = undefined;
    for (const call of this.#incoming) call.onRefused(code === 'unauthorized' ? code : 'signaling-lost');
    this.#fail(new CallError(code, { subject: refusal?.message }));
    this.#setOpen(false);
  }

  #onRing(message: RingMessage | RefusedMessage): void {
    if (message.type === 'invite') return this.#onInvite(message);
    if (message.type === 'available' || message.type === 'refused') return;
    for (const call of this.#incoming) if (call.id === message.call) call.onRing(message);
  }

  #onLeft(peer: string, reason: LeftReason): void {
    for (const call of this.#incoming) call.onLeft(peer, reason);
  }

  #onInvite(invite: InviteMessage): void {
    const known = this.#incoming.find(({ id }) => id === invite.call) ?? this.#past.get(invite.call);
    if (known) return known.onInvite(invite);
    // Whoever calls their own name rings at its other phones.
    if (this.#calls.some(({ id }) => id === invite.call)) return;
    const own = this.#crossing(invite.user);
    // Both call each other. The call with the lesser id goes on; both sides come to the same one. What nobody was told of yet gives way.
    if (own && own.state !== 'preparing' && own.id < invite.call) return;
    if (!this.#attention.take()) return;
    const call = this.#newIncoming(invite);
    if (!call) return;
    const refusal = own ? undefined : this.#refusal();
    this.#add(call);
    if (own) return this.#takeCrossing(call, own, invite);
    if (refusal) return call.refuse(refusal);
    call.ring(invite.offer);
    this.dispatchEvent(new IncomingEvent(call));
  }

  /** The call that this person makes to whoever invites them at the same moment. */
  #crossing(user: string | undefined): OutgoingCall | undefined {
    return this.#calls.find(
      (call): call is OutgoingCall => call instanceof OutgoingCall && call.to === user && isUnanswered(call.state),
    );
  }

  /** Who calls somebody wants to talk to them: no further question. */
  #takeCrossing(call: IncomingCall, own: OutgoingCall, { offer }: InviteMessage): void {
    own.merge();
    call.ring(offer);
    call.accept({ video: own.video });
  }

  #refusal(): 'busy' | 'unavailable' | undefined {
    if (this.#isBusy) return 'busy';
    return this.status === 'away' ? 'unavailable' : undefined;
  }

  #newIncoming(invite: InviteMessage): IncomingCall | undefined {
    const { signaling, displayName, iceServers, iceTransportPolicy, user, ring, earlyConnection = false } = this.#options;
    if (!this.#line) return undefined;
    return new IncomingCall(invite, {
      ...{ signaling, displayName, iceServers, iceTransportPolicy, user, earlyConnection },
      line: this.#line,
      isOnePerson: ring !== 'all',
    });
  }

  #add(call: RingingCall): void {
    this.#calls = Object.freeze([...this.#calls, call]);
    call.addEventListener('statechange', ({ previous }) => {
      if (call.state === 'accepted') this.#endOthers(call);
      if (call.state === 'ended') this.#forget(call);
      this.dispatchEvent(new RingStateEvent('callchange', call, previous));
    });
    call.addEventListener('error', ({ error }) => this.dispatchEvent(new CallErrorEvent(error)));
  }

  /** One at a time: who takes a call that waited ends the one before. */
  #endOthers(taken: RingingCall): void {
    for (const call of this.#calls) {
      if (call !== taken && (isAnswered(call.state) || call.direction === 'outgoing')) call.hangUp();
    }
  }

  #forget(call: RingingCall): void {
    this.#calls = Object.freeze(this.#calls.filter((other) => other !== call));
    if (!(call instanceof IncomingCall)) return;
    this.#past.set(call.id, call);
    const [oldest] = this.#past.keys();
    if (this.#past.size > MOST_PAST && oldest !== undefined) this.#past.delete(oldest);
  }

  get #incoming(): IncomingCall[] {
    return this.#calls.filter((call) => call instanceof IncomingCall);
  }

  #tellStatus(): void {
    this.#line?.send({ type: 'available', status: this.status });
  }

  #setOpen(isOpen: boolean): void {
    if (isOpen === this.#isOpen) return;
    this.#isOpen = isOpen;
    this.dispatchEvent(new Event('statechange'));
  }

  #fail(error: CallError): void {
    this.#error = error;
    this.dispatchEvent(new CallErrorEvent(error));
  }
}
