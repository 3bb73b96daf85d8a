import type { InviteMessage, LeftReason, Member, RingMessage } from '../../../signaling/protocol/index.js';
import { BOUNDS, PHONE_ROOM_PREFIX, RING_BOUNDS } from '../../../signaling/protocol/index.js';
import type { Outgoing as Said, RoomListener, RoomSocketOptions } from '../../../signaling/client/index.js';
import { Budget } from '../budget.js';
import { Call, type CallOptions } from '../call.js';
import { cleanText } from '../clean-text.js';
import type { PhoneLine } from './phone-line.js';
import { PrivateRoom, type OpenOffer } from './private-room.js';
import {
  isAnswered,
  isUnanswered,
  NEW_INCOMING,
  stepIncoming,
  type EndReason,
  type Incoming,
  type IncomingEvent,
  type RingState,
} from './ring-state.js';
import { RingingCall } from './ringing-call.js';
import { RINGING_TIMING as TIMING } from './timing.js';

/** What a phone lends each call that comes in. */
export interface IncomingCallOptions extends Pick<
  CallOptions,
  'signaling' | 'displayName' | 'iceServers' | 'iceTransportPolicy'
> {
  line: PhoneLine;
  /** The name that was called. */
  user: string;
  /** All phones of this name are one person's: who declines here declines everywhere. */
  isOnePerson: boolean;
  /** The connection may be made while it rings, which tells the caller this person's address. */
  earlyConnection: boolean;
}

/** How accepting may differ from what the caller proposes. */
export interface AcceptOptions {
  /** Sends the camera's picture. Default: when the caller proposes pictures. */
  video?: boolean | undefined;
}

/**
 * A call that somebody else makes. While it rings, the engine answers the caller's offer without any device, keeping its
 * answer and candidates to itself until this person accepts: these are the addresses of this machine.
 */
export class IncomingCall extends RingingCall {
  readonly direction = 'incoming';
  #options: IncomingCallOptions;
  /** The caller's peer id. */
  #caller: string;
  #now: Incoming = NEW_INCOMING;
  #text: string | undefined;
  #offer: OpenOffer | undefined;
  #call: Call | undefined;
  #room: PrivateRoom | undefined;
  #acceptedVideo = false;
  /** For answers to invitations, of which an honest caller sends one every few seconds. */
  #replies = new Budget(6, 0.5);

  constructor(invite: InviteMessage, options: IncomingCallOptions) {
    super({ id: invite.call, to: options.user, subject: invite.subject, video: invite.video, user: invite.user });
    this.#options = options;
    this.#caller = invite.from;
    this.remote = { name: invite.name, trusted: options.line.hasServer && invite.trusted === true };
  }

  get state(): RingState {
    return this.#now.state;
  }

  get reason(): EndReason | undefined {
    return this.#now.reason;
  }

  get text(): string | undefined {
    return this.#text;
  }

