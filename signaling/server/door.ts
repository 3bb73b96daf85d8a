import type { HelloMessage, Member as Profile } from '../protocol/index.js';
import { forgetOldest } from './forget-oldest.js';
import type { Entry, Wire } from './member.js';
import { Refusal } from './refusal.js';

/** Somebody who asks to be let in. In no room: hears nothing of it, and says nothing there. */
export class Visitor {
  readonly id: string;
  readonly wire: Wire;
  readonly room: string;
  readonly #letIn: () => void;
  #name: string | undefined;
  readonly #trusted: boolean;

  /** @param letIn has the visitor enter. @throws Refusal `room-full` */
  constructor(room: string, { identity, wire, trustedName }: Entry, letIn: () => void) {
    this.id = identity.id;
    this.room = room;
    this.wire = wire;
    this.#letIn = letIn;
    this.#name = trustedName;
    this.#trusted = trustedName !== undefined;
  }

  /** What hosts are told of the visitor; `undefined` before the visitor has said a name, or none. */
  get profile(): Profile | undefined {
    const name = this.#name;
    return name === undefined ? undefined : { id: this.id, name, ...(this.#trusted && { trusted: true }) };
  }

  /** Lets the visitor in. @throws Refusal `room-full` */
  letIn(): void {
    this.#letIn();
  }

  /** Learns the name from the first greeting: later ones would only keep hosts busy. True when there is something new. */
  greet({ name }: HelloMessage): boolean {
    if (this.#name !== undefined) return false;
    this.#name = name;
    return true;
  }
}

/** Ids of those who were in, and may come back through a locked door. Enough for a day of coming and going. */
const MOST_KNOWN = 1000;

/** The door of one room: whether it is locked, who waits before it, and who may pass. Open as long as nobody locks it. */
export class Door {
  isLocked = false;
  readonly #maxWaiting: number;
  readonly #onChange: () => void;
  readonly #visitors = new Map<string, Visitor>();
  /** Those who were in, and the mark of the token that each was let in by. */
  readonly #known = new Map<string, string | undefined>();
  #hasAdmitted = false;

  /** @param onChange told when hosts should see other visitors than before */
  constructor(maxWaiting: number, onChange: () => void) {
    this.#maxWaiting = maxWaiting;
    this.#onChange = onChange;
  }

  get visitors(): readonly Visitor[] {
    return [...this.#visitors.values()];
  }

  /** Those of whom hosts are told. */
  get waiting(): Profile[] {
    return this.visitors.flatMap(({ profile }) => profile ?? []);
  }

  /** True when it should stay as it is for people who are all lost, and may be back: a host has decided who passes. */
  get isGuarded(): boolean {
    return this.isLocked || this.#hasAdmitted;
  }

  /** Stands as it did before anybody came. */
  open(): void {
    this.isLocked = this.#hasAdmitted = false;
    this.#known.clear();
  }

  /** Somebody who has been in before, and not left. */
  knows(id: string): boolean {
    return this.#known.has(id);
  }

  /** True for the token that this one was let in by. */
  knowsPass(id: string, pass: string): boolean {
    return this.#known.get(id) === pass;
  }

  /** Somebody is in, so may come back. */
  remember(id: string, pass: string | undefined): void {
    this.#known.delete(id);
    this.#known.set(id, pass);
    forgetOldest(this.#known, MOST_KNOWN);
  }

  forget(id: string): void {
    this.#known.delete(id);
  }

  /** @throws Refusal `room-full` when too many wait already */
  wait(visitor: Visitor): void {
    if (this.#visitors.size >= this.#maxWaiting) throw new Refusal('room-full', `${this.#maxWaiting} people wait already`);
    this.#visitors.set(visitor.id, visitor);
    this.#onChange();
  }

  /** A visitor says something. Only a name counts. */
  hear(visitor: Visitor, hello: HelloMessage): void {
    if (visitor.greet(hello)) this.#onChange();
  }

  /** A visitor waits no more. */
  giveUp(visitor: Visitor): void {
    if (this.#visitors.get(visitor.id) !== visitor) return;
    this.#visitors.delete(visitor.id);
    this.#onChange();
  }

  /** @throws Refusal `room-full` when there is no place inside; the visitor goes on waiting */
  admit(id: string): boolean {
    const visitor = this.#visitors.get(id);
    if (!visitor) return false;
    visitor.letIn();
    this.#hasAdmitted = true;
    this.giveUp(visitor);
    return true;
  }

  refuse(id: string): boolean {
    const visitor = this.#visitors.get(id);
    if (!visitor) return false;
    this.giveUp(visitor);
    visitor.wire.close('refused-entry', 'a host did not let you in');
    return true;
  }
}
