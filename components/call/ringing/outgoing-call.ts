import type {
  AcceptMessage,
  EndMessageReason,
  LeftReason,
  RefusedMessage,
  RingMessage,
  RingingMessage,
} from '../../../signaling/protocol/index.js';
import { END_REASONS, PHONE_ROOM_PREFIX, RING_BOUNDS } from '../../../signaling/protocol/index.js';
import { randomId, type Outgoing as Said, type RoomListener, type RoomSocketOptions } from '../../../signaling/client/index.js';
import { Budget } from '../budget.js';
import { Call, type CallOptions } from '../call.js';
import { PhoneLine } from './phone-line.js';
import { PrivateRoom } from './private-room.js';
import {
  awaited,
  isAnswered,
  isUnanswered,
  NEW_OUTGOING,
  ringsAnywhere,
  stepOutgoing,
  type EndReason,
  type Outgoing,
  type OutgoingEvent,
  type RingState,
} from './ring-state.js';
import { RingingCall } from './ringing-call.js';
import { cleanText } from '../clean-text.js';
import { RINGING_TIMING as TIMING } from './timing.js';

/** What a call to somebody needs to know. Only the first two have no default. */
export interface PlaceCallOptions extends Pick<
  CallOptions,
  'signaling' | 'displayName' | 'token' | 'getToken' | 'iceServers' | 'iceTransportPolicy' | 'codec'
> {
  /** The name to call: text of 1 to 122 UTF-16 code units. */
  to: string;
  /** Under which name the caller can be called back. */
  user?: string | undefined;
  /** Sends the camera's picture, too. Default false. */
  video?: boolean | undefined;
  /** What the call is about; cut to 200 UTF-16 code units. */
  subject?: string | undefined;
  /** How long to let it ring, in s: 1 to 3600. Default 60, also in place of what is no such number. */
  ringTimeoutS?: number | undefined;
}

/**
 * Calls somebody: opens the devices, and once there is a microphone lets the phones of that name ring.
 *
 * ```js
 * const ringing = placeCall({ signaling: 'wss://example.com/signal', to: 'support', displayName: 'Ada' });
 * ringing.addEventListener('statechange', () => show(ringing.state, ringing.reason));
 * ```
 */
export const placeCall = (options: PlaceCallOptions): OutgoingCall => new OutgoingCall(options);

/**
 * A call that this person makes. While it rings, everything is prepared that can be: devices, socket, and an offer with
 * its candidates, which travels with the invitation; who accepts only has to answer it.
 */
export class OutgoingCall extends RingingCall {
  readonly direction = 'outgoing';
  readonly call: Call;
  #options: PlaceCallOptions;
  #now: Outgoing = NEW_OUTGOING;
  #line: PhoneLine | undefined;
  #room: PrivateRoom | undefined;
  /** The open offer that went out last. */
  #told: string | undefined;
  /** Whom the engine met before anybody accepted. */
  #early: string | undefined;
  #hasDevices = false;
  /** For what is said to one phone because it spoke: honest ones do so once or twice. */
  #replies = new Budget(10, 0.5);

