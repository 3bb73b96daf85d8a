import type { LeftReason } from '../protocol/index.js';
import type { Limits } from './limits.js';
import type { Entry, Member, Place } from './member.js';
import { calledName } from './phone-rights.js';
import { PhoneRoom } from './phone-room.js';
import { Refusal } from './refusal.js';
import { RingLimit } from './ring-limit.js';
import { Room } from './room.js';

/** All rooms that somebody is in, of either kind. A room begins with its first member and ends with its last. */
export class Rooms {
  readonly #limits: Limits;
  readonly #rings: RingLimit;
  readonly #rooms = new Map<string, Place>();
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

  /** @throws Refusal `room-full` */
  enter(name: string, entry: Entry): Member {
    const isForCalling = calledName(name) !== undefined;
    const room = this.#rooms.get(name) ?? (isForCalling ? new PhoneRoom(name, this.#rings) : new Room(name));
    const isBack = room.has(entry.identity.id);
    const maxSize = isForCalling ? this.#limits.maxPhoneRoomSize : this.#limits.maxRoomSize;
    if (!isBack && room.size >= maxSize) throw new Refusal('room-full', `this room holds ${maxSize} people`);
    this.#rooms.set(name, room);
    if (!isBack) this.#members += 1;
    return room.enter(entry);
  }

  /** See {@link Member.leave}. */
  leave(member: Member, reason: LeftReason): boolean {
    if (!member.leave(reason)) return false;
    this.#members -= 1;
    if (member.room.size === 0) this.#rooms.delete(member.room.name);
    return true;
  }

  /** Forgets who called when, where it counts no more. */
  sweep(nowMs: number): void {
    this.#rings.forget(nowMs);
  }
}
