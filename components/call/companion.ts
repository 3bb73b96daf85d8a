import type { StateMessage } from '../../signaling/protocol/index.js';
import type { RoomConnection } from '../../signaling/client/index.js';
import type { CallError } from './errors.js';
import type { LocalMedia } from './media/local-media.js';
import type { Participant } from './participant.js';
import type { Roster } from './roster.js';
import type { MediaTransport } from './transport.js';

/** A stay in a room, as those see it who accompany it. */
export interface Stay {
  readonly transport: MediaTransport;
  readonly roster: Roster;
  readonly socket: RoomConnection;
  readonly media: LocalMedia;
  /** How this person sends now. */
  state: () => StateMessage;
  /** Somebody is not there any more. */
  remove: (id: string) => void;
  /** This person is to be shown otherwise than before. */
  onOwn: (changes: Partial<Participant>) => void;
  /** Something failed, and the call goes on. */
  onError: (error: CallError) => void;
}

/** Somebody who knows what a call can beyond its first frame, for one stay in a room. Loaded when it is wanted. */
export interface Companion {
  /** Signaling is back after a while. */
  onSignaling?(): void;
  /** A peer can be told something over its link: for the first time, or over a new one. */
  onReady?(peer: string): void;
  /** Somebody is not there any more; nor is their link. */
  onGone?(peer: string): void;
  /**
   * Something that the protocol's core does not know, as it came; nobody has looked at it yet. From a `peer` over its link,
   * else through the signaling socket.
   */
  onUnread?(data: unknown, peer?: string): void;
  /** The stay is over. Idempotent. */
  close(): void;
}

/** Makes the companion of a stay that begins, or is under way. */
export type Accompany = (stay: Stay) => Companion;
