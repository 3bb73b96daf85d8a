import type { Participant } from '../../call/participant.js';

/** This person first, then raised hands in the order in which they rose, then hosts, then the others as they came. */
export function inOrder(people: readonly Participant[]): readonly Participant[] {
  const rank = ({ local, host, handRaisedAt }: Participant): number =>
    local ? 0 : handRaisedAt !== undefined ? 1 : host ? 2 : 3;
  // A sort keeps the order of equals (ECMA-262, Array.prototype.sort).
  return [...people].sort((one, other) => rank(one) - rank(other) || (one.handRaisedAt ?? 0) - (other.handRaisedAt ?? 0));
}

/** Whose turn comes when: the place of each raised hand among all of them, from 1, by id. */
export function turns(people: readonly Participant[]): ReadonlyMap<string, number> {
  const raised = people.filter(({ handRaisedAt }) => handRaisedAt !== undefined);
  raised.sort((one, other) => (one.handRaisedAt ?? 0) - (other.handRaisedAt ?? 0));
  return new Map(raised.map(({ id }, index) => [id, index + 1]));
}
