import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { RateLimit, type Verdict } from '../../../signaling/server/rate-limit.js';

const RATE = { perSecond: 50, burst: 250, patienceMs: 5000 };

const takeMany = (limit: RateLimit, count: number, nowMs: number): Set<Verdict> =>
  new Set(Array.from({ length: count }, () => limit.take(nowMs)));

describe('RateLimit', () => {
  it('lets a burst pass, warns once, then drops', () => {
    const limit = new RateLimit(RATE, 0);
    assert.deepEqual(takeMany(limit, 250, 0), new Set(['pass']));
    assert.equal(limit.take(0), 'warn');
    assert.deepEqual(takeMany(limit, 100, 0), new Set(['drop']));
  });

  it('lets the sustained rate pass for ever', () => {
    const limit = new RateLimit(RATE, 0);
    for (let nowMs = 0; nowMs < 60_000; nowMs += 20) assert.equal(limit.take(nowMs), 'pass');
  });

  it('warns at most once a second', () => {
    const limit = new RateLimit(RATE, 0);
    const verdicts: Verdict[] = [];
    for (let nowMs = 0; nowMs < 4000; nowMs += 1) verdicts.push(limit.take(nowMs));
    assert.equal(verdicts.filter((verdict) => verdict === 'warn').length, 4);
  });

  it('cuts whoever stays over the rate for too long', () => {
    const limit = new RateLimit(RATE, 0);
    let nowMs = 0;
    while (limit.take(nowMs) !== 'cut') nowMs += 1;
    // 250 tokens last about 263 ms at 1000 messages a second.
    assert.ok(nowMs > 5200 && nowMs < 5400, `cut at ${nowMs}`);
  });

  it('forgives whoever pauses', () => {
    const limit = new RateLimit(RATE, 0);
    for (let second = 0; second < 60; second += 6) {
      assert.ok(!takeMany(limit, 400, second * 1000).has('cut'));
    }
  });

  it('never lets more pass than burst and rate allow', () => {
    const steps = fc.array(fc.tuple(fc.nat(500), fc.nat(100)), { maxLength: 100 });
    fc.assert(
      fc.property(steps, (waits) => {
        const limit = new RateLimit({ ...RATE, patienceMs: Infinity }, 0);
        let nowMs = 0;
        let passed = 0;
        for (const [waitMs, count] of waits) {
          nowMs += waitMs;
          for (let i = 0; i < count; i += 1) if (limit.take(nowMs) === 'pass') passed += 1;
        }
        assert.ok(passed <= RATE.burst + (nowMs / 1000) * RATE.perSecond + 1e-6);
      }),
    );
  });
});
