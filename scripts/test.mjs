// `npm test`: everything, in order, until something fails; at the end one line says how much passed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addCounts, COUNTS_FILE, noCounts, readCounts, summaryOf } from './counts.mjs';
import { run } from './run.mjs';

/**
 * Scripts of package.json, with the minutes after which one has hung. One that counts no tests is itself a test.
 * @type {[script: string, minutes: number][]}
 */
const STEPS = [
  ['typecheck', 5],
  ['lint', 5],
  ['build', 5],
  ['test:package', 5],
  ['test:node', 10],
  ['test:browser', 20],
  ['test:flows', 25],
  ['test:lab', 10],
];

const total = noCounts();
const folder = mkdtempSync(join(tmpdir(), 'call-room-counts-'));
try {
  for (const [script, minutes] of STEPS) if (!(await runStep(script, minutes))) break;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = total.failed > 0 ? 1 : 0;
process.stdout.write(`\n${summaryOf(total)}\n`);

/**
 * @param {string} script
 * @param {number} minutes
 * @returns {Promise<boolean>} whether to go on
 */
async function runStep(script, minutes) {
  const started = Date.now();
  say(`▶ ${script}`);
  const file = join(folder, `${script.replace(':', '-')}.json`);
  const { ok, timedOut } = await run(['npm', 'run', '--silent', script], {
    timeoutMs: minutes * 60_000,
    env: { [COUNTS_FILE]: file },
  });
  const counts = readCounts(file) ?? { ...noCounts(), passed: ok ? 1 : 0 };
  if (!ok && counts.failed === 0) counts.failed = 1;
  addCounts(total, counts);
  const verdict = timedOut ? `ended after ${minutes} minutes` : ok ? 'ok' : 'failed';
  say(`${ok ? '✔' : '✖'} ${script}: ${verdict}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return ok;
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`\n${line}\n`);
}
