// Runs the tests that live in Node: `node scripts/node-tests.mjs <suffix> [file…]`, e.g. `.node.test.ts`.
import { existsSync, readdirSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { runTests } from './attempts.mjs';

/**
 * Per test and per file of them, in ms; after how many minutes they have hung altogether; how many files run at a time; and
 * whether those that fail get a second attempt: what takes no browser has no excuse. Flows mostly wait, the laboratory measures.
 */
const KINDS = new Map([
  ['.node.test.ts', { timeoutMs: 60_000, minutes: 10, concurrency: 2, again: false }],
  ['.pack.ts', { timeoutMs: 180_000, minutes: 5, concurrency: 1, again: false }],
  ['.flow.ts', { timeoutMs: 300_000, minutes: 25, concurrency: 2, again: true }],
  ['.lab.ts', { timeoutMs: 300_000, minutes: 10, concurrency: 1, again: true }],
]);

const [suffix = '.node.test.ts', ...wanted] = process.argv.slice(2);
const kind = KINDS.get(suffix);
if (!kind) throw new TypeError(`Unknown kind of test "${suffix}"; known are ${[...KINDS.keys()].join(', ')}`);
const { timeoutMs, minutes, concurrency, again } = kind;

const files = wanted.length > 0 ? wanted : filesIn('test');
if (files.length === 0) {
  process.stdout.write(`No files test/**/*${suffix}\n`);
} else {
  await runTests(commandFor(files, concurrency), minutes, again ? (failed) => commandFor(failed, 1) : undefined);
}

/**
 * @param {string[]} files
 * @param {number} concurrency
 * @returns {string[]}
 */
function commandFor(files, concurrency) {
  return [
    process.execPath,
    ...['--import', 'tsx', '--test'],
    `--test-concurrency=${concurrency}`,
    `--test-timeout=${timeoutMs}`,
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...[`--test-reporter=${new URL('./node-reporter.mjs', import.meta.url).href}`, `--test-reporter-destination=${devNull}`],
    ...files,
  ];
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
