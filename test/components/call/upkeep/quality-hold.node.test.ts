import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Quality } from '../../../../components/call/participant.js';
import { middle, QualityHold, worse } from '../../../../components/call/upkeep/quality-hold.js';
import { QUALITY_TIMING, UPKEEP_TIMING } from '../../../../components/call/upkeep/timing.js';

/** What it counts as after each of these, found one look after another. */
function held(...found: Quality[]): Quality[] {
  const hold = new QualityHold();
  return found.map((quality, look) => hold.take(quality, look * UPKEEP_TIMING.look));
}

const times = (count: number, quality: Quality): Quality[] => Array.from({ length: count }, () => quality);
const FALL = QUALITY_TIMING.fall / UPKEEP_TIMING.look;
const RISE = QUALITY_TIMING.rise / UPKEEP_TIMING.look;

describe('holding a quality', () => {
  it('takes the first that is known', () => {
    assert.deepEqual(held('unknown', 'good'), ['unknown', 'good']);
  });

  it('falls after a second', () => {
    assert.deepEqual(held('excellent', ...times(FALL, 'poor'), 'poor'), ['excellent', ...times(FALL, 'excellent'), 'poor']);
  });

  it('rises after five', () => {
    assert.deepEqual(held('poor', ...times(RISE, 'excellent'), 'excellent'), ['poor', ...times(RISE, 'poor'), 'excellent']);
  });

  it('does not rise higher than it was all the time', () => {
    const found: Quality[] = ['poor', 'good', ...times(RISE, 'excellent')];
    assert.equal(held(...found).at(-1), 'good');
  });

  it('does not flicker', () => {
    const flickering = Array.from({ length: 20 }, (_, look): Quality => (look % 2 ? 'good' : 'excellent'));
    assert.deepEqual(new Set(held(...flickering)), new Set(['excellent']));
    assert.deepEqual(new Set(held('poor', ...flickering.slice(0, RISE))), new Set(['poor']));
  });

  it('is lost and found at once', () => {
    assert.deepEqual(held('excellent', 'lost', 'good'), ['excellent', 'lost', 'good']);
  });

  it('stands while nothing can be told', () => {
    assert.deepEqual(held('good', 'unknown', 'lost', 'unknown'), ['good', 'good', 'lost', 'lost']);
  });
});

describe('comparing qualities', () => {
  it('takes the worse, or the one that is known', () => {
    assert.equal(worse('good', 'poor'), 'poor');
    assert.equal(worse('lost', 'excellent'), 'lost');
    assert.equal(worse('unknown', 'good'), 'good');
    assert.equal(worse('good', 'unknown'), 'good');
  });

  it('takes the one in the middle, and the better of two', () => {
    assert.equal(middle([]), 'unknown');
    assert.equal(middle(['unknown', 'poor']), 'poor');
    assert.equal(middle(['poor', 'excellent']), 'excellent');
    assert.equal(middle(['excellent', 'poor', 'good']), 'good');
  });
});
