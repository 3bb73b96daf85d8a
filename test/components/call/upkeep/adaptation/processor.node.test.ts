import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  nextProcessor,
  RESTED,
  type Effort,
  type Processor,
} from '../../../../../components/call/upkeep/adaptation/processor.js';

const LOOK_MS = 500;

/** Looks for so many seconds, all finding the same. */
function after(
  seconds: number,
  effort: Partial<Effort>,
  from: { processor: Processor; at: number } = { processor: RESTED, at: 0 },
) {
  let { processor, at } = from;
  for (const end = at + seconds * 1000; at < end;) {
    at += LOOK_MS;
    processor = nextProcessor(processor, { at, usages: [0.2], cores: 4, isShort: false, ...effort });
  }
  return { processor, at };
}

const BUSY = { usages: [0.9] };
const IDLE = { usages: [0.1] };

describe('The processor', () => {
  it('is not relieved because of a moment', () => {
    assert.equal(after(2, BUSY).processor.relief, 0);
  });

  it('is relieved by one size after another as long as it is at its limit, up to three', () => {
    assert.equal(after(4, BUSY).processor.relief, 1);
    assert.equal(after(7, BUSY).processor.relief, 2);
    assert.equal(after(60, BUSY).processor.relief, 3);
  });

  it('is at its limit when all encoders together are, though each has time', () => {
    assert.equal(after(4, { usages: [0.6, 0.6, 0.6], cores: 2 }).processor.relief, 1);
    assert.equal(after(4, { usages: [0.6, 0.6, 0.6], cores: 8 }).processor.relief, 0);
  });

  it('is at its limit when the browser says so, unless it is idle by now', () => {
    assert.equal(after(4, { usages: [0.6], isShort: true }).processor.relief, 1);
    assert.equal(after(4, { usages: [0.1], isShort: true }).processor.relief, 0);
  });

  it('gets more to do again once it has been idle for long', () => {
    const relieved = after(4, BUSY);
    assert.equal(after(5, IDLE, relieved).processor.relief, 1);
    assert.equal(after(11, IDLE, relieved).processor.relief, 0);
  });

  it('stays as it is between busy and idle', () => {
    const relieved = after(4, BUSY);
    assert.equal(after(120, { usages: [0.6] }, relieved).processor.relief, 1);
  });

  it('gets more to do later and later when that fails again and again', () => {
    const failed = after(4, BUSY, after(11, IDLE, after(4, BUSY)));
    assert.equal(failed.processor.relief, 1);
    assert.equal(after(12, IDLE, failed).processor.relief, 1);
    assert.equal(after(21, IDLE, failed).processor.relief, 0);
  });
});
