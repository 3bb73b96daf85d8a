import type {
  ChannelMessage,
  ErrorMessage,
  HelloMessage,
  JoinedMessage,
  LeftMessage,
  Member as MemberInit,
  PhoneLineMessage,
  StateMessage,
  WelcomeMessage,
} from '../../signaling/protocol/index.js';
import {
  RoomSocket,
  type Connect,
  type RoomConnection,
  type RoomListener,
  type RoomSocketOptions,
} from '../../signaling/client/index.js';
import { Budget } from './budget.js';
import type { LeaveReason } from './call-state.js';
import type { Accompany, Companion, Stay } from './companion.js';
import { CallError, type CallErrorCode } from './errors.js';
import type { LocalMedia } from './media/local-media.js';
import type { Participant } from './participant.js';
import type { LinkMessage } from './peer-link.js';
import { Roster, type RosterListener } from './roster.js';
import { CALL_TIMING as TIMING } from './timing.js';
import type { MediaTransport } from './transport.js';

/** How this person sends now, as the others are told. */
export interface OwnState {
  name: string;
  audio: boolean;
  video: boolean;
}

export interface SessionOptions extends RoomSocketOptions {
  transport: MediaTransport;
  media: LocalMedia;
  /** Default: over a {@link RoomSocket}. */
  connect?: Connect | undefined;
  /** How this person sends now. */
  ownState: () => OwnState;
  /** The configuration for the ICE servers that the server supplies, if it does. */
  configurationFor: (message: Pick<WelcomeMessage, 'iceServers'>) => RTCConfiguration;
  /** How many people there may be in the room, this one included. */
  maxParticipants: number;
}

/** Whom a session tells what happens. Nothing comes after `close()`. */
export interface SessionListener {
  /** In the room, for the first time or again. `displayName`: this person's, when the server decides it. */
  onOpen: (self: string, displayName: string | undefined) => void;
  /** Signaling is away, or could not be had, and is tried again. Comes once for each attempt. */
  onDown: () => void;
  /** The room, not this person, ends the session. */
  onEnd: (reason: LeaveReason, error?: CallError) => void;
  /** Something failed, and the session goes on. */
  onError: (error: CallError) => void;
  /** Somebody came, went, or is otherwise than before. */
  onRoster: RosterListener;
  /** This person began or ceased to speak, or the others see and hear them otherwise than before. */
  onOwn: (changes: Partial<Participant>) => void;
}

/**
 * More people than any mesh can hold: beyond them, a plain relay's claims of further ones are not believed, so that
 * nobody can make this browser open connections without end.
 */
const MOST_MEMBERS = 32;

/**
 * How many on a plain relay are called at their first word, as long as nothing has come back from them. Whoever comes
 * beyond that gets a greeting, and counts once they answer it by addressing us: somebody who only broadcasts claims of
 * people then takes nobody's place.
 */
const MOST_UNPROVEN = 8;

/**
 * One stay in a room, from joining to leaving: who is there, by what signaling, links and silence tell.
 *
 * Our server's word on who is there counts. On a plain relay everything is a claim, so there a person whose link
 * works is there, whatever a message says, and one without link and sign of life is not.
 */
export class Session {
  /** Everybody else in the room. */
  readonly roster: Roster;
  #options: SessionOptions;
  #listener: SessionListener;
  #transport: MediaTransport;
  /** Each news of ICE servers makes connections, to try them on. A server has some every half hour. */
  #iceNews = new Budget(3, 0.2);
  #socket: RoomConnection;
  readonly #companions: Companion[] = [];
  /** The first of them comes once it competes no longer with the first frame. */
  #upkeepTimer: ReturnType<typeof setTimeout> | undefined;
  /** `Date.now()` of the beginning. */
  #since = Date.now();
  #hereBefore = 0;
  #wasOpen = false;
  #closed = false;

