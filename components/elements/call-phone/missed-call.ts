import type { EndReason } from '../../call/ringing/ring-state.js';
import type { RingingCall } from '../../call/ringing/ringing-call.js';

/** How many missed calls are kept; the oldest go first. */
const MOST = 50;

/** Endings of a ring that nobody answered, at no device. */
const UNANSWERED: ReadonlySet<EndReason> = new Set(['cancelled', 'no-answer', 'busy', 'unavailable', 'signaling-lost']);

/** Somebody called, and nobody answered. A frozen snapshot. */
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
  /** When it stopped ringing, by `Date.now()`. */
  readonly endedAtMs: number;
  readonly reason: EndReason;
}

/** Whether a call that rang here, and was not accepted here, was answered by nobody. */
export const wasMissed = (reason: EndReason): boolean => UNANSWERED.has(reason);

/** The list with one more, the newest first. */
export function withMissed(missed: readonly MissedCall[], call: RingingCall, reason: EndReason): readonly MissedCall[] {
  const { id, remoteName, trusted, user, subject, video } = call;
  const one = Object.freeze<MissedCall>({ id, remoteName, trusted, user, subject, video, endedAtMs: Date.now(), reason });
  return Object.freeze([one, ...missed].slice(0, MOST));
}
