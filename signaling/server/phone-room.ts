import type { AcceptMessage, InviteMessage, LeftReason, RefusedReason, ServerMessage } from '../protocol/index.js';
import { Member, type Delivery, type Departure, type Entry, type Frame, type Place, type Said } from './member.js';
import type { PhoneRights } from './phone-rights.js';
import { RateLimit, type Rate } from './rate-limit.js';
import { Refusal } from './refusal.js';
import type { RingLimit } from './ring-limit.js';
import { RingRefusal } from './ring-refusal.js';

/** What somebody in a phone room is, for as long as they are there. */
type Role = 'phone' | 'caller';

/** What only one of the two may say. The rest is for both. */
const SAID_BY: Partial<Record<Said['type'], Role>> = {
  available: 'phone',
  ringing: 'phone',
  accept: 'phone',
  decline: 'phone',
  invite: 'caller',
  accepted: 'caller',
};

/** What makes somebody a phone or a caller. Whoever comes back in the middle of a call says `accepted`, not `invite`. */
const BEGINNINGS: readonly Said['type'][] = ['available', 'invite', 'accepted'];

/**
 * How often a caller may say something to all phones, and is answered when it goes nowhere. Clients repeat an invitation
 * every 4 s, and somewhat more often while their connection is new; each reaches every phone, whatever its size.
 */
const CALLER_RATE: Rate = { perSecond: 1, burst: 10, patienceMs: Infinity };

/** How often a phone may say that it is there: each time makes all callers send it their invitation, offer and all. */
const PHONE_RATE: Rate = { perSecond: 1 / 2, burst: 5, patienceMs: Infinity };

/** Somebody in a phone room: a phone once they said `available`, a caller once they invited, and until then nobody. */
class Line extends Member {
  readonly room: PhoneRoom;
  readonly address: string;
  readonly #rights: PhoneRights | undefined;
  role: Role | undefined;
  /** The ids of those who are told when this one leaves. */
  readonly audience = new Set<string>();
  /** A caller's last call that was counted. One more is counted whenever another follows, so nobody can alternate. */
  countedCall: string | undefined;
  /** A caller's last call that reached a phone. */
  rungCall: string | undefined;
  #callerRate = new RateLimit(CALLER_RATE, performance.now());
  #phoneRate = new RateLimit(PHONE_RATE, performance.now());

  constructor(entry: Entry, room: PhoneRoom) {
    super(entry);
    this.room = room;
    this.address = entry.address;
    this.#rights = entry.phoneRights;
  }

  override say(message: Said, frame: Frame): Delivery {
    return this.room.relay(this, message, frame);
  }

  override leave(reason: LeftReason): boolean {
    return this.room.leave(this, reason);
  }

