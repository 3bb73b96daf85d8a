import {
  PROTOCOL_VERSION,
  type CandidateInit,
  type ErrorMessage,
  type Member,
  type OfferMessage,
  type PhoneLineMessage,
  type RelayedMessage,
  type RingMessage,
  type WelcomeMessage,
} from '../../../signaling/protocol/index.js';
import type { Outgoing, RoomConnection, RoomListener, RoomSocketOptions } from '../../../signaling/client/index.js';
import type { PhoneLine } from './phone-line.js';
import { candidatesIn, withoutAddresses } from './sdp.js';

/** An offer that nobody has taken yet. */
export type OpenOffer = Pick<OfferMessage, 'link' | 'sdp'>;

export interface PrivateRoomOptions {
  line: PhoneLine;
  /** Who is there already: the caller, at a phone. */
  other?: Member | undefined;
  /** The other's open offer. */
  offer?: OpenOffer | undefined;
  /** True where the other must not learn this person's address yet: what tells it is kept back until {@link PrivateRoom.release}. */
  held?: boolean;
  /** This end has an open offer for whoever accepts. */
  onOffer?: () => void;
  /** True while the two can hear each other, whatever becomes of their sockets. */
  isConnected: () => boolean;
}

/** Messages that wait for the acceptance: an answer, and some dozen candidates. */
const MOST_HELD = 128;

/**
 * A room of two on a phone line. To the engine it looks like any other room of our server's: it is welcomed, meets
 * somebody, gives and takes open offers, although no server knows of this room.
 *
 * An open offer goes to many phones, so it goes without candidates: they are for the one that the caller meets. Until it
 * has them, a phone sends nothing to the caller that could disturb the connection to another phone.
 */
export class PrivateRoom implements RoomConnection {
  readonly #line: PhoneLine;
  readonly #options: RoomSocketOptions;
  readonly #listener: RoomListener;
  readonly #onOffer: (() => void) | undefined;
  #other: Member | undefined;
  #theirOffer: OpenOffer | undefined;
  #ownOffer: OpenOffer | undefined;
  #ownCandidates: CandidateInit[] = [];
  #isHeld: boolean;
  #hasTheirOffer = false;
  #held: Outgoing<RelayedMessage>[] = [];
  readonly #isConnected: () => boolean;
  #isClosed = false;

  constructor(
    options: RoomSocketOptions,
    listener: RoomListener,
    { line, other, offer, held = false, onOffer, isConnected }: PrivateRoomOptions,
  ) {
    this.#line = line;
    this.#options = options;
    this.#listener = listener;
    this.#other = other;
    this.#theirOffer = offer && held ? { ...offer, sdp: withoutAddresses(offer.sdp) } : offer;
    this.#isConnected = isConnected;
    this.#isHeld = held;
    this.#onOffer = onOffer;
    line.carry(this);
    // Whoever opens a room is told of it later.
    queueMicrotask(() => line.open && this.onLineOpen());
  }

  get peer(): string {
    return this.#line.peer;
  }

  /** Held, it is as if signaling were away: nobody is missed who can't be there yet. */
  get open(): boolean {
    return this.#line.open && !this.#isHeld && !this.#isClosed;
  }

  get hasServer(): boolean {
    return this.#line.hasServer;
  }

  get address(): string {
    return this.#line.address;
  }

  /** This end's newest open offer. */
  get offer(): OpenOffer | undefined {
    return this.#ownOffer;
  }

  send(message: Outgoing<RelayedMessage | RingMessage>): boolean {
    if (this.#isClosed) return false;
    if (message.type === 'offer' && message.to === undefined) {
      this.#ownOffer = { link: message.link, sdp: withoutAddresses(message.sdp) };
      this.#ownCandidates = candidatesIn(message.sdp);
      this.#onOffer?.();
      return true;
    }
    if (!this.#isHeld) return this.#line.send(message);
    if (message.type !== 'answer' && message.type !== 'candidate') return false;
    if (this.#held.length < MOST_HELD) this.#held.push(message);
    return true;
  }

  greet(): boolean {
    if (!this.#other) return false;
    return this.send({ type: 'hello', v: PROTOCOL_VERSION, name: this.#options.displayName(), to: this.#other.id });
  }

  probe(patienceMs?: number): void {
    this.#line.probe(patienceMs);
  }

  /** Leaves. The other learns it by the data channel, and by what is said of the call. */
  close(): void {
    this.#isClosed = true;
    this.#line.drop(this);
  }

  /**
   * Somebody has come.
   * @param link the own open offer that they took; without it they need another one
   */
  meet(other: Member, link?: string): void {
    const isAnother = this.#other !== undefined && this.#other.id !== other.id;
    if (isAnother && this.#other) this.#listener.onMessage({ type: 'left', peer: this.#other.id, reason: 'left' });
    this.#other = other;
    const isTaken = link !== undefined && link === this.#ownOffer?.link;
    if (isTaken) {
      for (const candidate of this.#ownCandidates) this.#line.send({ type: 'candidate', to: other.id, link, candidate });
    }
    this.#listener.onMessage({ type: 'joined', peer: other, ...(isTaken && { link }) });
  }

  /** The other may learn this end's address now. To be said again once the line is open, if it is not. */
  release(): void {
    if (!this.#isHeld || !this.#line.open) return;
    this.#isHeld = false;
    for (const message of this.#held) this.#line.send(message);
    this.#held = [];
  }

  // What the line tells.

  onLineOpen(): void {
    if (this.#isClosed) return;
    const { iceServers, name } = this.#line;
    const welcome: WelcomeMessage = {
      type: 'welcome',
      v: PROTOCOL_VERSION,
      id: this.#line.peer,
      resume: '',
      peers: this.#other ? [this.#other] : [],
      ...(name !== undefined && { name }),
      ...(iceServers && { iceServers }),
    };
    this.#listener.onOpen(welcome);
    const offer = this.#theirOffer;
    if (!offer || this.#hasTheirOffer) return;
    this.#hasTheirOffer = true;
    this.#deliver({ type: 'offer', ...offer });
  }

  onLineDown(): void {
    this.#listener.onDown();
  }

  onLineRefused(refusal: ErrorMessage | undefined): void {
    this.#listener.onRefused(refusal);
  }

  onLineMessage(message: PhoneLineMessage): void {
    const about = 'from' in message ? message.from : message.type === 'left' ? message.peer : undefined;
    if (about !== undefined && about !== this.#other?.id) return;
    // Until the connection stands, whoever lost their socket may be back: how long to wait is a matter of the call.
    if (message.type === 'left' && message.reason === 'lost' && !this.#isConnected()) return;
    // What comes while this end is held is for later; the offer is known.
    if (!this.#isHeld || message.type === 'ice-servers') this.#listener.onMessage(message);
  }

  #deliver(message: Outgoing<RelayedMessage>): void {
    if (this.#other) this.#listener.onMessage({ ...message, from: this.#other.id, to: this.#line.peer });
  }
}
