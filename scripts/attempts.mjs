// Runs tests, once more those of files that failed, and tells the end of it. Shared by the runners.
import { reportOf } from './report.mjs';
import { areCollected, collectResults, leaveResults } from './results.mjs';
import { filesToRepeat, settle } from './second-attempt.mjs';

/** After as many minutes a runner with the few files of a second attempt has hung. */
const AGAIN_MINUTES = 10;

/**
 * Sets the exit code: 1 when a test failed, at the second attempt too if there was one.
 *
 * @param {string[]} command Leaves its results, see `leaveResults`.
 * @param {number} minutes After these it has hung.
 * @param {(files: string[]) => string[]} [again] The command that runs only these, alone. Default: there is no second attempt.
 */
export async function runTests(command, minutes, again) {
  let { results } = await collectResults(RUNNER, command, minutes);
  const files = again ? filesToRepeat(results) : [];
  if (again && files.length > 0) {
    process.stdout.write(`\n▶ once more, alone: ${files.join(', ')}\n`);
    results = settle(results, (await collectResults(RUNNER, again(files), AGAIN_MINUTES)).results);
  }
  process.exitCode = results.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
  leaveResults(results);
  if (!areCollected()) process.stdout.write(`\n${reportOf(results)}\n`);
}

const RUNNER = 'the runner of the tests';
