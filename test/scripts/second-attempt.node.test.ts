import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Result } from '../../scripts/results.mjs';
import { filesToRepeat, settle } from '../../scripts/second-attempt.mjs';

const passed = (file: string, name = 'works'): Result => ({ file, name, outcome: 'passed' });
const failed = (file: string, name = 'works', error = 'Error: late'): Result => ({ file, name, outcome: 'failed', error });

describe('The files that get a second attempt', () => {
  it('are those that failed, each once', () => {
    const first = [failed('a'), failed('a', 'works too'), passed('b'), failed('c', '')];
    assert.deepEqual(filesToRepeat(first), ['a', 'c']);
  });

  it('are five at most: more is no chance', () => {
    const five = ['a', 'b', 'c', 'd', 'e'];
    assert.deepEqual(filesToRepeat(five.map((file) => failed(file))), five);
    assert.deepEqual(filesToRepeat([...five, 'f'].map((file) => failed(file))), []);
  });

  it('are none when nothing failed', () => {
    assert.deepEqual(filesToRepeat([passed('a'), { file: 'b', name: 'works', outcome: 'skipped' }]), []);
  });

  it('are none when the runner hung or broke', () => {
    assert.deepEqual(filesToRepeat([failed('a'), failed('', 'the runner')]), []);
  });
});

describe('What counts after a second attempt', () => {
  it('is a test that passed then, which is told with its first error', () => {
    const results = settle([passed('a'), failed('b'), passed('b', 'works too')], [passed('b'), passed('b', 'works too')]);
    assert.deepEqual(results, [passed('a'), passed('b'), passed('b', 'works too'), { ...failed('b'), outcome: 'late' }]);
  });

  it('is a test that failed again, with its last error, once', () => {
    assert.deepEqual(settle([failed('a')], [failed('a', 'works', 'Error: again')]), [failed('a', 'works', 'Error: again')]);
  });

  it('is also what fails only then', () => {
    const results = settle([failed('a'), passed('a', 'works too')], [passed('a'), failed('a', 'works too')]);
    assert.deepEqual(results, [passed('a'), failed('a', 'works too'), { ...failed('a'), outcome: 'late' }]);
  });

  it('is a failure that was not run again, because its file failed before', () => {
    assert.deepEqual(settle([failed('a')], [failed('a', '')]), [failed('a', ''), failed('a')]);
  });

  it('is the first attempt where the second tells nothing', () => {
    const runner = failed('', 'the runner');
    assert.deepEqual(settle([failed('a'), passed('b')], [runner]), [failed('a'), passed('b'), runner]);
  });

  it('is a file that did not load and then passed', () => {
    assert.deepEqual(settle([failed('a', '')], [passed('a')]), [passed('a'), { ...failed('a', ''), outcome: 'late' }]);
  });
});
