import type { LeftReason } from '../protocol/index.js';
import type { Limits } from './limits.js';
import type { Entry, Member, Place } from './member.js';
import { calledName } from './phone-rights.js';
import { PhoneRoom } from './phone-room.js';
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
    if (member.room.size === 0) this.#rooms.delete(member.room.name);
    return true;
  }

  /** Forgets who called when, where it counts no more. */
  sweep(nowMs: number): void {
    this.#rings.forget(nowMs);
  }

  #newRoom(name: string): Place {
    const { maxRoomSize, maxPhoneRoomSize } = this.#limits;
    return calledName(name) === undefined ? new Room(name, maxRoomSize) : new PhoneRoom(name, maxPhoneRoomSize, this.#rings);
  }

  #makeWay(room: Place): void {
    const departure = room.makeWay();
    if (!departure) return;
    const { member, code, why } = departure;
    // First, since a wire that closes does not change a room.
    this.leave(member, 'lost');
    member.wire.close(code, why);
  }
}
