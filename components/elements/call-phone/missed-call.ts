import type { EndReason } from '../../call/ringing/ring-state.js';
import type { RingingCall } from '../../call/ringing/ringing-call.js';

/** How many missed calls are kept; the oldest go first. */
const MOST = 50;

/** Ends of ringing here that no answer brought about, as far as can be known here: the last two are of a phone that was cut off. */
const UNANSWERED: ReadonlySet<EndReason> = new Set(['cancelled', 'no-answer', 'signaling-lost', 'unauthorized']);

/** Somebody called in vain. A frozen snapshot. */
export interface MissedCall {
  /** Of the call. */
  readonly id: string;
  /** What the caller goes by; empty if unknown. A stranger's words, unless `trusted`. */
  readonly remoteName: string;
  /** True if a token vouched for the name. */
  readonly trusted: boolean;
  /** The name under which the caller can be called, if known. */
  readonly user: string | undefined;
  /** What the caller said that it was about, if anything. */
  readonly subject: string | undefined;
  /** True if the caller would have liked to be seen. */
  readonly video: boolean;
  /** When it ended, by `Date.now()`. */
  readonly endedAtMs: number;
  readonly reason: EndReason;
}

/**
 * Whether a call was missed that came in here and was not accepted here. One that was `unavailable` was not: this device did
 * not take it, and whether another one does is not known here.
 *
 * @param ring whose the phones of this name are: if one person's, who is busy at one of them answers at none
 */
export const wasMissed = (reason: EndReason, ring: 'one' | 'all'): boolean =>
  UNANSWERED.has(reason) || (reason === 'busy' && ring === 'one');

/** The list with one more, the newest first. */
export function withMissed(missed: readonly MissedCall[], call: RingingCall, reason: EndReason): readonly MissedCall[] {
  const { id, remoteName, trusted, user, subject, video } = call;
  const one = Object.freeze<MissedCall>({ id, remoteName, trusted, user, subject, video, endedAtMs: Date.now(), reason });
  return Object.freeze([one, ...missed].slice(0, MOST));
}
