// A reporter for web-test-runner that names each test, and counts.
import { relative } from 'node:path';
import { leaveCounts, noCounts } from './counts.mjs';

/** @typedef {import('@web/test-runner-core').TestSuiteResult} TestSuiteResult */

/** @returns {import('@web/test-runner-core').Reporter} what went wrong is told by the runner's default reporter */
export function browserReporter() {
  return {
    reportTestFileResults({ logger, sessionsForTestFile, testFile }) {
      for (const { browser, testResults, passed } of sessionsForTestFile) {
        logger.log(`${passed ? '▶' : '✖'} ${relative('.', testFile)} (${browser.name})`);
        for (const line of testResults ? linesOf(testResults, '  ') : []) logger.log(line);
      }
    },
    onTestRunFinished({ sessions }) {
      const counts = noCounts();
      for (const { testResults, passed } of sessions) {
        const failedBefore = counts.failed;
        if (testResults) countTests(testResults, counts);
        // The file itself failed: it did not load, or something went wrong outside of any test.
        if (!passed && counts.failed === failedBefore) counts.failed += 1;
      }
      leaveCounts(counts);
    },
  };
}

/**
 * @param {TestSuiteResult} suite
 * @param {string} indent
 * @returns {string[]}
 */
function linesOf({ tests, suites }, indent) {
  return [
    ...tests.map(({ name, passed, skipped, duration }) => {
      const time = duration === undefined ? '' : ` (${duration} ms)`;
      return `${indent}${skipped ? '﹣' : passed ? '✔' : '✖'} ${name}${time}`;
    }),
    ...suites.flatMap((suite) => [`${indent}▶ ${suite.name}`, ...linesOf(suite, `${indent}  `)]),
  ];
}

/**
 * @param {TestSuiteResult} suite
 * @param {import('./counts.mjs').Counts} counts
 */
function countTests({ tests, suites }, counts) {
  for (const { passed, skipped } of tests) counts[skipped ? 'skipped' : passed ? 'passed' : 'failed'] += 1;
  for (const suite of suites) countTests(suite, counts);
}
