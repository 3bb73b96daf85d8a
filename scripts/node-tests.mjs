// Runs the tests that live in Node: `node scripts/node-tests.mjs <suffix> [file…]`, e.g. `.node.test.ts`.
import { existsSync, readdirSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { run } from './run.mjs';

/** Per test and per file of them, in ms; and how many files run at a time. Flows mostly wait, the laboratory measures. */
const KINDS = new Map([
  ['.node.test.ts', { timeoutMs: 60_000, concurrency: 2 }],
  ['.pack.ts', { timeoutMs: 180_000, concurrency: 1 }],
  ['.flow.ts', { timeoutMs: 300_000, concurrency: 2 }],
  ['.lab.ts', { timeoutMs: 300_000, concurrency: 1 }],
]);

const [suffix = '.node.test.ts', ...wanted] = process.argv.slice(2);
const kind = KINDS.get(suffix);
if (!kind) throw new TypeError(`Unknown kind of test "${suffix}"; known are ${[...KINDS.keys()].join(', ')}`);

const files = wanted.length > 0 ? wanted : filesIn('test');
if (files.length === 0) {
  process.stdout.write(`No files test/**/*${suffix}\n`);
} else {
  const { ok } = await run(
    [
      process.execPath,
      ...['--import', 'tsx', '--test'],
      `--test-concurrency=${kind.concurrency}`,
      `--test-timeout=${kind.timeoutMs}`,
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...[`--test-reporter=${new URL('./node-reporter.mjs', import.meta.url).href}`, `--test-reporter-destination=${devNull}`],
      ...files,
    ],
    { timeoutMs: 1_500_000 },
  );
  process.exitCode = ok ? 0 : 1;
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(suffix))
    .map((path) => join(folder, path))
    .sort();
}
