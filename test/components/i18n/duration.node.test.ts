import assert from 'node:assert/strict';
import { it } from 'node:test';
import { durationOf } from '../../../components/i18n/duration.js';

it('writes how long something lasted as clocks do', () => {
  const seconds = [0, 7, 59, 60, 750, 3599, 3600, 3723];
  assert.deepEqual(
    seconds.map((each) => durationOf(each * 1000)),
    ['0:00', '0:07', '0:59', '1:00', '12:30', '59:59', '1:00:00', '1:02:03'],
  );
});

it('counts whole seconds only, and none where a clock was set back', () => {
  assert.equal(durationOf(1999), '0:01');
  assert.equal(durationOf(-5000), '0:00');
});
