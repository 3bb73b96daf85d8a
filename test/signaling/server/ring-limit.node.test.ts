import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RingLimit } from '../../../signaling/server/ring-limit.js';

const MINUTE_MS = 60_000;

/** How many of so many calls at once pass. */
const passing = (limit: RingLimit, address: string, nowMs: number, calls = 100): number =>
  Array.from({ length: calls }, () => limit.take(address, nowMs)).filter(Boolean).length;

describe('RingLimit', () => {
  it('lets a quarter of a minute pass at once, and then no more than come due', () => {
    const limit = new RingLimit(20);
    assert.equal(passing(limit, 'a', 0), 5);
    assert.equal(passing(limit, 'a', 2999), 0);
    assert.equal(passing(limit, 'a', 3000), 1);
    let passed = 0;
    for (let nowMs = 3000; nowMs < 3000 + 10 * MINUTE_MS; nowMs += 100) passed += passing(limit, 'a', nowMs, 1);
    assert.ok(passed >= 198 && passed <= 201, `${passed}`);
  });

  it('lets at least one pass', () => {
    const limit = new RingLimit(1);
    assert.equal(passing(limit, 'a', 0), 1);
    assert.equal(passing(limit, 'a', MINUTE_MS - 1), 0);
    assert.equal(passing(limit, 'a', MINUTE_MS), 1);
  });

  it('counts each address by itself', () => {
    const limit = new RingLimit(20);
    passing(limit, 'a', 0);
    assert.equal(passing(limit, 'b', 0), 5);
  });

  it('forgets nobody from whom it makes a difference', () => {
    for (const perMinute of [1, 3, 20, 1000]) {
      const limit = new RingLimit(perMinute);
      const atOnce = passing(limit, 'a', 0, 1000);
      let nowMs = 0;
      for (; limit.size > 0; nowMs += 100) limit.forget(nowMs);
      assert.ok(nowMs <= MINUTE_MS + 100);
      assert.ok(nowMs - 100 >= (atOnce * MINUTE_MS) / perMinute);
    }
  });
});
