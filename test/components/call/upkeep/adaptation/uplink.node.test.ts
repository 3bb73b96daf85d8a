import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextUplink, ROOMY, shares, type Claim } from '../../../../../components/call/upkeep/adaptation/uplink.js';

const claim = (room: number, heldBack: boolean, demand = 2_500_000): Claim => ({ demand, room, heldBack });

describe('The uplink', () => {
  it('is enough while somebody gets all they want', () => {
    assert.equal(nextUplink(ROOMY, 1000, [claim(100_000, true), claim(3_000_000, false)]).total, Infinity);
  });

  it('is no matter of a call of two: its one link says it all', () => {
    assert.equal(nextUplink(ROOMY, 1000, [claim(100_000, true)]).total, Infinity);
  });

  it('takes what all links take together, when all are held back', () => {
    assert.equal(nextUplink(ROOMY, 1000, [claim(200_000, true), claim(60_000, true), claim(40_000, true)]).total, 300_000);
  });

  it('does not count those who want nothing', () => {
    const claims = [claim(200_000, true), claim(60_000, true), claim(3_000_000, false, 0)];
    assert.equal(nextUplink(ROOMY, 1000, claims).total, 260_000);
  });

  it('is tried a little higher afterwards, until there is enough for all', () => {
    const narrow = { at: 1000, total: 300_000, flowingSince: 1000 };
    const flowing = [claim(200_000, false, 400_000), claim(200_000, false, 400_000)];
    const { total } = nextUplink(narrow, 2000, flowing);
    assert.ok(total > 320_000 && total < 330_000);
    assert.equal(nextUplink(narrow, 15_000, flowing).total, Infinity);
  });
});

describe('The shares', () => {
  it('are without limit when the total is', () => {
    assert.deepEqual(shares(Infinity, [1, 2]), [Infinity, Infinity]);
  });

  it('are equal among those who want more', () => {
    assert.deepEqual(shares(300, [1000, 2000, 500]), [100, 100, 100]);
  });

  it('leave to the others what somebody does not want', () => {
    assert.deepEqual(shares(300, [1000, 40, 1000]), [130, 40, 130]);
    assert.deepEqual(shares(300, [0, 1000, 0]), [0, 300, 0]);
  });

  it('never come to more than the total, nor to more than is wanted', () => {
    assert.deepEqual(shares(10_000, [100, 200]), [100, 200]);
    assert.deepEqual(shares(0, [100, 200]), [0, 0]);
    assert.deepEqual(shares(5, []), []);
  });
});
