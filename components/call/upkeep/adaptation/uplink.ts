import { grown } from './link-rate.js';

/** What is known of this person's own way out, which all links share. */
export interface Uplink {
  /** When, by `performance.now()`, in ms. */
  readonly at: number;
  /** What all video together may take, in bit/s; `Infinity` while there is enough. */
  readonly total: number;
  /** Since when there is no sign that this is too much, by `performance.now()`. */
  readonly flowingSince: number;
}

/** One link's part in it. */
export interface Claim {
  /** What its video would take if nothing were short, in bit/s; 0 where none is wanted. */
  readonly demand: number;
  /** What the link has room for, in bit/s. */
  readonly room: number;
  /** True while the network takes less of it than we would send. */
  readonly heldBack: boolean;
}

/** Nothing is known. */
export const ROOMY: Uplink = { at: 0, total: Infinity, flowingSince: 0 };

/**
 * Follows what the uplink takes. One link that is held back has a receiver with a narrow way in, which is no reason to
 * send less to others. All of them held back at once have one thing in common: our own way out. Then it takes what they take
 * together, and as they begin to flow again, a little more each second.
 */
export function nextUplink(before: Uplink, at: number, claims: readonly Claim[]): Uplink {
  const claimants = claims.filter(({ demand }) => demand > 0);
  if (claimants.length > 1 && claimants.every(({ heldBack }) => heldBack)) {
    return { at, flowingSince: at, total: claimants.reduce((sum, { room }) => sum + room, 0) };
  }
  const next = grown(before.total, before, at);
  const wanted = claimants.reduce((sum, { demand }) => sum + demand, 0);
  return { ...before, at, total: wanted > 0 && next >= wanted ? Infinity : next };
}

/**
 * Divides a total among those who want some: nobody gets more than they want, and whoever gets less gets as much as
 * anybody (max-min fairness). In the order of the demands.
 */
export function shares(total: number, demands: readonly number[]): number[] {
  if (total === Infinity) return demands.map(() => Infinity);
  const result = demands.map(() => 0);
  const modestFirst = demands.map((demand, index) => ({ demand, index })).sort((one, other) => one.demand - other.demand);
  let left = total;
  for (const [taken, { demand, index }] of modestFirst.entries()) {
    const share = Math.min(demand, left / (modestFirst.length - taken));
    result[index] = share;
    left -= share;
  }
  return result;
}
