import type { ChannelMessage } from '../../signaling/protocol/index.js';
import type { TypedEventTarget } from '../../signaling/client/index.js';
import type { LinkMessage } from './peer-link.js';

/** `peerstate`: how the way to a peer stands has changed. */
export class PeerStateEvent extends Event {
  readonly peer: string;
  readonly state: RTCPeerConnectionState;
  constructor(peer: string, state: RTCPeerConnectionState) {
    super('peerstate');
    this.peer = peer;
    this.state = state;
  }
}

/** `peertold`: a peer says something that no relay saw. */
export class PeerToldEvent extends Event {
  readonly peer: string;
  readonly message: ChannelMessage;
  constructor(peer: string, message: ChannelMessage) {
    super('peertold');
    this.peer = peer;
    this.message = message;
  }
}

/** `peerready`: a peer can be told something. `peerclosed`: a peer ended its link. */
export class PeerEvent extends Event {
  readonly peer: string;
  constructor(type: 'peerready' | 'peerclosed', peer: string) {
    super(type);
    this.peer = peer;
  }
}

/** `peerbroken`: no description could be agreed on with a peer. */
export class PeerBrokenEvent extends Event {
  readonly peer: string;
  readonly cause: unknown;
  constructor(peer: string, cause: unknown) {
    super('peerbroken');
    this.peer = peer;
    this.cause = cause;
  }
}

export interface TransportEvents {
  peerstate: PeerStateEvent;
  peertold: PeerToldEvent;
  peerready: PeerEvent;
  peerclosed: PeerEvent;
  peerbroken: PeerBrokenEvent;
}

/** How media and short messages travel between the people of a call. A mesh today; others fit here. */
export interface MediaTransport extends TypedEventTarget<TransportEvents> {
  /** Makes ready what the next peer will need, before there is one. */
  prepare(): void;
  /** Sets ICE servers and policy for what is made from now on. */
  configure(configuration: RTCConfiguration): void;
  /** Takes the peer id that the room knows us by. */
  identify(self: string): void;
  /** Reaches out to a peer. `link`: the open offer that it already took. */
  connect(peer: string, link?: string): void;
  /** Takes in a peer's message, in whatever order messages come. */
  receive(message: LinkMessage): void;
  /** Signaling is back after a while: says again what may have been lost. */
  resume(): void;
  /** Leaves an offer with our server for whoever joins next. */
  offerOpenly(): void;
  /** How the way to this peer stands; `undefined` when none was begun. */
  state(peer: string): RTCPeerConnectionState | undefined;
  /** What the peer sends; the same object as long as the peer is known. */
  stream(peer: string): MediaStream;
  /** Sends what this person's devices give now. */
  syncTracks(): void;
  /** Tells one peer, or all, without any relay. */
  tell(message: ChannelMessage, peer?: string): void;
  /** How loud each peer is now, 0 to 1. */
  audioLevels(): Map<string, number>;
  /** How loud this person is now, 0 to 1. */
  ownAudioLevel(): Promise<number>;
  /** Forgets a peer. */
  disconnect(peer: string): void;
  /** Ends everything. Idempotent. */
  close(): void;
}
