import assert from 'node:assert/strict';
import { it } from 'node:test';
import { wasMissed, withMissed, type MissedCall } from '../../../../components/elements/call-phone/missed-call.js';
import type { RingingCall } from '../../../../components/call/ringing/ringing-call.js';

const call = (id: string): RingingCall =>
  ({ id, remoteName: 'Ada', trusted: false, user: 'ada', subject: 'Order 12', video: true }) as RingingCall;

it('tells calls that nobody answered from those that somebody did, or did not want, or may still answer elsewhere', () => {
  const unanswered = ['cancelled', 'no-answer', 'signaling-lost', 'unauthorized'] as const;
  const others = ['declined', 'answered-elsewhere', 'merged', 'hung-up', 'unavailable'] as const;
  for (const ring of ['one', 'all'] as const) {
    for (const reason of unanswered) assert.ok(wasMissed(reason, ring), `${reason} ${ring}`);
    for (const reason of others) assert.ok(!wasMissed(reason, ring), `${reason} ${ring}`);
  }
});

it('counts a busy line as missed where it is one person’s, not where a colleague’s phone rings', () => {
  assert.ok(wasMissed('busy', 'one'));
  assert.ok(!wasMissed('busy', 'all'));
});

it('keeps the newest first, as frozen snapshots', () => {
  const before: readonly MissedCall[] = withMissed([], call('a'), 'cancelled');
  const missed = withMissed(before, call('b'), 'busy');
  assert.deepEqual(
    missed.map(({ id, reason }) => [id, reason]),
    [
      ['b', 'busy'],
      ['a', 'cancelled'],
    ],
  );
  assert.equal(missed[1], before[0]);
  assert.ok(Object.isFrozen(missed) && Object.isFrozen(missed[0]));
  assert.equal(missed[0]?.user, 'ada');
});

it('forgets the oldest when there are more than anybody reads', () => {
  let missed: readonly MissedCall[] = [];
  for (let count = 0; count < 60; count++) missed = withMissed(missed, call(String(count)), 'no-answer');
  assert.equal(missed.length, 50);
  assert.equal(missed[0]?.id, '59');
  assert.equal(missed.at(-1)?.id, '10');
});