  may(role: Role): boolean {
    if (!this.#rights) return true;
    return role === 'phone' ? this.#rights.mayBeCalled : this.#rights.mayCall;
  }

  /** Goes on with what the same person was on a socket before. */
  inherit(from: Line): void {
    this.role = from.role;
    for (const id of from.audience) this.audience.add(id);
    this.countedCall = from.countedCall;
    this.rungCall = from.rungCall;
    this.#callerRate = from.#callerRate;
    this.#phoneRate = from.#phoneRate;
  }

  /** False for what would make too many hear it, or answer it, too often. */
  mayBeHeard({ type, to }: Said): boolean {
    if (type === 'available') return this.#phoneRate.take(performance.now()) === 'pass';
    return to !== undefined || this.#callerRate.take(performance.now()) === 'pass';
  }

  /**
   * Answers an invitation that goes nowhere, unless there were too many.
   *
   * @throws RingRefusal
   */
  refuse(call: string, reason: RefusedReason): Delivery {
    if (this.#callerRate.take(performance.now()) !== 'pass') return 'swallowed';
    throw new RingRefusal(call, reason);
  }

  /** The frame with the name that a token decides and marked as such, and with nothing that only a token may say. */
  vouch(message: InviteMessage | AcceptMessage, frame: Frame): Frame {
    const user = message.type === 'invite' ? message.user : undefined;
    const isForeign = user !== undefined && this.#rights !== undefined && !this.#rights.names.includes(user);
    if (!this.trusted && message.trusted === undefined && !isForeign) return frame;
    // JSON leaves out what is undefined.
    const name = this.trusted ? this.name : message.name;
    return JSON.stringify({ ...message, name, trusted: this.trusted || undefined, user: isForeign ? undefined : user });
  }
}

/**
 * The room in which one name can be called. Phones hear callers, and callers phones; callers never hear each other, and
 * nobody is told who else is there. PROTOCOL.md, "Phone rooms on our server", has the rules.
 */
export class PhoneRoom implements Place {
  readonly name: string;
  readonly #maxSize: number;
  readonly #rings: RingLimit;
  readonly #lines = new Map<string, Line>();

  /**
   * @param maxSize how many phones there may be, how many callers, and how many who are neither
   * @param rings counts new calls by address, across all phone rooms of the server
   */
  constructor(name: string, maxSize: number, rings: RingLimit) {
    this.name = name;
    this.#maxSize = maxSize;
    this.#rings = rings;
  }

  get size(): number {
    return this.#lines.size;
  }

  get isEmpty(): boolean {
    return this.size === 0;
  }

  has(id: string): boolean {
    return this.#lines.has(id);
  }

  /**
   * See {@link Place.makeWay}. Nobody can be told from a phone before they speak, so nobody is refused here; else silent
   * sockets could keep phones out. Whoever has been silent for longest goes: a phone or a caller speaks at once, but for a
   * caller whose person still thinks about the microphone, and who just comes back.
   */
  makeWay(): Departure | undefined {
    const silent = this.#linesOf(undefined);
    const [oldest] = silent;
    if (!oldest || silent.length < this.#maxSize) return undefined;
    return { member: oldest, code: 'idle', why: 'you said nothing, and others wait to come in' };
  }

  /** See {@link Place.enter}. Nobody is told of the newcomer, and the newcomer of nobody. */
  enter(entry: Entry): Line {
    const replaced = this.#lines.get(entry.identity.id);
    const line = new Line(entry, this);
    this.#lines.set(line.id, line);
    replaced?.wire.close('duplicate', 'the same peer came back on another socket');
    line.welcome(entry, []);
    if (replaced?.role) this.#succeed(line, replaced, replaced.role);
    return line;
  }

  /** See {@link Member.leave}. Told are those who have had to do with this one, and so know of it anyway. */
  leave(line: Line, reason: LeftReason): boolean {
    if (this.#lines.get(line.id) !== line) return false;
    this.#lines.delete(line.id);
    this.#miss(line, reason);
    return true;
  }

  /** See {@link Member.say}. */
  relay(sender: Line, message: Said, frame: Frame): Delivery {
    sender.vet(message);
    // Whoever has taken a call attends as in any room.
    if (message.type === 'attend') return 'swallowed';
    if (message.type === 'moderate') {
      throw new Refusal('not-allowed', 'a phone room has no hosts');
    }
    const { type, to } = message;
    // Clients greet a room before they know what it is; here that would tell callers of each other.
    if (to === undefined && (type === 'hello' || type === 'offer')) return 'swallowed';
    checkRole(sender, message);
    if (type === 'invite') return this.#invite(sender, message, frame);
    if (type === 'available') this.#become(sender, 'phone');
    if (type === 'accepted') this.#become(sender, 'caller');
    if (!sender.mayBeHeard(message)) return 'swallowed';
    if (type === 'accept') frame = sender.vouch(message, frame);
    if (type === 'hello') frame = sender.greet(message, frame);
    // Of all who hear that a call is taken, it concerns the phone that has it.
    const meant = type === 'accepted' ? message.by : to;
    const addressees = this.#addressees(sender, to);
    for (const addressee of addressees) {
      if (addressee.id === meant) acquaint(sender, addressee);
      else if (sender.role === 'phone') sender.audience.add(addressee.id);
      addressee.wire.send(frame);
    }
    return to !== undefined && addressees.length === 0 ? 'undeliverable' : 'relayed';
  }

  #invite(sender: Line, message: InviteMessage, frame: Frame): Delivery {
    const { call, to } = message;
    if (!sender.may('caller')) return sender.refuse(call, 'unauthorized');
    const isNew = sender.countedCall !== call;
    if (isNew && !this.#rings.take(sender.address, performance.now())) return sender.refuse(call, 'rate-limited');
    this.#become(sender, 'caller');
    sender.countedCall = call;
    const phones = this.#addressees(sender, to);
    if (phones.length === 0) return sender.refuse(call, 'unavailable');
    // A new call has been counted already.
    if (!isNew && !sender.mayBeHeard(message)) return 'swallowed';
    const isFirst = sender.rungCall !== call;
    sender.rungCall = call;
    const vouched = sender.vouch(message, frame);
    for (const phone of phones) {
      acquaint(sender, phone);
      phone.wire.send(vouched);
    }
    return isFirst ? 'rung' : 'relayed';
  }

  /** @throws Refusal `room-full`, which is fatal */
  #become(line: Line, role: Role): void {
    if (line.role === role) return;
    if (this.#linesOf(role).length >= this.#maxSize) {
      throw new Refusal('room-full', `this room holds ${this.#maxSize} ${role}s`, { isFatal: true });
    }
    line.role = role;
  }

  /** All of one part, in the order in which they came. */
  #linesOf(role: Role | undefined): Line[] {
    return [...this.#lines.values()].filter((line) => line.role === role);
  }

  /** Those on the other side, or the one of them who is meant. Whoever else is here can't be told from nobody. */
  #addressees({ role }: Line, to: string | undefined): Line[] {
    const meant = to === undefined ? [...this.#lines.values()] : [this.#lines.get(to)];
    return meant.filter((line): line is Line => line?.role !== undefined && line.role !== role);
  }

  /** A token that allows less than the last one ends what somebody was. */
  #succeed(line: Line, replaced: Line, role: Role): void {
    if (line.may(role)) line.inherit(replaced);
    else this.#miss(replaced, 'lost');
  }

  #miss({ id, audience }: Line, reason: LeftReason): void {
    const left = JSON.stringify({ type: 'left', peer: id, reason } satisfies ServerMessage);
    for (const other of this.#lines.values()) {
      other.audience.delete(id);
      if (audience.has(other.id)) other.wire.send(left);
    }
  }
}

/** Each will be told when the other leaves. */
function acquaint(one: Line, other: Line): void {
  one.audience.add(other.id);
  other.audience.add(one.id);
}

/**
 * @throws Refusal `protocol-invalid` when somebody says what their part does not say, or says anything before they have
 *   one; `unauthorized` where a token does not allow the part, fatal for a phone
 */
function checkRole(sender: Line, { type, to }: Said): void {
  if (type === 'available' && !sender.may('phone')) {
    throw new Refusal('unauthorized', 'token: not to be called under this name', { isFatal: true });
  }
  if (type === 'accepted' && !sender.may('caller')) throw new Refusal('unauthorized', 'token: not to call this name');
  const { role } = sender;
  if (role === undefined) {
    if (BEGINNINGS.includes(type)) return;
    throw new Refusal('protocol-invalid', `type: ${type}: first say ${BEGINNINGS.join(' or ')}`);
  }
  if ((SAID_BY[type] ?? role) !== role) throw new Refusal('protocol-invalid', `type: ${type}: a ${role} does not say so`);
  if (type === 'end' && to === undefined && role === 'phone') throw new Refusal('protocol-invalid', 'end.to: missing');
}
