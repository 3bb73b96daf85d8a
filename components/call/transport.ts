import type { ChannelMessage, ExtrasMessage } from '../../signaling/protocol/index.js';
import type { Outgoing } from '../../signaling/client/index.js';
import type { LinkMessage } from './peer-link.js';

/** Whom a transport tells what happens with its peers, and by whom it sends. */
export interface TransportListener {
  /** Sends through signaling now or not at all; `false` tells the latter. */
  send: (message: Outgoing) => boolean;
  /** How the way to a peer stands has changed. */
  onState: (peer: string, state: RTCPeerConnectionState) => void;
  /** A peer can be told something. */
  onReady: (peer: string) => void;
  /** A peer says something that no relay saw; `undefined`: something that the core does not know, which `data` holds. */
  onTold: (peer: string, message: ChannelMessage | undefined, data: unknown) => void;
  /** A peer ended its link. */
  onClosed: (peer: string) => void;
  /** No description could be agreed on with a peer. */
  onBroken: (peer: string, cause: unknown) => void;
}

/** One way to one peer, as far as it concerns those who keep it good. */
export interface Link {
  /** For its statistics, and for the parameters of its senders. */
  readonly connection: RTCPeerConnection;
  /** Tells the peer over the data channel; `false` when that is not open. */
  tell(message: ChannelMessage | ExtrasMessage): boolean;
  /** Looks for another way to the peer (RFC 8445, 2.4: ICE restart). */
  restart(): void;
  /** The peer can be spoken to again: says again what may have been lost, and restarts ICE where the link is down. */
  resume(): void;
}

/** How media and short messages travel between the people of a call. A mesh today; others fit here. */
export interface MediaTransport {
  /** A stay in a room begins. */
  start(listener: TransportListener): void;
  /** Sets ICE servers and policy for what is made from now on. The same object as before changes nothing. */
  configure(configuration: RTCConfiguration): void;
  /** Takes the peer id that the room knows us by. */
  identify(self: string): void;
  /** Reaches out to a peer, once more if it has not answered. `link`: the open offer that it already took. */
  connect(peer: string, link?: string): void;
  /**
   * Takes in a peer's message, in whatever order messages come.
   * @param isTrusted our server vouches for its author, who then may also replace a link that works as far as we know
   */
  receive(message: LinkMessage, isTrusted: boolean): void;
  /** Signaling is back after a while: says again what may have been lost. */
  resume(): void;
  /** From now on leaves an offer with our server for whoever joins next; first of all when there is nobody yet. */
  offerOpenly(isAlone: boolean): void;
  /** The ways to the peers, as they stand now. */
  readonly links: ReadonlyMap<string, Link>;
  /** How the way to this peer stands; `undefined` when none was begun. */
  state(peer: string): RTCPeerConnectionState | undefined;
  /** What the peer sends; the same object as long as the peer is known. */
  stream(peer: string): MediaStream;
  /** Sends what this person's devices give now. */
  syncTracks(): void;
  /** Tells one peer, or all, without any relay. */
  tell(message: ChannelMessage, peer?: string): void;
  /** Forgets a peer. */
  disconnect(peer: string): void;
  /** Ends everything. Idempotent. */
  close(): void;
}
