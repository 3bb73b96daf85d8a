import assert from 'node:assert/strict';
import { it, mock } from 'node:test';
import { Budget } from '../../../components/call/budget.js';

it('gives so much at once, then so much a second, and never saves more than the first', (test) => {
  mock.timers.enable({ apis: ['Date'] });
  test.after(() => mock.timers.reset());
  const budget = new Budget(3, 2);
  const taken = (): number => {
    let count = 0;
    while (count < 100 && budget.take()) count += 1;
    return count;
  };
  assert.equal(taken(), 3);
  mock.timers.tick(400);
  assert.equal(taken(), 0);
  mock.timers.tick(100);
  assert.equal(taken(), 1);
  mock.timers.tick(60_000);
  assert.equal(taken(), 3);
});
