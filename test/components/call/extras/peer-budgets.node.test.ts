import assert from 'node:assert/strict';
import { describe, it, mock, type TestContext } from 'node:test';
import type { Stay } from '../../../../components/call/companion.js';
import { PeerBudgets } from '../../../../components/call/extras/peer-budgets.js';
import { Roster } from '../../../../components/call/roster.js';

/** A room with these people, whose clock is in our hands. */
function roomWith(test: TestContext, ...ids: string[]): { roster: Roster; stay: Stay } {
  mock.timers.enable({ apis: ['Date', 'setTimeout'] });
  test.after(() => mock.timers.reset());
  const roster = new Roster(() => undefined);
  for (const id of ids) roster.add(id, id, {} as MediaStream);
  return { roster, stay: { roster } as unknown as Stay };
}

describe('what each peer may do', () => {
  it('is counted for each alone, and is nothing for somebody who is not in the room', (test) => {
    const { stay } = roomWith(test, 'ada', 'bob');
    const budgets = new PeerBudgets({ stay }, 2, 1);
    const taken = ['ada', 'ada', 'ada', 'bob', 'eve'].map((peer) => budgets.take(peer));
    assert.deepEqual(taken, [true, true, false, true, false]);
    mock.timers.tick(1000);
    assert.deepEqual([budgets.take('ada'), budgets.take('ada')], [true, false]);
    assert.equal(new PeerBudgets({ stay: undefined }, 2, 1).take('ada'), false);
  });

  it('ends as the last one wanted it, however often it was too much', (test) => {
    const { stay } = roomWith(test, 'ada', 'bob');
    const budgets = new PeerBudgets({ stay }, 2, 1);
    const done: string[] = [];
    for (const word of ['on', 'off', 'on again', 'off again', 'on at last']) budgets.last('ada', () => done.push(word));
    budgets.last('bob', () => done.push('Bob’s'));
    assert.deepEqual(done, ['on', 'off', 'Bob’s']);
    mock.timers.tick(999);
    assert.equal(done.length, 3);
    mock.timers.tick(1);
    assert.deepEqual(done.slice(3), ['on at last']);
    mock.timers.tick(60_000);
    budgets.last('ada', () => done.push('later'));
    assert.deepEqual(done.slice(3), ['on at last', 'later']);
  });

  it('is over with the stay of whoever wanted it', (test) => {
    const { roster, stay } = roomWith(test, 'ada');
    const budgets = new PeerBudgets({ stay }, 1, 1);
    const done: string[] = [];
    for (const word of ['first', 'second']) budgets.last('ada', () => done.push(word));
    roster.remove('ada');
    roster.add('ada', 'ada', {} as MediaStream);
    mock.timers.tick(60_000);
    assert.deepEqual(done, ['first']);
  });
});
