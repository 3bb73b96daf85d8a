import type { Participant } from '../../call/participant.js';

/** This person first, then hosts, then raised hands in the order in which they rose, then the others as they came. */
export function inOrder(people: readonly Participant[]): readonly Participant[] {
  const rank = ({ local, host, handRaisedAt }: Participant): number =>
    local ? 0 : host ? 1 : handRaisedAt !== undefined ? 2 : 3;
  // A sort keeps the order of equals (ECMA-262, Array.prototype.sort).
  return [...people].sort((one, other) => rank(one) - rank(other) || (one.handRaisedAt ?? 0) - (other.handRaisedAt ?? 0));
}
