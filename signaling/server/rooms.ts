import type { HelloMessage, LeftReason } from '../protocol/index.js';
import type { Limits } from './limits.js';
import type { Departure, Entry, Member, Place } from './member.js';
import { Visitor } from './door.js';
import { Expulsions } from './expulsions.js';
import { Refusal } from './refusal.js';
import { calledName } from './phone-rights.js';
import { forgetOldest } from './forget-oldest.js';
import { PhoneRoom } from './phone-room.js';
import { RingLimit } from './ring-limit.js';
import { marksOf, Room, type Keeper } from './room.js';

/**
 * How long a room stays as it was that nobody left, but everybody was lost from, in ms: as long as a silent socket is taken for
 * alive. A proxy that starts anew, or the network of a host who is alone, should not open a door that was locked.
 */
const DESERTED_MS = 60_000;
/** More are forgotten, the oldest first. */
const MOST_DESERTED = 10_000;

/** All rooms that somebody is in, of either kind. A room begins with its first member and ends with its last. */
export class Rooms implements Keeper {
  readonly #limits: Limits;
  readonly #rings: RingLimit;
  readonly #rooms = new Map<string, Place>();
  /** Those with nobody in them whose doors count, and until when. */
  readonly #deserted = new Map<string, { room: Place; untilMs: number }>();
  readonly #expulsions = new Expulsions();
  #members = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
    this.#rings = new RingLimit(limits.ringsPerMinute);
  }

  /** How many rooms there are. */
  get size(): number {
    return this.#rooms.size;
  }

  /** How many people are in all rooms together. */
  get members(): number {
    return this.#members;
  }

  /** How many people wait to be let into all rooms together. */
  get waiting(): number {
    let waiting = 0;
    for (const { door } of this.#rooms.values()) waiting += door?.visitors.length ?? 0;
    return waiting;
  }

  /**
   * Somebody comes to the door.
   *
   * @param mustWait unless they are back
   * @param letIn has them enter, once a host wants it
   * @returns the visitor that they are until then; nothing when they may enter at once
   * @throws Refusal `removed`, `room-locked`, or `room-full` when too many wait
   */
  knock(name: string, entry: Entry, mustWait: boolean, letIn: () => void): Visitor | undefined {
    const { id } = entry.identity;
    if (this.#expulsions.has(name, marksOf(entry), performance.now())) throw new Refusal('removed', 'a host removed you');
    const door = this.#find(name)?.door;
    if (entry.isHost || door?.knows(id)) return undefined;
    if (door?.isLocked) throw new Refusal('room-locked', 'a host locked this room');
    if (!mustWait) return undefined;
    const room = this.#find(name) ?? this.#newRoom(name);
    if (!room.door) return undefined;
    const visitor = new Visitor(name, entry, letIn);
    room.door.wait(visitor);
    this.#keep(room);
    return visitor;
  }

  /** True when this room let that peer in by that token, and they have not left since. */
  knowsPass(name: string, id: string, pass: string): boolean {
    return this.#find(name)?.door?.knowsPass(id, pass) === true;
  }

  /** A visitor greets. */
  hear(visitor: Visitor, hello: HelloMessage): void {
    this.#rooms.get(visitor.room)?.door?.hear(visitor, hello);
  }

  /** A visitor waits no more. */
  giveUp(visitor: Visitor): void {
    const room = this.#rooms.get(visitor.room);
    room?.door?.giveUp(visitor);
    if (room?.isEmpty) this.#close(room);
  }

  /** @throws Refusal `room-full` */
  enter(name: string, entry: Entry): Member {
    const room = this.#find(name) ?? this.#newRoom(name);
    const isBack = room.has(entry.identity.id);
    if (!isBack) this.#makeWay(room);
    this.#keep(room);
    if (!isBack) this.#members += 1;
    return room.enter(entry);
  }

  /** See {@link Member.leave}. */
  leave(member: Member, reason: LeftReason): boolean {
    if (!member.leave(reason)) return false;
    this.#members -= 1;
    if (member.room.isEmpty) this.#close(member.room);
    return true;
  }

  /** See {@link Keeper.dismiss}. */
  dismiss(departure: Departure): void {
    this.#sendAway(departure, 'removed');
  }

  /** See {@link Keeper.expel}. */
  expel(departure: Departure, marks: readonly string[]): void {
    this.#expulsions.add(departure.member.room.name, marks, performance.now());
    this.dismiss(departure);
  }

  /** Forgets what counts no more: who called when, who was removed, and how doors stood. */
  sweep(nowMs: number): void {
    this.#rings.forget(nowMs);
    this.#expulsions.forget(nowMs);
    for (const [name, { untilMs }] of this.#deserted) if (nowMs >= untilMs) this.#deserted.delete(name);
  }

  #find(name: string): Place | undefined {
    return this.#rooms.get(name) ?? this.#deserted.get(name)?.room;
  }

  #keep(room: Place): void {
    this.#rooms.set(room.name, room);
    this.#deserted.delete(room.name);
  }

  #close(room: Place): void {
    const { name } = room;
    this.#rooms.delete(name);
    if (!room.door?.isGuarded) return;
    this.#deserted.set(name, { room, untilMs: performance.now() + DESERTED_MS });
    forgetOldest(this.#deserted, MOST_DESERTED);
  }

  #newRoom(name: string): Place {
    const { maxRoomSize, maxWaiting, maxPhoneRoomSize } = this.#limits;
    return calledName(name) === undefined
      ? new Room(name, maxRoomSize, maxWaiting, this)
      : new PhoneRoom(name, maxPhoneRoomSize, this.#rings);
  }

  #makeWay(room: Place): void {
    const departure = room.makeWay();
    if (departure) this.#sendAway(departure, 'lost');
  }

  #sendAway({ member, code, why }: Departure, reason: LeftReason): void {
    // First, since a wire that closes does not change a room.
    this.leave(member, reason);
    member.wire.close(code, why);
  }
}
