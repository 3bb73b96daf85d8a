// Runs tests, once more those of files that failed, and tells the end of it. Shared by the runners.
import { reportOf } from './report.mjs';
import { areCollected, collectResults, leaveResults } from './results.mjs';
import { filesToRepeat, settle } from './second-attempt.mjs';

/** @typedef {import('./results.mjs').Result} Result */

/**
 * @typedef {object} Runner
 * @property {string} [where] What it alone runs tests in, as a browser. Needed when there are several runners.
 * @property {string[]} command Leaves its results, see `leaveResults`.
 * @property {Record<string, string>} [env] Additions to its environment.
 * @property {(files: string[]) => string[]} [again] The command that runs only these, alone. Default: there is no second attempt.
 */

/** After as many minutes runners with the few files of a second attempt have hung. */
const AGAIN_MINUTES = 10;

/**
 * Sets the exit code: 1 when a test failed, at the second attempt too if there was one.
 *
 * @param {Runner[]} runners Side by side, but what they tell comes one after the other.
 * @param {number} minutes After these they have hung.
 */
export async function runTests(runners, minutes) {
  const results = await attemptAgain(runners, await attempt(runners, minutes));
  process.exitCode = results.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
  leaveResults(results);
  if (!areCollected()) process.stdout.write(`\n${reportOf(results)}\n`);
}

/**
 * @param {Runner[]} runners
 * @param {number} minutes
 * @returns {Promise<Result[][]>} of each runner
 */
async function attempt(runners, minutes) {
  /** @type {ReturnType<typeof collectResults>[]} */
  const attempts = [];
  for (const { where, command, env } of runners) {
    const sayWhere = () => say(where);
    const turn = attempts.at(-1)?.then(sayWhere);
    if (!turn) sayWhere();
    attempts.push(collectResults(nameOf(where), command, minutes, { env, turn }));
  }
  return (await Promise.all(attempts)).map(({ results }) => results);
}

/**
 * One runner after the other: what failed may have been too slow beside another one.
 *
 * @param {Runner[]} runners
 * @param {Result[][]} first Of each runner.
 * @returns {Promise<Result[]>} what counts, of all runners
 */
async function attemptAgain(runners, first) {
  const files = filesToRepeat(first);
  const minutes = AGAIN_MINUTES / Math.max(1, files.filter(({ length }) => length > 0).length);
  const results = [...first];
  for (const [index, { where, env, again }] of runners.entries()) {
    const [ofRunner = [], toRepeat = []] = [first[index], files[index]];
    if (!again || toRepeat.length === 0) continue;
    say(['once more, alone', ...(where ? [`in ${where}`] : [])].join(', ') + `: ${toRepeat.join(', ')}`);
    const { ended, results: second } = await collectResults(nameOf(where), again(toRepeat), minutes, { env });
    results[index] = settle(ofRunner, second);
    if (ended) break;
  }
  return results.flat();
}

/** @param {string | undefined} where */
const nameOf = (where) => `the runner of the tests${where ? ` (${where})` : ''}`;

/** @param {string | undefined} title */
function say(title) {
  if (title) process.stdout.write(`\n▶ ${title}\n`);
}
