import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOf } from '../../scripts/report.mjs';
import { firstLinesOf, type Result } from '../../scripts/results.mjs';

const passed: Result = { file: 'a.test.ts', name: 'A call › connects', outcome: 'passed' };

describe('The report of a run', () => {
  it('is one line when all is well', () => {
    assert.equal(reportOf([passed, passed]), '2 passed, 0 failed');
  });

  it('names what failed before the numbers, by file, name and error', () => {
    const broken: Result = { file: 'b.test.ts', name: 'A call › ends', outcome: 'failed', error: 'Error: it went on\nand on' };
    const lines = [
      'Failed:',
      '  ✖ b.test.ts: A call › ends',
      '      Error: it went on',
      '      and on',
      '',
      '1 passed, 1 failed',
    ];
    assert.equal(reportOf([passed, broken]), lines.join('\n'));
  });

  it('does not hide what passed only at the second attempt', () => {
    const late: Result = { ...passed, outcome: 'late', error: 'Error: too slow' };
    const [title, test, error] = [
      'Passed only at the second attempt:',
      '  ↻ a.test.ts: A call › connects',
      '      Error: too slow',
    ];
    assert.equal(
      reportOf([passed, late]),
      [title, test, error, '', '1 passed, 0 failed, 1 only at the second attempt'].join('\n'),
    );
  });

  it('counts what was skipped', () => {
    assert.equal(reportOf([passed, { ...passed, outcome: 'skipped' }]), '1 passed, 0 failed, 1 skipped');
  });
});

describe('The first lines of an error', () => {
  it('are its name, the beginning of its message, and its place in a test', () => {
    const message = ['one', '', 'two', 'three', 'four', 'five', 'six', 'seven'].join('\n');
    const stack = `Error: ${message}\n    at check (node_modules/chai.js:1:2)\n    at test/calls.test.ts:7:9\n    at run (mocha.js:3:4)`;
    const lines = ['RangeError: one', 'two', 'three', 'four', 'five', 'six', 'at test/calls.test.ts:7:9'];
    assert.equal(firstLinesOf({ name: 'RangeError', message, stack }), lines.join('\n'));
  });
});
