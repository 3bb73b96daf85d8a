import type { CallError, CallErrorCode } from '../../call/errors.js';
import type { Participant } from '../../call/participant.js';

/** Failures that a screen of their own, or a button, tells of. */
const TOLD_ELSEWHERE: ReadonlySet<CallErrorCode> = new Set(['signaling-unreachable', 'signaling-lost', 'playback-blocked']);

/** The failures to tell a person of, with one more; the newest of a kind replaces the earlier. */
export function withProblem(problems: readonly CallError[], error: CallError): readonly CallError[] {
  if (TOLD_ELSEWHERE.has(error.code) || !error.recoverable) return problems;
  const others = problems.filter(({ code, device, subject }) =>
    error.device
      ? !(device?.includes(error.device) || (device && error.device.includes(device)))
      : code !== error.code || subject !== error.subject,
  );
  return [...others, error];
}

/** The failures that are left, now that this person sends as `local` says. */
export function withoutSolved(problems: readonly CallError[], local: Pick<Participant, 'audio' | 'video'>): readonly CallError[] {
  const left = problems.filter(
    ({ device }) => !(local.audio && device?.includes('microphone')) && !(local.video && device?.includes('camera')),
  );
  return left.length === problems.length ? problems : left;
}
