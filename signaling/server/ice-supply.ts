import { BOUNDS, type IceServerInit } from '../protocol/index.js';
import type { Turn } from './turn.js';

/**
 * Fresh credentials come at random between these parts of their life, so that a room, or all who came back at once after
 * a restart, do not get them at once. After the later one there is time left for a message that is late, and for a
 * client whose socket is just coming back.
 */
const RENEW_FROM = 1 / 2;
const RENEW_UNTIL = 2 / 3;

/** The ICE servers that this server hands out: those that are the same for everybody, and the TURN server's. */
export class IceSupply {
  /** How late a renewal may be, in ms, before the credential has expired; `Infinity` when none does. */
  readonly graceMs: number;
  readonly #fixed: readonly IceServerInit[] | undefined;
  readonly #turn: Turn | undefined;
  readonly #ttlMs: number;

  /** @throws RangeError when they are more than a client takes */
  constructor(fixed: readonly IceServerInit[] | undefined, turn: Turn | undefined) {
    const count = (fixed?.length ?? 0) + (turn ? 1 : 0);
    if (count > BOUNDS.iceServers) throw new RangeError(`${count} ICE servers; clients take ${BOUNDS.iceServers}`);
    this.#fixed = fixed;
    this.#turn = turn;
    this.#ttlMs = turn ? turn.ttlSeconds * 1000 : Infinity;
    this.graceMs = this.#ttlMs * (1 - RENEW_UNTIL);
  }

  /** What a peer is told to use; `undefined` when this server has nothing to say about it. */
  serversFor(peer: string): IceServerInit[] | undefined {
    if (!this.#turn) return this.#fixed && [...this.#fixed];
    return [...(this.#fixed ?? []), this.#turn.credentialFor(peer)];
  }

  /** In how many ms a peer that has just got its servers is to get fresh ones; `Infinity` when they don't expire. */
  renewalMs(): number {
    return this.#ttlMs * (RENEW_FROM + Math.random() * (RENEW_UNTIL - RENEW_FROM));
  }
}
