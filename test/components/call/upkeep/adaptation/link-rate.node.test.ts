import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  FREE,
  isHeldBack,
  nextLinkRate,
  type LinkRate,
  type Passage,
} from '../../../../../components/call/upkeep/adaptation/link-rate.js';

const LOOK_MS = 500;
const ENOUGH: Passage = {
  at: 0,
  estimate: 3_000_000,
  target: 2_500_000,
  allowed: 2_500_000,
  loss: 0,
  roundTrip: 0.05,
  sent: 2_000_000,
  demand: 2_500_000,
};

/** So many looks that all find the same. */
function looks(rate: LinkRate, count: number, passage: Partial<Passage>): LinkRate {
  let at = rate.at;
  for (let look = 0; look < count; look += 1) rate = nextLinkRate(rate, { ...ENOUGH, ...passage, at: (at += LOOK_MS) });
  return rate;
}

describe('What a link takes', () => {
  it('is not limited while the encoder may make all it wants', () => {
    assert.equal(looks(FREE, 10, {}).budget, Infinity);
  });

  it('is not believed to be little because little was sent', () => {
    assert.equal(looks(FREE, 10, { estimate: 400_000, target: 300_000, allowed: 300_000 }).budget, Infinity);
  });

  it('is not limited by a moment', () => {
    const moment = looks(FREE, 2, { estimate: 200_000, target: 150_000 });
    assert.equal(moment.budget, Infinity);
    assert.equal(isHeldBack(moment), false);
  });

  it('is the browser’s estimate less the sound, once that has been the limit for a while', () => {
    const limited = looks(FREE, 6, { estimate: 200_000, target: 150_000 });
    assert.equal(limited.budget, 150_000);
    assert.equal(isHeldBack(limited), true);
  });

  it('is tried a little higher as nothing limits it any more, then more and more, until there is enough', () => {
    const limited = looks(FREE, 6, { estimate: 200_000, target: 150_000 });
    const unlimited = { estimate: 200_000, target: 200_000, allowed: 200_000 };
    const soon = looks(limited, 2, unlimited).budget;
    assert.ok(soon > 150_000 && soon < 160_000);
    assert.ok(looks(limited, 12, unlimited).budget > 300_000);
    assert.equal(looks(limited, 40, unlimited).budget, Infinity);
  });

  it('follows the estimate where that rises sooner', () => {
    const limited = looks(FREE, 6, { estimate: 200_000, target: 150_000 });
    assert.equal(looks(limited, 1, { estimate: 1_000_000, target: 200_000, allowed: 200_000 }).budget, 950_000);
  });

  it('is remembered, and tried higher, while nothing is sent', () => {
    const limited = looks(FREE, 6, { estimate: 60_000, target: 10_000 });
    const after = looks(limited, 10, { estimate: 60_000, target: 10_000, allowed: 0, demand: 0 });
    assert.ok(after.budget > 10_000 && after.budget < 40_000);
  });

  it('grows again where there was nothing left', () => {
    const nothing = looks(FREE, 6, { estimate: 45_000, target: 10_000 });
    assert.equal(nothing.budget, 0);
    const after = looks(nothing, 120, { estimate: 45_000, target: 10_000, allowed: 0 });
    assert.ok(after.budget > 100_000, `${after.budget} bit/s`);
  });

  const LEAST = { estimate: 96_000, target: 30_000, allowed: 74_000 };

  it('is nothing for a while when even the least video makes sound get lost or come late', () => {
    assert.equal(looks(FREE, 20, LEAST).barredUntil, 0);
    const lossy = looks(FREE, 7, { ...LEAST, loss: 0.2 });
    assert.equal(lossy.barredUntil - lossy.at, 5000);
    const late = looks(FREE, 7, { ...LEAST, roundTrip: 2 });
    assert.equal(late.barredUntil - late.at, 5000);
  });

  it('is not nothing because of a moment, nor as long as there are smaller pictures to try', () => {
    assert.equal(looks(FREE, 6, { ...LEAST, loss: 0.2 }).barredUntil, 0);
    assert.equal(looks(FREE, 20, { ...LEAST, loss: 0.2, allowed: 700_000 }).barredUntil, 0);
  });

  it('is nothing for longer each time that happens again, and tried modestly', () => {
    const starving = { ...LEAST, loss: 0.2 };
    const silent = { ...LEAST, estimate: 2_000_000, allowed: 0 };
    const barred = looks(looks(FREE, 7, starving), 9, silent);
    assert.equal(barred.budget, 100_000);
    const again = looks(barred, 7, starving);
    assert.equal(again.barredUntil - again.at, 10_000);
    assert.equal(looks(again, 60, silent).budget, Infinity);
  });

  it('shows by lost packets where a browser tells nothing else', () => {
    const untold = { estimate: undefined, target: undefined };
    assert.equal(looks(FREE, 10, { ...untold, loss: 0.05 }).budget, Infinity);
    assert.equal(looks(FREE, 10, { ...untold, loss: 0.2, sent: 1_000_000 }).budget, 900_000);
  });
});
