// `npm test`: everything, in order, until something fails; the end says what failed, and how much passed.
import { reportOf } from './report.mjs';
import { collectResults } from './results.mjs';

/** @typedef {import('./results.mjs').Result} Result */

/**
 * Scripts of package.json, with the minutes after which one has hung. One without results of tests is itself a test.
 * A runner of tests notices by itself, a minute sooner.
 * @type {[script: string, minutes: number][]}
 */
const STEPS = [
  ['typecheck', 5],
  ['lint', 5],
  ['build', 5],
  ['test:package', 6],
  ['test:node', 11],
  ['test:browser', 31],
  ['test:flows', 36],
  ['test:lab', 21],
];

/** @type {Result[]} */
const results = [];
for (const [script, minutes] of STEPS) if (!(await runStep(script, minutes))) break;
process.exitCode = results.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
process.stdout.write(`\n${reportOf(results)}\n`);

/**
 * @param {string} script
 * @param {number} minutes
 * @returns {Promise<boolean>} whether to go on
 */
async function runStep(script, minutes) {
  const started = Date.now();
  say(`▶ ${script}`);
  const { ok, results: told } = await collectResults(script, ['npm', 'run', '--silent', script], minutes);
  results.push(...(told.length > 0 ? told : [{ file: '', name: script, outcome: /** @type {const} */ ('passed') }]));
  say(`${ok ? '✔' : '✖'} ${script}: ${ok ? 'ok' : 'failed'}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return ok;
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`\n${line}\n`);
}
