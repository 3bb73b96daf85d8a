// What became of each test. A reporter leaves it in a file, for whoever started the runner that it reports for.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.mjs';

/**
 * @typedef {object} Result
 * @property {string} file Of the test, from the folder of the project. Empty: it is about a command, not about a test.
 * @property {string} name Of the test, with its suites; or of the command. Empty: the file itself failed, outside of any test.
 * @property {'passed' | 'failed' | 'skipped' | 'late'} outcome `late`: it failed first, then passed at the second attempt,
 *   whose own `passed` stands beside it.
 * @property {string} [error] The first lines of what went wrong.
 */

/** The environment variable that names the file in which results are left. */
const RESULTS_FILE = 'CALL_ROOM_TEST_RESULTS';

/** Whether somebody who started us wants the results, and tells them. */
export const areCollected = () => Boolean(process.env[RESULTS_FILE]);

/**
 * Leaves results for who started us, if they want them.
 *
 * @param {Result[]} results
 */
export function leaveResults(results) {
  const file = process.env[RESULTS_FILE];
  if (file) writeFileSync(file, JSON.stringify(results));
}

/**
 * Runs a command and collects the results that it leaves. If it fails and does not say what did, that is a result, too.
 *
 * @param {string} name Of the command.
 * @param {string[]} command
 * @param {number} minutes After these it has hung, and is ended.
 * @returns {Promise<{ ok: boolean, results: Result[] }>}
 */
export async function collectResults(name, command, minutes) {
  const folder = mkdtempSync(join(tmpdir(), 'call-room-results-'));
  const file = join(folder, 'results.json');
  try {
    const { ok, ended, timedOut } = await run(command, { timeoutMs: minutes * 60_000, env: { [RESULTS_FILE]: file } });
    /** @type {Result[]} */
    const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
    if (!ok && (ended || !results.some(({ outcome }) => outcome === 'failed'))) {
      const error = timedOut ? `It was ended after ${minutes} minutes.` : ended ? 'It was ended.' : 'What it told is above.';
      results.push({ file: '', name, outcome: 'failed', error });
    }
    return { ok, results };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As many lines of an error's message are shown: enough for an assertion with what it compared. */
const MOST_LINES = 6;

/**
 * @param {{ name?: string, message?: string, stack?: string }} error
 * @returns {string} its name, the first lines of its message, and the place in a test that it comes from
 */
export function firstLinesOf({ name = 'Error', message = '', stack = '' }) {
  const lines = message.split('\n').filter((line) => line.trim() !== '');
  const place = stack
    .split('\n')
    .find((line) => /\btest\/[^:]+\.(test|flow|lab|pack)\.ts\b.*:\d+/.test(line) && !lines.includes(line));
  return [`${name}: ${lines[0] ?? ''}`.trimEnd(), ...lines.slice(1, MOST_LINES), ...(place ? [place.trim()] : [])].join('\n');
}
