import type { HelloMessage, LeftReason } from '../protocol/index.js';
import type { Limits } from './limits.js';
import type { Departure, Entry, Member, Place } from './member.js';
import { Visitor } from './door.js';
import { Expulsions } from './expulsions.js';
import { Refusal } from './refusal.js';
import { calledName } from './phone-rights.js';
import { PhoneRoom } from './phone-room.js';
import { RingLimit } from './ring-limit.js';
import { marksOf, Room, type Keeper } from './room.js';

/** All rooms that somebody is in, of either kind. A room begins with its first member and ends with its last. */
export class Rooms implements Keeper {
  readonly #limits: Limits;
  readonly #rings: RingLimit;
  readonly #rooms = new Map<string, Place>();
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
    const door = this.#rooms.get(name)?.door;
    if (entry.isHost || door?.knows(id)) return undefined;
    if (door?.isLocked) throw new Refusal('room-locked', 'a host locked this room');
    if (!mustWait) return undefined;
    const room = this.#rooms.get(name) ?? this.#newRoom(name);
    if (!room.door) return undefined;
    const visitor = new Visitor(name, entry, letIn);
    room.door.wait(visitor);
    this.#rooms.set(name, room);
    return visitor;
  }

  /** A visitor greets. */
  hear(visitor: Visitor, hello: HelloMessage): void {
    this.#rooms.get(visitor.room)?.door?.hear(visitor, hello);
  }

  /** A visitor waits no more. */
  giveUp(visitor: Visitor): void {
    const room = this.#rooms.get(visitor.room);
    room?.door?.giveUp(visitor);
    if (room?.isEmpty) this.#rooms.delete(visitor.room);
  }

  /** @throws Refusal `room-full` */
  enter(name: string, entry: Entry): Member {
    const room = this.#rooms.get(name) ?? this.#newRoom(name);
    const isBack = room.has(entry.identity.id);
    if (!isBack) this.#makeWay(room);
    this.#rooms.set(name, room);
    if (!isBack) this.#members += 1;
    return room.enter(entry);
  }

  /** See {@link Member.leave}. */
  leave(member: Member, reason: LeftReason): boolean {
    if (!member.leave(reason)) return false;
    this.#members -= 1;
    if (member.room.isEmpty) this.#rooms.delete(member.room.name);
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

  /** Forgets who called when, where it counts no more. */
  sweep(nowMs: number): void {
    this.#rings.forget(nowMs);
    this.#expulsions.forget(nowMs);
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
