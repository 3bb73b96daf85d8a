import type {
  ErrorMessage,
  IceServerInit,
  LeftReason,
  PhoneLineMessage,
  RefusedMessage,
  RelayedMessage,
  RingMessage,
} from '../../../signaling/protocol/index.js';
import { RoomSocket, type Outgoing, type RoomSocketOptions } from '../../../signaling/client/index.js';
import { phoneCodec } from './phone-codec.js';
import type { PrivateRoom } from './private-room.js';

/** Whom a {@link PhoneLine} tells what happens. */
export interface LineListener {
  /** The others on the line can be spoken to, for the first time or again. */
  onOpen: () => void;
  /** The socket is away, or could not be had, and is tried again. */
  onDown: () => void;
  /** The server wants no further attempt. Nothing follows. */
  onRefused: (refusal: ErrorMessage | undefined) => void;
  /** Somebody speaks about a call, or our server about an invitation of ours. */
  onRing: (message: RingMessage | RefusedMessage) => void;
  /** Somebody's socket ended, as our server tells. */
  onLeft: (peer: string, reason: LeftReason) => void;
}

const RING_TYPES: ReadonlySet<string> = new Set<(RingMessage | RefusedMessage)['type']>([
  'available',
  'invite',
  'ringing',
  'accept',
  'decline',
  'accepted',
  'end',
  'refused',
]);
const isAboutRinging = (message: PhoneLineMessage): message is RingMessage | RefusedMessage => RING_TYPES.has(message.type);

/** A socket in a phone room: what is said of calls goes to one listener, what links say to the rooms of two that use them. */
export class PhoneLine {
  #socket: RoomSocket;
  #listener: LineListener;
  #rooms = new Set<PrivateRoom>();
  #iceServers: IceServerInit[] | undefined;
  #name: string | undefined;

  constructor(options: RoomSocketOptions, listener: LineListener) {
    this.#listener = listener;
    this.#socket = new RoomSocket(
      { ...options, codec: options.codec ?? phoneCodec },
      {
        onOpen: (welcome) => {
          this.#iceServers = welcome?.iceServers;
          this.#name = welcome?.name;
          // First who this is: our server lets nobody else speak in a phone room.
          this.#listener.onOpen();
          for (const room of [...this.#rooms]) room.onLineOpen();
        },
        onDown: () => {
          for (const room of [...this.#rooms]) room.onLineDown();
          this.#listener.onDown();
        },
        onRefused: (refusal) => {
          for (const room of [...this.#rooms]) room.onLineRefused(refusal);
          this.#listener.onRefused(refusal);
        },
        onMessage: (message) => this.#onMessage(message),
      },
    );
  }

  get peer(): string {
    return this.#socket.peer;
  }

  get open(): boolean {
    return this.#socket.open;
  }

  get hasServer(): boolean {
    return this.#socket.hasServer;
  }

  get address(): string {
    return this.#socket.address;
  }

  /** This person's name, when the access token decides it. */
  get name(): string | undefined {
    return this.#name;
  }

  /** The newest that our server supplied. */
  get iceServers(): IceServerInit[] | undefined {
    return this.#iceServers;
  }

  /** Sends now or not at all; `false` tells the latter. */
  send(message: Outgoing<RelayedMessage | RingMessage>): boolean {
    return this.#socket.send(message);
  }

  /** See {@link RoomSocket.probe}. */
  probe(patienceMs?: number): void {
    this.#socket.probe(patienceMs);
  }

  /** From now on this room hears what its two say to each other. */
  carry(room: PrivateRoom): void {
    this.#rooms.add(room);
  }

  /** The room is left. */
  drop(room: PrivateRoom): void {
    this.#rooms.delete(room);
  }

  /** Says goodbye and ends the socket for good. Idempotent. */
  close(): void {
    this.#rooms.clear();
    this.#socket.close();
  }

  #onMessage(message: PhoneLineMessage): void {
    if (isAboutRinging(message)) return this.#listener.onRing(message);
    if (message.type === 'ice-servers') this.#iceServers = message.iceServers;
    for (const room of [...this.#rooms]) room.onLineMessage(message);
    if (message.type === 'left') this.#listener.onLeft(message.peer, message.reason);
    // On a plain relay a goodbye of somebody else's is anybody's claim, but so is all that rings there.
    if (message.type === 'bye') this.#listener.onLeft(message.from, 'left');
  }
}