  constructor(options: SessionOptions, listener: SessionListener) {
    this.#options = options;
    this.#listener = listener;
    this.#transport = options.transport;
    this.roster = new Roster((...news) => {
      if (!this.#closed) listener.onRoster(...news);
    });
    const room: RoomListener = {
      onOpen: (welcome) => this.#onOpen(welcome),
      onMessage: (message) => this.#onMessage(message),
      onDown: () => listener.onDown(),
      onWaiting: () => listener.onError(new CallError('signaling-waiting', { recoverable: true })),
      onRefused: (refusal) => this.#onRefused(refusal),
      onInvalid: (_reason, data) => this.#eachCompanion((companion) => companion.onUnread?.(data)),
    };
    this.#socket = options.connect?.(options, room) ?? new RoomSocket(options, room);
    this.#transport.identify(this.#socket.peer);
    this.#transport.start({
      send: (message) => this.#socket.send(message),
      onState: (peer, state) => this.#onPeerState(peer, state),
      onReady: (peer) => {
        this.#transport.tell(this.#state(), peer);
        this.#eachCompanion((companion) => companion.onReady?.(peer));
      },
      onTold: (peer, message, data) =>
        message ? this.#onPeerTold(peer, message) : this.#eachCompanion((companion) => companion.onUnread?.(data, peer)),
      onClosed: (peer) => this.#onPeerClosed(peer),
      onBroken: (peer, cause) => this.#reportOnce('negotiation-failed', peer, cause),
    });
  }

  /** The address being used, without what is secret in it. */
  get address(): string {
    return this.#socket.address;
  }

  /** Has the rest of the stay accompanied. */
  accompany(accompany: Accompany): void {
    if (this.#closed) return;
    const { media } = this.#options;
    const { onOwn, onError } = this.#listener;
    const stay: Stay = {
      transport: this.#transport,
      roster: this.roster,
      socket: this.#socket,
      media,
      state: () => this.#state(),
      remove: (id) => this.#remove(id),
      onOwn,
      onError,
    };
    this.#companions.push(accompany(stay));
  }

  /** This person's microphone, camera or name changed: everybody is told. */
  tellState(): void {
    this.#transport.tell(this.#state());
  }

  /** The name changed: those who are not linked yet, and the server, learn it too. */
  tellName(): void {
    this.#socket.greet();
    this.tellState();
  }

  /** Says goodbye both ways and ends everything but the person's devices. Idempotent. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#transport.tell({ type: 'bye' });
    clearTimeout(this.#upkeepTimer);
    this.#eachCompanion((companion) => companion.close());
    this.#socket.close();
    this.#transport.close();
  }

  #eachCompanion(act: (companion: Companion) => void): void {
    for (const companion of this.#companions) act(companion);
  }

  #state(): StateMessage {
    return { type: 'state', ...this.#options.ownState() };
  }

  // Signaling

  #onOpen(welcome: WelcomeMessage | undefined): void {
    if (welcome) {
      if (!this.#wasOpen && welcome.peers.length >= this.#options.maxParticipants) return this.#refuseFullRoom();
      this.#transport.configure(this.#options.configurationFor(welcome));
      this.#meet(welcome);
    }
    this.#transport.identify(this.#socket.peer);
    this.#listener.onOpen(this.#socket.peer, welcome?.name);
    if (this.#closed) return;
    if (this.#wasOpen) {
      this.#transport.resume();
      this.#eachCompanion((companion) => companion.onSignaling?.());
    } else {
      this.#upkeepTimer = setTimeout(() => void this.#loadUpkeep(), TIMING.upkeep);
    }
    this.#wasOpen = true;
    if (welcome) this.#transport.offerOpenly(welcome.peers.length === 0);
  }

  async #loadUpkeep(): Promise<void> {
    try {
      const { Upkeep } = await import('./upkeep/upkeep.js');
      this.accompany((stay) => new Upkeep(stay));
    } catch (cause) {
      if (!this.#closed) this.#listener.onError(new CallError('feature-unavailable', { recoverable: true, cause }));
    }
  }

  /** The server knows who is there; whoever it does not name has left while we were away. */
  #meet(welcome: WelcomeMessage): void {
    const present = new Set(welcome.peers.map(({ id }) => id));
    for (const [id] of this.roster.members()) if (!present.has(id)) this.#onLost(id);
    for (const member of welcome.peers) {
      this.#meetMember(member);
      this.roster.introduce(member.id);
    }
  }

  #onMessage(message: PhoneLineMessage): void {
    switch (message.type) {
      case 'joined':
        return this.#onJoined(message);
      case 'left':
        return this.#onLeft(message);
      case 'ice-servers':
        // For what is made from now on, and for restarts: a connection that works needs no fresh credential.
        if (this.#iceNews.take()) this.#transport.configure(this.#options.configurationFor(message));
        return;
      case 'hello':
        return this.#onHello(message);
      case 'bye':
        // On a plain relay anybody can say so for anybody; while the link works, it is the link that knows.
        return this.#isConnected(message.from) ? undefined : this.#remove(message.from);
      case 'offer':
      case 'answer':
      case 'candidate':
        return this.#onLinkMessage(message);
      default:
      // The socket keeps the rest to itself.
    }
  }

  #onJoined({ peer, link }: JoinedMessage): void {
    this.#meetMember(peer);
    this.#transport.connect(peer.id, link);
  }

  #onLeft({ peer, reason }: LeftMessage): void {
    if (reason === 'lost') this.#onLost(peer);
    else this.#remove(peer);
  }

  #onHello({ from, to, name }: HelloMessage): void {
    const { hasServer } = this.#socket;
    if (this.#welcomeBack(from, name)) {
      // A socket of theirs is new, so what we offered over the one before is lost. A first offer is still on its way
      // then, unless they greet us alone, which shows that they have not met us yet.
      const isOnItsWay = this.#transport.state(from) === 'new' && (hasServer || to === undefined);
      if (!isOnItsWay) this.#transport.links.get(from)?.resume();
      return;
    }
    if (hasServer) return;
    if (to === undefined) {
      // A newcomer: it learns of us, and those who were there before make the offer.
      this.#socket.greet(from);
      if (this.#unproven().length < MOST_UNPROVEN && this.#add(from, name)) this.#transport.connect(from);
    } else if (this.#makeRoom() && this.#add(from, name) && this.#isTooMany()) {
      this.#refuseFullRoom();
    }
  }

  /** True when somebody who replies to our first greeting was there before us, and is one too many. */
  #isTooMany(): boolean {
    return Date.now() - this.#since < TIMING.owedOffer && ++this.#hereBefore >= this.#options.maxParticipants;
  }

  #onLinkMessage(message: LinkMessage): void {
    // An offer to nobody is for our server to keep.
    if (message.to === undefined) return;
    const member = this.roster.get(message.from);
    if (member) member.seen = Date.now();
    else if (this.#socket.hasServer || message.type !== 'offer') return;
    else if (!this.#makeRoom() || !this.#add(message.from, '')) return;
    this.#transport.receive(message, this.#socket.hasServer);
  }

  #onRefused(refusal: ErrorMessage | undefined): void {
    const code = refusal?.code ?? '';
    // A host wanted it so: nothing has failed.
    if (code === 'ended') return this.#listener.onEnd(code);
    const error = new CallError(isCallErrorCode(code) ? code : 'signaling-refused', { subject: refusal?.message });
    this.#listener.onEnd(isLeaveReason(code) ? code : 'signaling-lost', error);
  }

  #refuseFullRoom(): void {
    this.#listener.onEnd('room-full', new CallError('room-full', { subject: this.#options.room }));
  }

  // Links

  #onPeerState(peer: string, state: RTCPeerConnectionState): void {
    this.roster.change(peer, { connectionState: state });
    const member = this.roster.get(peer);
    if (state === 'connected' && member) member.reported = false;
  }

  #onPeerTold(peer: string, message: ChannelMessage): void {
    const member = this.roster.get(peer);
    if (message.type === 'bye') return this.#remove(peer);
    if (message.type === 'view') {
      if (member) member.wanted = message;
      return;
    }
    this.roster.rename(peer, message.name);
    this.roster.introduce(peer);
    this.roster.change(peer, { audio: message.audio, video: message.video });
  }

  /** The link ended without goodbye. Whoever is still in the room shows up again by the next hello, or is called. */
  #onPeerClosed(peer: string): void {
    if (this.#socket.hasServer && !this.roster.get(peer)?.lost) this.roster.change(peer, { connectionState: 'closed' });
    else this.#remove(peer);
  }

  // Who is there

  /** Somebody of whom our server tells. */
  #meetMember({ id, name, trusted }: MemberInit): void {
    if (!this.#welcomeBack(id, name, trusted)) this.#add(id, name, trusted);
  }

  #add(id: string, name: string, trusted = false): boolean {
    if ((this.roster.size >= MOST_MEMBERS && !this.#socket.hasServer) || id === this.#socket.peer) return false;
    this.roster.add(id, name, this.#transport.stream(id), trusted);
    if (name) this.roster.introduce(id);
    // Closed meanwhile: then nobody is told anything any more.
    else setTimeout(() => this.#closed || this.roster.introduce(id), TIMING.name);
    return true;
  }

  /** Those from whom no description has come yet: so far, they are only a claim. */
  #unproven(): string[] {
    const isUnproven = (state: RTCPeerConnectionState | undefined): boolean => state === undefined || state === 'new';
    return this.roster.members().flatMap(([id]) => (isUnproven(this.#transport.state(id)) ? id : []));
  }

  /** In a full room a mere claim makes way; false when there is none. */
  #makeRoom(): boolean {
    if (this.roster.size < MOST_MEMBERS) return true;
    const [oldest] = this.#unproven();
    if (oldest !== undefined) this.#remove(oldest);
    return oldest !== undefined;
  }

  /** True when the person is known; then this is a sign of life. */
  #welcomeBack(id: string, name: string, trusted = false): boolean {
    const member = this.roster.get(id);
    if (!member) return false;
    member.seen = Date.now();
    member.lost = false;
    // On a plain relay anybody can say so for anybody; whoever is linked to us tells us over the link.
    if (name && (this.#socket.hasServer || !this.#isConnected(id))) this.roster.rename(id, name, trusted);
    if (name) this.roster.introduce(id);
    return true;
  }

  /** The server lost a person's socket. As long as the link works, or has hardly ceased to, they have not left the call. */
  #onLost(id: string): void {
    const member = this.roster.get(id);
    if (!member) return;
    if (this.#isConnected(id)) member.lost = true;
    else this.#remove(id);
  }

  #remove(id: string): void {
    this.#transport.disconnect(id);
    this.roster.remove(id);
    this.#eachCompanion((companion) => companion.onGone?.(id));
  }

  #isConnected(id: string): boolean {
    return this.#transport.state(id) === 'connected';
  }

  /** Tells of trouble with a person, once until they are connected again. */
  #reportOnce(code: CallErrorCode, peer: string, cause?: unknown): void {
    const member = this.roster.get(peer);
    if (!member || member.reported) return;
    member.reported = true;
    this.#listener.onError(new CallError(code, { recoverable: true, subject: peer, cause }));
  }
}

const ENDING = ['unauthorized', 'room-full', 'room-locked', 'refused-entry', 'duplicate', 'removed'] as const;
const isLeaveReason = (code: string): code is (typeof ENDING)[number] => (ENDING as readonly string[]).includes(code);
const isCallErrorCode = (code: string): code is CallErrorCode =>
  isLeaveReason(code) || code === 'protocol-version' || code === 'protocol-invalid';
