import {
  PROTOCOL_VERSION,
  type IceServerInit,
  type LeftReason,
  type Member as Profile,
  type OfferMessage,
  type RelayedMessage,
  type ServerErrorCode,
  type ServerMessage,
} from '../protocol/index.js';
import type { Identity } from './identity.js';
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
  /** The name that an access token decides. */
  readonly trustedName?: string;
  readonly iceServers?: readonly IceServerInit[];
  readonly wire: Wire;
}

/** What became of a message: it went to somebody, waits for somebody, or its addressee is not here. */
export type Delivery = 'relayed' | 'kept' | 'undeliverable';

/** Somebody in a room. */
export class Member {
  readonly id: string;
  readonly room: Room;
  readonly wire: Wire;
  readonly trusted: boolean;
  name: string;
  #openOffer: OfferMessage | undefined;
  #claimedLink: string | undefined;

  constructor(entry: Entry, room: Room, replaced: Member | undefined) {
    this.id = entry.identity.id;
    this.room = room;
    this.wire = entry.wire;
    this.trusted = entry.trustedName !== undefined;
    this.name = entry.trustedName ?? '';
    if (replaced) this.#claimedLink = replaced.#claimedLink;
  }

  /** What others are told of this member. */
  get profile(): Profile {
    return { id: this.id, name: this.name, ...(this.trusted && { trusted: true }) };
  }

  tell(message: ServerMessage | RelayedMessage): void {
    this.wire.send(JSON.stringify(message));
  }

  /**
   * Keeps an open offer for whoever joins next, in place of an older one. One whose link has just been claimed crossed
   * that news on its way, and is ignored: a link has two ends.
   */
  deposit(offer: OfferMessage): void {
    if (offer.link !== this.#claimedLink) this.#openOffer = offer;
  }

  /** Takes the open offer away, if there is one. */
  claim(): OfferMessage | undefined {
    const offer = this.#openOffer;
    if (offer) this.#claimedLink = offer.link;
    this.#openOffer = undefined;
    return offer;
  }
}

/** The members of one room, and what passes between them. Made by {@link Rooms}. */
export class Room {
  readonly name: string;
  readonly #members = new Map<string, Member>();

  constructor(name: string) {
    this.name = name;
  }

  get size(): number {
    return this.#members.size;
  }

  has(id: string): boolean {
    return this.#members.has(id);
  }

  /**
   * Lets somebody in: they get `welcome` and then the open offers that wait; the others get `joined`. Whoever is back
   * takes the place of their own dead socket, and nobody is told that it `left`.
   */
  enter(entry: Entry): Member {
    const replaced = this.#members.get(entry.identity.id);
    const member = new Member(entry, this, replaced);
    const others = [...this.#members.values()].filter((other) => other !== replaced);
    this.#members.set(member.id, member);
    replaced?.wire.close('duplicate', 'the same peer came back on another socket');
    member.tell({
      type: 'welcome',
      v: PROTOCOL_VERSION,
      id: member.id,
      resume: entry.identity.resume,
      peers: others.map((other) => other.profile),
      ...(entry.trustedName !== undefined && { name: entry.trustedName }),
      ...(entry.iceServers && { iceServers: [...entry.iceServers] }),
    });
    for (const other of others) introduce(member, other, !entry.resumed);
    return member;
  }

  /** Takes a member out and tells the others. A member whose place another socket has taken is gone already: false. */
  leave(member: Member, reason: LeftReason): boolean {
    if (this.#members.get(member.id) !== member) return false;
    this.#members.delete(member.id);
    const left = JSON.stringify({ type: 'left', peer: member.id, reason } satisfies ServerMessage);
    for (const other of this.#members.values()) other.wire.send(left);
    return true;
  }

  /**
   * Passes on what a member says.
   *
   * A `hello` alone may name another sender: clients greet as soon as their socket opens, before `welcome` tells them
   * their id. It goes on with the right one.
   *
   * @param frame the message as it came in; it goes on untouched wherever nothing has to be changed
   * @throws Refusal `protocol-invalid` when the message names another sender or another room
   */
  relay(sender: Member, message: RelayedMessage, frame: Frame): Delivery {
    if (message.from !== sender.id && message.type !== 'hello') {
      throw new Refusal('protocol-invalid', `${message.type}.from: not your id`);
    }
    if (message.room !== undefined && message.room !== this.name) {
      throw new Refusal('protocol-invalid', `${message.type}.room: not your room`);
    }
    if (message.type === 'offer' && message.to === undefined) {
      sender.deposit(message);
      return 'kept';
    }
    if (message.type === 'hello') {
      if (!sender.trusted) sender.name = message.name;
      const stamped = { ...message, from: sender.id, name: sender.name };
      if (sender.trusted || message.from !== sender.id) frame = JSON.stringify(stamped);
    }
    return message.to === undefined ? this.#broadcast(sender, frame) : this.#deliver(sender, message.to, frame);
  }

  #broadcast(sender: Member, frame: Frame): Delivery {
    for (const other of this.#members.values()) if (other !== sender) other.wire.send(frame);
    return 'relayed';
  }

  #deliver(sender: Member, to: string, frame: Frame): Delivery {
    const addressee = this.#members.get(to);
    if (!addressee || addressee === sender) return 'undeliverable';
    addressee.wire.send(frame);
    return 'relayed';
  }
}

/** Tells a member of a newcomer, who gets the member's open offer, so that one description crosses less. */
function introduce(newcomer: Member, member: Member, withOffer: boolean): void {
  const offer = withOffer ? member.claim() : undefined;
  if (offer) newcomer.tell({ ...offer, to: newcomer.id });
  member.tell({ type: 'joined', peer: newcomer.profile, ...(offer && { link: offer.link }) });
}

/** All rooms that somebody is in. A room begins with its first member and ends with its last. */
export class Rooms {
  readonly #maxRoomSize: number;
  readonly #rooms = new Map<string, Room>();
  #members = 0;

  constructor(maxRoomSize: number) {
    this.#maxRoomSize = maxRoomSize;
  }

  /** How many rooms there are. */
  get size(): number {
    return this.#rooms.size;
  }

  /** How many people are in all rooms together. */
  get members(): number {
    return this.#members;
  }

  /** @throws Refusal `room-full` */
  enter(name: string, entry: Entry): Member {
    const room = this.#rooms.get(name) ?? new Room(name);
    const isBack = room.has(entry.identity.id);
    if (!isBack && room.size >= this.#maxRoomSize) {
      throw new Refusal('room-full', `this room holds ${this.#maxRoomSize} people`);
    }
    this.#rooms.set(name, room);
    if (!isBack) this.#members += 1;
    return room.enter(entry);
  }

  /** See {@link Room.leave}. */
  leave(member: Member, reason: LeftReason): boolean {
    if (!member.room.leave(member, reason)) return false;
    this.#members -= 1;
    if (member.room.size === 0) this.#rooms.delete(member.room.name);
    return true;
  }
}
