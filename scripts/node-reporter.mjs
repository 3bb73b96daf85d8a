// A reporter for `node --test` that collects results, and says nothing.
import { relative } from 'node:path';
import { firstLinesOf, leaveResults } from './results.mjs';

/** @typedef {import('./results.mjs').Result} Result */
/** @typedef {Extract<import('node:test/reporters').TestEvent, { type: 'test:pass' | 'test:fail' }>} EndEvent */

/** @param {AsyncIterable<import('node:test/reporters').TestEvent>} events */
export default async function* collectResults(events) {
  /** @type {Result[]} */
  const results = [];
  /** @type {string[]} Of the suites around a test, and of the test. */
  const names = [];
  for await (const event of events) {
    if (event.type === 'test:start') names.splice(event.data.nesting, Infinity, event.data.name);
    if (event.type === 'test:pass' || event.type === 'test:fail') results.push(...resultsOf(event, names));
  }
  leaveResults(results);
  yield '';
}

/**
 * @param {EndEvent} event
 * @param {string[]} names
 * @returns {Result[]} none for a suite that passed, nor for what failed only because a part of it did, which has been told
 */
function resultsOf({ type, data }, names) {
  const path = data.file ?? '';
  // What is wrong outside of any test is told as the failure of a test named like the file.
  const name = data.name === path ? '' : [...names.slice(0, data.nesting), data.name].join(' › ');
  const told = { file: relative('.', path), name };
  if (type === 'test:fail') {
    const { error } = data.details;
    if ('failureType' in error && error.failureType === 'subtestsFailed') return [];
    return [{ ...told, outcome: 'failed', error: firstLinesOf(error.cause instanceof Error ? error.cause : error) }];
  }
  if (data.details.type === 'suite') return [];
  return [{ ...told, outcome: data.skip === undefined ? 'passed' : 'skipped' }];
}