  constructor(options: PlaceCallOptions) {
    const subject = options.subject ? cleanText(options.subject, RING_BOUNDS.subject) : undefined;
    super({ id: randomId(), to: options.to, subject, video: options.video ?? false, user: options.to });
    this.#options = options;
    const { signaling, displayName, token, getToken, iceServers, iceTransportPolicy, codec } = options;
    this.call = new Call({
      ...{ signaling, displayName, token, getToken, iceServers, iceTransportPolicy, codec },
      room: PHONE_ROOM_PREFIX + options.to,
      video: this.video ? 'on' : 'off',
      connect: (roomOptions, listener) => this.#connect(roomOptions, listener),
    });
    // Later, so that whoever places the call can listen first.
    queueMicrotask(() => void this.#begin());
  }

  get state(): RingState {
    return this.#now.state;
  }

  get reason(): EndReason | undefined {
    return this.#now.reason;
  }

  get text(): string | undefined {
    return this.reason === 'declined' ? this.#now.text : undefined;
  }

  hangUp(): void {
    this.#step({ type: 'hang-up' });
  }

  /**
   * The two called each other at the same moment: theirs goes on in place of this one.
   *
   * @internal
   */
  merge(): void {
    this.#step({ type: 'fail', reason: 'merged' });
  }

  protected onConnected(): void {
    this.#step({ type: 'connected' });
  }

  protected onFailed(reason: EndReason): void {
    this.#step({ type: 'fail', reason });
  }

  protected get peer(): string | undefined {
    return this.#now.winner;
  }

  async #begin(): Promise<void> {
    if (this.state === 'ended') return;
    this.wait('line', TIMING.line, () => this.#onLate());
    const opened = devicesOpened(this.call);
    this.enter(this.call);
    await opened;
    this.#hasDevices = true;
    // Nobody should be called by somebody who can't be heard.
    if (!this.call.media.audio) return this.#step({ type: 'fail', reason: 'media-failed' });
    this.#prepareInvitation();
  }

  #connect(options: RoomSocketOptions, listener: RoomListener): PrivateRoom {
    const line = new PhoneLine(options, {
      onOpen: () => this.#onOpen(),
      onDown: () => undefined,
      onRefused: () => undefined,
      onRing: (message) => this.#onRing(message),
      onLeft: (peer, reason) => this.#onLeft(peer, reason),
    });
    this.#line = line;
    this.#room = new PrivateRoom(options, listener, {
      line,
      onOffer: () => this.#onOffer(),
      isConnected: () => this.isConnected(),
    });
    return this.#room;
  }

  #onOpen(): void {
    this.stopWaiting('line');
    this.#prepareInvitation();
    // Who joined the line while it was away was not told.
    if (this.state === 'inviting' || this.state === 'ringing') this.#invite();
    if (isAnswered(this.state)) this.#say({ type: 'accepted', call: this.id, by: this.#now.winner ?? '' });
  }

  #onLate(): void {
    // Somebody may think about the question for the microphone as long as they like.
    if (!this.#line?.open) this.#step({ type: 'fail', reason: 'signaling-lost' });
  }

  #onOffer(): void {
    if (this.state === 'preparing') this.#prepareInvitation();
    else if (isUnanswered(this.state)) this.#invite();
  }

  /** Invites as soon as there is all that it takes; the offer may come later, but it is worth a moment's wait. */
  #prepareInvitation(): void {
    if (this.state !== 'preparing' || !this.#hasDevices || !this.#line?.open) return;
    if (this.#room?.offer) this.#ring();
    else this.wait('offer', TIMING.offer, () => this.#ring());
  }

  #ring(): void {
    if (this.state !== 'preparing') return;
    this.#step({ type: 'ready' });
    this.wait('ring', ringTimeoutMs(this.#options.ringTimeoutS), () => this.#step({ type: 'timeout' }));
    this.#invite();
  }

  /** Says it again and again, since a phone may come, or come back, at any time. */
  #invite(to?: string): void {
    const { user } = this.#options;
    const offer = this.#room?.offer;
    // Phones remember the offer that they have.
    const isNew = offer !== undefined && (to !== undefined || offer.link !== this.#told);
    const isSaid = this.#say({
      type: 'invite',
      call: this.id,
      name: this.#line?.name ?? this.call.localParticipant.displayName,
      audio: true,
      video: this.video,
      ...(user && { user }),
      ...(this.subject && { subject: this.subject }),
      ...(isNew && { offer }),
      ...(to !== undefined && { to }),
    });
    if (to !== undefined) return;
    if (isSaid) this.#told = offer?.link;
    this.wait('repeat', TIMING.repeat, () => isUnanswered(this.state) && this.#invite());
  }

  #onRing(message: RingMessage | RefusedMessage): void {
    // Whoever has just come can be called, but does not know of this call.
    if (message.type === 'available') {
      return this.#onAvailable(message.from);
    }
    if (message.call !== this.id) return;
    switch (message.type) {
      case 'ringing':
        this.#step({ type: 'ringing', phone: message.from });
        return this.#meetEarly(message);
      case 'decline':
        return this.#step({ ...message, phone: message.from });
      case 'accept':
        return this.#onAccept(message);
      case 'end':
        if (this.#isBelieved(message.from)) this.#step({ type: 'end', phone: message.from, reason: message.reason });
        return;
      case 'refused':
        return this.#step({ type: 'refused', reason: message.reason });
      default:
      // What callers say to phones.
    }
  }

  /** A phone has come, or has come back. */
  #onAvailable(phone: string): void {
    if ((this.state === 'inviting' || this.state === 'ringing') && this.#replies.take()) this.#invite(phone);
    if (phone === this.#now.winner && isAnswered(this.state)) this.#room?.meet({ id: phone, ...this.remote });
  }

  /** A phone that lets its address be known answers while it rings; nothing is sent to it before it accepts. */
  #meetEarly({ from, link }: RingingMessage): void {
    if (!link || this.#early !== undefined || this.state !== 'ringing') return;
    this.#early = from;
    this.#withhold(true);
    this.#room?.meet({ id: from, name: '' }, link);
  }

  #onAccept({ from, name, trusted = false, link }: AcceptMessage): void {
    const isFirst = isUnanswered(this.state);
    if (isFirst) this.remote = { name, trusted: trusted && Boolean(this.#line?.hasServer) };
    this.#step({ type: 'accept', phone: from });
    const { winner } = this.#now;
    if (winner === undefined) return;
    if (!isFirst) {
      // It said so twice, or too late.
      if (this.#replies.take()) this.#say({ type: 'accepted', call: this.id, by: winner, to: from });
      return;
    }
    this.#say({ type: 'accepted', call: this.id, by: winner });
    this.#withhold(false);
    // Whom it met while it rang it meets again: now there is a name, and that connection may be gone.
    this.#room?.meet({ id: from, ...this.remote }, link);
  }

  #onLeft(phone: string, reason: LeftReason): void {
    if (phone !== this.#now.winner || this.#isBelieved(phone)) {
      this.#step({ type: 'gone', phone, forGood: reason !== 'lost' });
    }
  }

  /** On a plain relay anybody can say anything for anybody; while the connection works, it is the connection that knows. */
  #isBelieved(phone: string): boolean {
    return Boolean(this.#line?.hasServer) || phone !== this.#now.winner || !this.isConnected();
  }

  #step(event: OutgoingEvent): void {
    const before = this.#now;
    this.#now = stepOutgoing(before, event);
    if (this.#now === before) return;
    this.#watch();
    if (this.state === 'ended') this.#end(before);
    this.changed(before.state);
  }

  /** While no phone rings, patience depends on why. */
  #watch(): void {
    if (this.state !== 'inviting' && this.state !== 'ringing') {
      this.stopWaiting('phones');
      return this.state === 'preparing' ? undefined : this.stopWaiting('ring');
    }
    if (ringsAnywhere(this.#now)) return this.stopWaiting('phones');
    const patience = { return: TIMING.phoneReturn, settling: TIMING.settle, answer: TIMING.unanswered }[awaited(this.#now)];
    this.wait('phones', patience, () => this.#step({ type: 'nobody' }));
  }

  #end({ winner, state }: Outgoing): void {
    const { reason } = this.#now;
    // Nobody was told of it yet, or they said so themselves.
    const told = reason && toldToPhones(reason);
    if (told && state !== 'preparing') {
      this.#say({ type: 'end', call: this.id, reason: told, ...(winner !== undefined && { to: winner }) });
    }
    this.call.close();
    this.#line?.close();
  }

  #say(message: Said<RingMessage>): boolean {
    return this.#line?.send(message) ?? false;
  }

  /** Whom it only rings for gets no packet: their browser would keep silence, too, and play it before the first word. */
  #withhold(isWithheld: boolean): void {
    const { media } = this.call;
    media.withheld = isWithheld;
    media.changed();
  }
}

/** What the phones are told of an end. Who declined, or is busy, has answered; the others need not take it for missed. */
const toldToPhones = (reason: EndReason): EndMessageReason | undefined =>
  reason === 'declined' || reason === 'busy' ? 'answered-elsewhere' : END_REASONS.find((known) => known === reason);

const ringTimeoutMs = (seconds = NaN): number =>
  seconds >= 1 && seconds * 1000 <= TIMING.longestRing ? seconds * 1000 : TIMING.ring;

/** Settles once the person has answered the question for the devices, and these are open, or are not to be had. */
function devicesOpened({ media }: Call): Promise<void> {
  return new Promise((resolve) => {
    let hasBegun = false;
    const onChange = (): void => {
      hasBegun ||= media.starting;
      if (!hasBegun || media.starting) return;
      media.removeEventListener('change', onChange);
      resolve();
    };
    media.addEventListener('change', onChange);
  });
}
