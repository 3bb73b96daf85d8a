import assert from 'node:assert/strict';
import { it } from 'node:test';
import { wasMissed, withMissed, type MissedCall } from '../../../../components/elements/call-phone/missed-call.js';
import type { RingingCall } from '../../../../components/call/ringing/ringing-call.js';

const call = (id: string): RingingCall =>
  ({ id, remoteName: 'Ada', trusted: false, user: 'ada', subject: 'Order 12', video: true }) as RingingCall;

it('tells calls that nobody answered from those that somebody did, or did not want', () => {
  for (const reason of ['cancelled', 'no-answer', 'busy', 'unavailable', 'signaling-lost'] as const) assert.ok(wasMissed(reason));
  for (const reason of ['declined', 'answered-elsewhere', 'merged', 'hung-up'] as const) assert.ok(!wasMissed(reason));
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
