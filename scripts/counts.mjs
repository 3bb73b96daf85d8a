// How many tests passed: each runner leaves its counts in a file, `npm test` adds them up.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** The environment variable that names the file in which a runner leaves its counts. */
export const COUNTS_FILE = 'CALL_ROOM_TEST_COUNTS';

/** @returns {Counts} */
export const noCounts = () => ({ passed: 0, failed: 0, skipped: 0 });

/**
 * @param {Counts} sum is changed
 * @param {Counts} more
 */
export function addCounts(sum, more) {
  sum.passed += more.passed;
  sum.failed += more.failed;
  sum.skipped += more.skipped;
}

/**
 * Leaves the counts where `npm test` looks for them, if it is there at all.
 *
 * @param {Counts} counts
 */
export function leaveCounts(counts) {
  const file = process.env[COUNTS_FILE];
  if (file) writeFileSync(file, JSON.stringify(counts));
}

/**
 * @param {string} file
 * @returns {Counts | undefined} undefined when the runner left none
 */
export function readCounts(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** @param {Counts} counts */
export function summaryOf({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
