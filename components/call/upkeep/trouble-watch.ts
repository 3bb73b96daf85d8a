import type { Trouble } from '../participant.js';
import type { Link } from '../transport.js';
import { evidenceOf, isTurn, reasonFor } from './trouble.js';
import { QUALITY_TIMING as TIMING } from './timing.js';

/**
 * Finds out why somebody can't be reached: once the browser has given up, or after {@link QUALITY_TIMING.unreachable}.
 */
export class TroubleWatch {
  /** Since when each of those who are not connected has not been, by `performance.now()`, in ms. */
  #since = new Map<string, number>();
  /** What it would be by the last look at each of these. */
  #guesses = new Map<string, Trouble>();
  /** Those who did answer, since a link to them has ended. */
  #ended = new Set<string>();
  #reasons = new Map<string, Trouble>();
  /** The connections that are listened to; true for those that a TURN server refused. */
  #refused = new WeakMap<RTCPeerConnection, boolean>();
  #signal: AbortSignal;

  /** @param signal ends what is listened to */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /**
   * Takes one look.
   * @param peers everybody else in the room, with a link or without, and how it stood last
   * @param at in ms, by `performance.now()`
   * @returns why, for each of those who can't be reached
   */
  take(
    peers: ReadonlyMap<string, RTCPeerConnectionState>,
    links: ReadonlyMap<string, Link>,
    at: number,
  ): ReadonlyMap<string, Trouble> {
    for (const { connection } of links.values()) this.#listen(connection);
    const unconnected = [...peers.keys()].filter((peer) => links.get(peer)?.connection.connectionState !== 'connected');
    this.#since = new Map(unconnected.map((peer) => [peer, this.#since.get(peer) ?? at]));
    for (const memory of [this.#guesses, this.#ended]) {
      for (const peer of memory.keys()) if (!this.#since.has(peer)) memory.delete(peer);
    }
    this.#reasons = new Map(unconnected.flatMap((peer) => this.#reason(peer, links.get(peer), peers.get(peer), at)));
    return this.#reasons;
  }

  #reason(peer: string, link: Link | undefined, state: RTCPeerConnectionState | undefined, at: number): [string, Trouble][] {
    if (link) this.#guess(peer, link.connection);
    else if (state === 'closed') this.#ended.add(peer);
    const isDue = link?.connection.connectionState === 'failed' || at - (this.#since.get(peer) ?? at) >= TIMING.unreachable;
    const known = this.#reasons.get(peer);
    if (!known && !isDue) return [];
    // Each restart begins the search for ways anew; until that is through, what was found before still stands.
    if (known && link && link.connection.iceGatheringState !== 'complete') return [[peer, known]];
    const guess = this.#guesses.get(peer) ?? 'peer-silent';
    return [[peer, guess === 'peer-silent' && this.#ended.has(peer) ? 'no-path' : guess]];
  }

  /** Firefox ends a connection that it gives up on, sometimes at once; so it has to be looked at before. */
  #guess(peer: string, connection: RTCPeerConnection): void {
    if (connection.connectionState === 'closed') return;
    this.#guesses.set(peer, reasonFor(evidenceOf(connection, this.#refused.get(connection) ?? false)));
  }

  #listen(connection: RTCPeerConnection): void {
    if (this.#refused.has(connection)) return;
    this.#refused.set(connection, false);
    const onError = ({ url, errorCode }: RTCPeerConnectionIceErrorEvent): void => {
      // 300–699 is what a server says (RFC 8489, 14.8), 701 that none was reached (W3C webrtc-pc, 4.8.2).
      if (isTurn(url) && errorCode < 700) this.#refused.set(connection, true);
    };
    connection.addEventListener('icecandidateerror', onError, { signal: this.#signal });
  }
}
