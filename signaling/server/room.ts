import type { LeftReason, OfferMessage, ServerMessage } from '../protocol/index.js';
import { Member, type Delivery, type Entry, type Frame, type Place, type Said } from './member.js';
import { Refusal } from './refusal.js';

/** Somebody in a call. */
class Participant extends Member {
  readonly room: Room;
  #openOffer: OfferMessage | undefined;
  #claimedLink: string | undefined;

  constructor(entry: Entry, room: Room, replaced: Participant | undefined) {
    super(entry);
    this.room = room;
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

/** The room of a call: its members, who all know of each other, and what passes between them. */
export class Room implements Place {
  readonly name: string;
  readonly #maxSize: number;
  readonly #members = new Map<string, Participant>();

  constructor(name: string, maxSize: number) {
    this.name = name;
    this.#maxSize = maxSize;
  }

  get size(): number {
    return this.#members.size;
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
    return member;
  }

  /** See {@link Member.leave}. All others are told. */
  leave(member: Participant, reason: LeftReason): boolean {
    if (this.#members.get(member.id) !== member) return false;
    this.#members.delete(member.id);
    const left = JSON.stringify({ type: 'left', peer: member.id, reason } satisfies ServerMessage);
    for (const other of this.#members.values()) other.wire.send(left);
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
      case 'hello':
        frame = sender.greet(message, frame);
        break;
      default:
        throw new Refusal('protocol-invalid', `type: ${message.type} belongs in a phone room`);
    }
    return message.to === undefined ? this.#broadcast(sender, frame) : this.#deliver(sender, message.to, frame);
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
