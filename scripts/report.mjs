// The end of what a run of tests tells: what failed and where, then one line of numbers.

/** @typedef {import('./results.mjs').Result} Result */

/**
 * @param {Result[]} results
 * @returns {string} the last line is the summary, as in `730 passed, 0 failed`
 */
export function reportOf(results) {
  return [
    ...detailsOf(results, 'late', 'Passed only at the second attempt:'),
    ...detailsOf(results, 'failed', 'Failed:'),
    summaryOf(results),
  ].join('\n');
}

/**
 * @param {Result[]} results
 * @param {Result['outcome']} outcome
 * @param {string} title
 * @returns {string[]} nothing at all when no test ended so
 */
function detailsOf(results, outcome, title) {
  const chosen = results.filter((result) => result.outcome === outcome);
  if (chosen.length === 0) return [];
  return [title, ...chosen.flatMap(linesOf), ''];
}

/**
 * @param {Result} result
 * @returns {string[]}
 */
function linesOf({ file, name, outcome, error = 'No error was told.' }) {
  return [
    `  ${outcome === 'late' ? '↻' : '✖'} ${[file, name].filter(Boolean).join(': ')}`,
    ...error.split('\n').map((line) => `      ${line}`),
  ];
}

/** @param {Result[]} results */
function summaryOf(results) {
  /** @param {Result['outcome']} wanted */
  const count = (wanted) => results.filter(({ outcome }) => outcome === wanted).length;
  const [skipped, late] = [count('skipped'), count('late')];
  return [
    `${count('passed')} passed`,
    `${count('failed')} failed`,
    ...(late > 0 ? [`${late} only at the second attempt`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ].join(', ');
}
