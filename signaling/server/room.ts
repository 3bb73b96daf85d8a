import type {
  LeftReason,
  ModerateMessage,
  MuteRequestMessage,
  OfferMessage,
  ServerMessage,
  StandingMessage,
} from '../protocol/index.js';
import { Door } from './door.js';
import { forgetOldest } from './forget-oldest.js';
import { Member, type Delivery, type Departure, type Entry, type Frame, type Place, type Said } from './member.js';
import { Refusal } from './refusal.js';

/** Somebody in a call. */
class Participant extends Member {
  readonly room: Room;
  readonly isHost: boolean;
  /** What tells this person at the door: see {@link Expulsions}. */
  readonly marks: readonly string[];
  /** Wants to know how the room stands. */
  attends = false;
  #openOffer: OfferMessage | undefined;
  #claimedLink: string | undefined;

  constructor(entry: Entry, room: Room, replaced: Participant | undefined) {
    super(entry);
    this.room = room;
    this.isHost = entry.isHost === true;
    this.marks = marksOf(entry);
    if (replaced) this.#claimedLink = replaced.#claimedLink;
  }

  override say(message: Said, frame: Frame): Delivery {
    return this.room.relay(this, message, frame);
  }

  override leave(reason: LeftReason): boolean {
    return this.room.leave(this, reason);
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

/** What tells somebody again who comes back: the id, and whoever made the token knows them as. */
export const marksOf = ({ identity, subject }: Entry): readonly string[] => [
  `id ${identity.id}`,
  ...(subject === undefined ? [] : [`sub ${subject}`]),
];

/** Those who keep more than one room. */
export interface Keeper {
  /** Has somebody leave at once. */
  dismiss(departure: Departure): void;
  /** Has somebody leave who can't come back for a while. */
  expel(departure: Departure, marks: readonly string[]): void;
}

/** How many are remembered whom a host removed from one room: more than it holds. */
const MOST_REMOVED = 100;

/** The room of a call: its members, who all know of each other, and what passes between them. */
export class Room implements Place {
  readonly name: string;
  readonly #maxSize: number;
  readonly door: Door;
  readonly #keeper: Keeper;
  readonly #members = new Map<string, Participant>();
  /** Ids of those whom a host removed. */
  readonly #removed = new Set<string>();

  constructor(name: string, maxSize: number, maxWaiting: number, keeper: Keeper) {
    this.name = name;
    this.#maxSize = maxSize;
    this.#keeper = keeper;
    this.door = new Door(maxWaiting, () => this.#tellStanding(({ isHost }) => isHost));
  }

  get size(): number {
    return this.#members.size;
  }

  get isEmpty(): boolean {
    return this.size === 0 && this.door.visitors.length === 0;
  }

  has(id: string): boolean {
    return this.#members.has(id);
  }

  /** See {@link Place.makeWay}. Nobody ever leaves for another. */
  makeWay(): undefined {
    if (this.size >= this.#maxSize) throw new Refusal('room-full', `this room holds ${this.#maxSize} people`);
  }

  /** See {@link Place.enter}. The newcomer gets `welcome` and then the open offers that wait; the others get `joined`. */
  enter(entry: Entry): Participant {
    const replaced = this.#members.get(entry.identity.id);
    const member = new Participant(entry, this, replaced);
    const others = [...this.#members.values()].filter((other) => other !== replaced);
    this.#members.set(member.id, member);
    replaced?.wire.close('duplicate', 'the same peer came back on another socket');
    member.welcome(entry, others);
    for (const other of others) introduce(member, other, !entry.resumed);
    this.door.remember(member.id, entry.pass);
    this.#removed.delete(member.id);
    if (entry.resumed) this.#tellRemovals(member);
    if (member.isHost || replaced?.isHost) this.#tellStanding();
    return member;
  }

  /** See {@link Member.leave}. All others are told. */
  leave(member: Participant, reason: LeftReason): boolean {
    if (this.#members.get(member.id) !== member) return false;
    this.#members.delete(member.id);
    const left = JSON.stringify({ type: 'left', peer: member.id, reason } satisfies ServerMessage);
    for (const other of this.#members.values()) other.wire.send(left);
    if (reason !== 'lost') this.door.forget(member.id);
    // With the last one the room is over, and with it what held in it. Who is only lost may be back.
    if (this.size === 0 && reason !== 'lost') this.door.open();
    if (member.isHost) this.#tellStanding();
    return true;
  }

  /** See {@link Member.say}. */
  relay(sender: Participant, message: Said, frame: Frame): Delivery {
    sender.vet(message);
    switch (message.type) {
      case 'candidate':
      case 'answer':
        break;
      case 'offer':
        if (message.to !== undefined) break;
        sender.deposit(message);
        return 'kept';
      case 'attend':
        sender.attends = true;
        this.#tellStanding((other) => other === sender);
        return 'swallowed';
      case 'moderate':
        if (!sender.isHost) throw new Refusal('not-allowed', `moderate.${message.act}: only for hosts`);
        return this.#moderate(sender, message);
      case 'hello':
        frame = sender.greet(message, frame);
        break;
      default:
        throw new Refusal('protocol-invalid', `type: ${message.type} belongs in a phone room`);
    }
    return message.to === undefined ? this.#broadcast(sender, frame) : this.#deliver(sender, message.to, frame);
  }

  /** Does what a host asks. */
  #moderate(host: Participant, { act, to }: ModerateMessage): Delivery {
    switch (act) {
      case 'lock':
      case 'unlock':
        this.door.isLocked = act === 'lock';
        this.#tellStanding();
        return 'moderated';
      case 'end':
        this.#end();
        return 'moderated';
      case 'mute':
        return this.#askToMute(host, to);
      default:
        return this.#decide(host, act, to ?? '');
    }
  }

  #decide(host: Participant, act: 'admit' | 'refuse' | 'remove', id: string): Delivery {
    if (act !== 'remove') return this.door[act](id) ? 'moderated' : 'undeliverable';
    const member = this.#members.get(id);
    if (!member || member === host) return 'undeliverable';
    this.#keeper.expel({ member, code: 'removed', why: 'a host removed you' }, member.marks);
    this.#removed.add(id);
    forgetOldest(this.#removed, MOST_REMOVED);
    return 'moderated';
  }

  /**
   * Whoever was away when somebody was removed may still be linked to them. That they are not in the room any more would not tell:
   * so it is with everybody whose socket is lost.
   */
  #tellRemovals(member: Participant): void {
    for (const peer of this.#removed) member.tell({ type: 'left', peer, reason: 'removed' });
  }

  /** Only a client itself can mute its microphone, so this reaches those who attend and do as asked. */
  #askToMute(host: Participant, to: string | undefined): Delivery {
    const addressees = [...this.#members.values()].filter(
      (member) => member !== host && member.attends && (to === undefined || to === member.id),
    );
    const request = JSON.stringify({ type: 'mute-request', by: host.id } satisfies MuteRequestMessage);
    for (const { wire } of addressees) wire.send(request);
    return addressees.length === 0 ? 'undeliverable' : 'moderated';
  }

  /** Sends everybody away, those who wait included. */
  #end(): void {
    for (const visitor of this.door.visitors) {
      this.door.giveUp(visitor);
      visitor.wire.close('ended', 'a host ended the call');
    }
    for (const member of [...this.#members.values()]) {
      this.#keeper.dismiss({ member, code: 'ended', why: 'a host ended the call' });
    }
  }

  #tellStanding(concerns: (member: Participant) => boolean = () => true): void {
    const members = [...this.#members.values()];
    const hosts = members.filter(({ isHost }) => isHost).map(({ id }) => id);
    for (const member of members) {
      if (!member.attends || !concerns(member)) continue;
      const standing: StandingMessage = {
        type: 'standing',
        locked: this.door.isLocked,
        hosts,
        host: member.isHost,
        ...(member.isHost && { waiting: this.door.waiting }),
      };
      member.wire.send(JSON.stringify(standing));
    }
  }

  #broadcast(sender: Participant, frame: Frame): Delivery {
    for (const other of this.#members.values()) if (other !== sender) other.wire.send(frame);
    return 'relayed';
  }

  #deliver(sender: Participant, to: string, frame: Frame): Delivery {
    const addressee = this.#members.get(to);
    if (!addressee || addressee === sender) return 'undeliverable';
    addressee.wire.send(frame);
    return 'relayed';
  }
}

/** Tells a member of a newcomer, who gets the member's open offer, so that one description crosses less. */
function introduce(newcomer: Participant, member: Participant, withOffer: boolean): void {
  const offer = withOffer ? member.claim() : undefined;
  if (offer) newcomer.tell({ ...offer, to: newcomer.id });
  member.tell({ type: 'joined', peer: newcomer.profile, ...(offer && { link: offer.link }) });
}
