import type { Limits } from './limits.js';
import { Refusal } from './refusal.js';

interface Holding {
  connections: number;
  /** How many members of each room are here. */
  readonly rooms: Map<string, number>;
}

/** What each address holds: sockets, and rooms it is in. An address that holds nothing is forgotten. */
export class Addresses {
  readonly #limits: Limits;
  readonly #holdings = new Map<string, Holding>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** How many addresses hold something. */
  get size(): number {
    return this.#holdings.size;
  }

  /**
   * True when an address holds so many sockets, refused ones that linger included, that another is not even worth
   * an explanation.
   */
  isSwamped(address: string): boolean {
    return (this.#holdings.get(address)?.connections ?? 0) >= 2 * this.#limits.maxConnectionsPerAddress;
  }

  /** Counts a socket; {@link disconnect} must follow in any case. True when it is one too many. */
  connect(address: string): boolean {
    let holding = this.#holdings.get(address);
    if (!holding) this.#holdings.set(address, (holding = { connections: 0, rooms: new Map() }));
    holding.connections += 1;
    return holding.connections > this.#limits.maxConnectionsPerAddress;
  }

  disconnect(address: string): void {
    const holding = this.#holdings.get(address);
    if (!holding) return;
    holding.connections -= 1;
    if (holding.connections === 0) this.#holdings.delete(address);
  }

  /**
   * Counts a member of a room, of an address that is connected.
   *
   * @throws Refusal `too-many-rooms`
   */
  enter(address: string, room: string): void {
    const rooms = this.#holdings.get(address)?.rooms;
    if (!rooms) return;
    const members = rooms.get(room) ?? 0;
    if (members === 0 && rooms.size >= this.#limits.maxRoomsPerAddress) {
      throw new Refusal('too-many-rooms', `one address may be in ${this.#limits.maxRoomsPerAddress} rooms at once`);
    }
    rooms.set(room, members + 1);
  }

  leave(address: string, room: string): void {
    const rooms = this.#holdings.get(address)?.rooms;
    const members = rooms?.get(room) ?? 0;
    if (members > 1) rooms?.set(room, members - 1);
    else rooms?.delete(room);
  }
}