  get call(): Call {
    return (this.#call ??= this.#newCall());
  }

  /** Takes the call. Nothing happens once it is taken, or over. */
  accept({ video = this.video }: AcceptOptions = {}): void {
    if (this.state !== 'ringing') return;
    this.#acceptedVideo = video;
    this.#step({ type: 'accept' });
    // Whoever was told of it may have ended it.
    if (this.#now.state !== 'accepted') return;
    this.#sayAccept();
    const { call } = this;
    this.#room?.release();
    call.update({ audio: 'on', video: video ? 'on' : 'off' });
    if (call.state === 'idle') this.enter(call);
  }

  /**
   * Does not take the call.
   * @param text why, in this person's words; cut to 256 UTF-16 code units
   */
  decline(text?: string): void {
    this.refuse('declined', text);
  }

  hangUp(): void {
    if (this.state === 'ringing') this.decline();
    else this.#step({ type: 'hang-up' });
  }

  /**
   * Lets the caller know that it does not ring here, or not any more.
   *
   * @internal
   */
  refuse(reason: 'declined' | 'busy' | 'unavailable', text?: string): void {
    if (this.state !== 'ringing') return;
    this.#text = text ? cleanText(text, RING_BOUNDS.text) : undefined;
    this.#sayDecline(reason);
    this.#step({ type: 'decline', reason });
  }

  /**
   * It begins to ring.
   *
   * @internal
   */
  ring(offer: OpenOffer | undefined): void {
    this.#offer = offer;
    this.#listenForCaller();
    if (offer) this.#prepare();
    this.#sayRinging();
  }

  /**
   * The caller repeats the invitation: has not heard the answer, or only gives a sign of life.
   *
   * @internal
   */
  onInvite(invite: InviteMessage): void {
    if (invite.from !== this.#caller) return;
    if (isUnanswered(this.state) || !this.#now.confirmed) this.#listenForCaller();
    if (!this.#replies.take()) return;
    const { reason } = this.#now;
    if (this.state === 'ringing') {
      if (invite.offer && invite.offer.link !== this.#offer?.link && !this.#isMet) this.#renew(invite.offer);
      this.#sayRinging();
    } else if (this.state === 'accepted' && !this.#now.confirmed) this.#sayAccept();
    else if (reason === 'declined' || reason === 'busy' || reason === 'unavailable') this.#sayDecline(reason);
  }

  /**
   * Somebody speaks about this call.
   *
   * @internal
   */
  onRing(message: RingMessage): void {
    if (message.from !== this.#caller) return;
    if (message.type === 'accepted') this.#onAccepted(message.by === this.#options.line.peer);
    if (message.type === 'end' && this.#isBelieved()) this.#step({ type: 'end', reason: message.reason });
  }

  /**
   * Somebody's socket ended.
   *
   * @internal
   */
  onLeft(peer: string, reason: LeftReason): void {
    if (peer !== this.#caller || this.state === 'connected' || !this.#isBelieved()) return;
    if (reason !== 'lost') this.#step({ type: 'caller-gone' });
    else this.#listenForCaller(TIMING.callerReturn);
  }

  /**
   * The line is open again: what was said meanwhile was lost.
   *
   * @internal
   */
  onOpen(): void {
    if (isAnswered(this.state) ? !this.#now.confirmed : this.state === 'ringing') this.#listenForCaller();
    if (this.state !== 'accepted' || this.#now.confirmed) return;
    this.#sayAccept();
    this.#room?.release();
  }

  /**
   * The line is away. It rings on: whether the caller still calls can't be known.
   *
   * @internal
   */
  onDown(): void {
    this.stopWaiting('caller');
  }

  /**
   * The server lets this phone in no more. A call that stands is ended by its engine, which learns the same.
   *
   * @internal
   */
  onRefused(reason: EndReason): void {
    if (this.state === 'ringing') this.#step({ type: 'fail', reason });
  }

  protected onConnected(): void {
    this.#step({ type: 'connected' });
  }

  protected onFailed(reason: EndReason): void {
    this.#step({ type: 'fail', reason });
  }

  /** A page that goes while it rings may be back in a moment, and ring on. */
  protected override onEngineLeft(): void {
    if (this.state === 'ringing') this.#unprepare();
    else super.onEngineLeft();
  }

  protected get peer(): string {
    return this.#caller;
  }

  /** Before it is accepted nothing that fails in preparing is a failure for this person. */
  protected override fail(error: Parameters<RingingCall['fail']>[0]): void {
    if (isAnswered(this.state)) super.fail(error);
  }

  #onAccepted(byUs: boolean): void {
    // Said again, it tells that the caller's socket is back.
    if (byUs && this.#now.confirmed) this.#room?.meet(this.#callerAsMember);
    this.#step({ type: 'accepted', byUs });
  }

  get #callerAsMember(): Member {
    return { id: this.#caller, ...this.remote };
  }

  /** Each invitation is a sign of life; without any the caller has vanished. */
  #listenForCaller(patienceMs: number = TIMING.silence): void {
    // What can't be heard is not missed.
    if (!this.#options.line.open) return;
    this.wait('caller', patienceMs, () => {
      if (!this.#now.confirmed && !(isAnswered(this.state) && this.isConnected())) this.#step({ type: 'caller-gone' });
    });
  }

  #newCall(): Call {
    const { signaling, displayName, iceServers, iceTransportPolicy, user } = this.#options;
    const isTaken = this.state !== 'ringing';
    return new Call({
      ...{ signaling, displayName, iceServers, iceTransportPolicy },
      room: PHONE_ROOM_PREFIX + user,
      audio: isTaken ? 'on' : 'off',
      video: isTaken && this.#acceptedVideo ? 'on' : 'off',
      connect: (options, listener) => this.#connect(options, listener),
    });
  }

  #connect(options: RoomSocketOptions, listener: RoomListener): PrivateRoom {
    const { line, earlyConnection } = this.#options;
    const held = this.state === 'ringing' && !earlyConnection;
    const other = this.#callerAsMember;
    this.#room = new PrivateRoom(options, listener, {
      ...{ line, other, held },
      offer: this.#offer,
      isConnected: () => this.isConnected(),
    });
    return this.#room;
  }

  /** Answers the offer, for the moment of acceptance. */
  #prepare(): void {
    const call = (this.#call = this.#newCall());
    // A browser may give up waiting (Firefox does after 5 s); then the connection is made from the beginning later.
    call.addEventListener('participantchange', ({ participant }) => {
      if (this.state === 'ringing' && participant.connectionState === 'failed') this.#unprepare();
    });
    this.enter(call);
  }

  /** True once the caller has taken the answer that this phone gave while it rings: offers that follow are for other phones. */
  get #isMet(): boolean {
    const state = this.#call?.participants.find(({ id }) => id === this.#caller)?.connectionState;
    return this.#options.earlyConnection && (state === 'connecting' || state === 'connected');
  }

  #unprepare(): void {
    const call = this.#call;
    this.unfollow();
    this.#call = this.#room = undefined;
    call?.close();
  }

  #renew(offer: OpenOffer): void {
    this.#offer = offer;
    this.#unprepare();
    this.#prepare();
  }

  #sayRinging(): void {
    const link = this.#options.earlyConnection && this.#room ? this.#offer?.link : undefined;
    this.#say({ type: 'ringing', call: this.id, to: this.#caller, ...(link !== undefined && { link }) });
  }

  #sayAccept(): void {
    const { line, displayName = '' } = this.#options;
    this.#say({
      type: 'accept',
      call: this.id,
      to: this.#caller,
      name: line.name ?? cleanText(displayName, BOUNDS.name),
      video: this.#acceptedVideo,
      ...(this.#offer && { link: this.#offer.link }),
    });
  }

  #sayDecline(reason: 'declined' | 'busy' | 'unavailable'): void {
    this.#say({
      type: 'decline',
      call: this.id,
      to: this.#caller,
      reason,
      // Whoever is away from one of their devices may be near another.
      final: this.#options.isOnePerson && reason !== 'unavailable',
      ...(this.#text && { text: this.#text }),
    });
  }

  #say(message: Said<RingMessage>): void {
    this.#options.line.send(message);
  }

  /** On a plain relay anybody can say anything for anybody; while the connection works, it is the connection that knows. */
  #isBelieved(): boolean {
    return this.#options.line.hasServer || !this.isConnected();
  }

  #step(event: IncomingEvent): void {
    const before = this.#now;
    this.#now = stepIncoming(before, event);
    if (this.#now === before) return;
    if (this.state === 'accepted' && before.state === 'ringing') this.#listenForCaller();
    if (this.#now.confirmed) this.stopWaiting('caller');
    if (this.state === 'ended') this.#end(before);
    this.changed(before.state);
  }

  #end({ state }: Incoming): void {
    const { reason } = this.#now;
    if (isAnswered(state) && (reason === 'hung-up' || reason === 'media-failed')) {
      this.#say({ type: 'end', call: this.id, to: this.#caller, reason });
    }
    this.#call?.close();
    this.#offer = this.#room = undefined;
  }
}
