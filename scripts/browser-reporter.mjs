// A reporter for web-test-runner that names each test, and collects results.
import { relative } from 'node:path';
import { firstLinesOf, leaveResults } from './results.mjs';

/** @typedef {import('./results.mjs').Result} Result */
/** @typedef {import('@web/test-runner-core').TestSession} TestSession */
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
      leaveResults(sessions.flatMap(resultsOf));
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
 * @param {TestSession} session one file in one browser
 * @returns {Result[]}
 */
function resultsOf({ browser, testFile, testResults, passed, errors }) {
  const file = relative('.', testFile);
  /** @type {Result[]} */
  const results = testsOf(testResults).map(({ name, test }) => ({
    file,
    name: `${name} (${browser.name})`,
    outcome: test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed',
    ...(test.error && { error: firstLinesOf(test.error) }),
  }));
  // The file itself failed: it did not load, or something went wrong outside of any test, as in a hook.
  if (errors.length > 0 || (!passed && results.every(({ outcome }) => outcome !== 'failed'))) {
    results.push({ file, name: `(${browser.name})`, outcome: 'failed', error: errors.map(firstLinesOf).join('\n') });
  }
  return results;
}

/**
 * @param {TestSuiteResult | undefined} suite none when the file did not load
 * @param {string[]} [names] of the suites around this one
 * @returns {{ name: string, test: TestSuiteResult['tests'][number] }[]} all tests in it, each with its full name
 */
function testsOf(suite, names = []) {
  if (!suite) return [];
  const around = suite.name ? [...names, suite.name] : names;
  return [
    ...suite.tests.map((test) => ({ name: [...around, test.name].join(' › '), test })),
    ...suite.suites.flatMap((inner) => testsOf(inner, around)),
  ];
}
