import {
  PROTOCOL_VERSION,
  type ByeMessage,
  type HelloMessage,
  type HostMessage,
  type IceServerInit,
  type LeftReason,
  type Member as Profile,
  type RelayedMessage,
  type RingMessage,
  type ServerErrorCode,
  type ServerMessage,
} from '../protocol/index.js';
import type { Door } from './door.js';
import type { Identity } from './identity.js';
import type { PhoneRights } from './phone-rights.js';
import { Refusal } from './refusal.js';

/** One text frame: the text, or the UTF-8 bytes as they came in, which saves encoding them again. */
export type Frame = string | Uint8Array;

/** The way to a member's client, given from outside. Neither method may throw or change a room before it returns. */
export interface Wire {
  send(frame: Frame): void;
  /** Ends the wire, telling the client why. */
  close(code: ServerErrorCode, message: string): void;
}

/** Who enters a room, and how to reach them. */
export interface Entry {
  readonly identity: Identity;
  /** True for somebody who presented a key, and so may have links that are still alive. */
  readonly resumed: boolean;
  /** Where they come from, as limits count it. */
  readonly address: string;
  /** The name that an access token decides. */
  readonly trustedName?: string;
  /** The name that they gave while they waited to be let in. */
  readonly name?: string;
  /** May moderate, as an access token says. */
  readonly isHost?: boolean;
  /** Who this is for whoever made the token. */
  readonly subject?: string;
  /** The access token that lets them in; see {@link markOf}. */
  readonly pass?: string;
  /** What an access token allows in a phone room; absent: everything. */
  readonly phoneRights?: PhoneRights;
  readonly iceServers?: readonly IceServerInit[];
  readonly wire: Wire;
}

/** What members say to each other. A `bye` is none of it: the server itself says who left. */
export type Said = Exclude<RelayedMessage, ByeMessage> | RingMessage | HostMessage;

/**
 * What became of a message: it went to somebody, and made their phone `rung`; waits for somebody; was `swallowed`, since
 * nobody is to hear such a thing; or its addressee is not here.
 * What a host asked is `moderated`.
 */
export type Delivery = 'moderated' | 'relayed' | 'rung' | 'kept' | 'swallowed' | 'undeliverable';

/** Who has to go, and what they are told. */
export interface Departure {
  readonly member: Member;
  readonly code: ServerErrorCode;
  readonly why: string;
}

/** A room as {@link Rooms} sees it. */
export interface Place {
  readonly name: string;
  readonly size: number;
  /** True when nobody is in it, or waits for it: it can be forgotten. */
  readonly isEmpty: boolean;
  has(id: string): boolean;
  /**
   * Asks for a place for one more.
   *
   * @returns whoever must leave before somebody may enter, if anybody must
   * @throws Refusal `room-full`
   */
  makeWay(): Departure | undefined;
  /** Where people wait to be let in, and by whom; no room for calling has one. */
  readonly door?: Door;
  /** Lets somebody in. Whoever is back takes the place of their own dead socket, and nobody is told that it `left`. */
  enter(entry: Entry): Member;
}

/** Somebody in a room. */
export abstract class Member {
  readonly id: string;
  readonly wire: Wire;
  readonly trusted: boolean;
  name: string;
  abstract readonly room: Place;

  constructor({ identity, wire, trustedName, name }: Entry) {
    this.id = identity.id;
    this.wire = wire;
    this.trusted = trustedName !== undefined;
    this.name = trustedName ?? name ?? '';
  }

  /** What others are told of this member. */
  get profile(): Profile {
    return { id: this.id, name: this.name, ...(this.trusted && { trusted: true }) };
  }

  /**
   * Passes on what this member says.
   *
   * @param frame the message as it came in; it goes on untouched wherever nothing has to be changed
   * @throws Refusal when the message does not fit the member or the room
   * @throws RingRefusal when an invitation goes to nobody
   */
  abstract say(message: Said, frame: Frame): Delivery;

  /** Goes, and has those told whom it concerns. A member whose place another socket has taken is gone already: false. */
  abstract leave(reason: LeftReason): boolean;

  tell(message: ServerMessage | RelayedMessage): void {
    this.wire.send(JSON.stringify(message));
  }

  /** Tells the member that it is in. */
  welcome({ identity, trustedName, iceServers }: Entry, others: readonly Member[]): void {
    this.tell({
      type: 'welcome',
      v: PROTOCOL_VERSION,
      id: this.id,
      resume: identity.resume,
      peers: others.map((other) => other.profile),
      ...(trustedName !== undefined && { name: trustedName }),
      ...(iceServers && { iceServers: [...iceServers] }),
    });
  }

  /**
   * Makes sure that a message speaks for this member and for its room.
   *
   * A `hello` alone may name another sender: clients greet as soon as their socket opens, before `welcome` tells them
   * their id. It goes on with the right one.
   *
   * @throws Refusal `protocol-invalid`
   */
  vet(message: Said): void {
    if (message.from !== this.id && message.type !== 'hello') {
      throw new Refusal('protocol-invalid', `${message.type}.from: not your id`);
    }
    if (message.room !== undefined && message.room !== this.room.name) {
      throw new Refusal('protocol-invalid', `${message.type}.room: not your room`);
    }
  }

  /** Learns this member's name from a greeting, where no token decides it: the frame that others may hear. */
  greet(message: HelloMessage, frame: Frame): Frame {
    if (!this.trusted) this.name = message.name;
    if (!this.trusted && message.from === this.id) return frame;
    return JSON.stringify({ ...message, from: this.id, name: this.name });
  }
}
