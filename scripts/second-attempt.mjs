// Which test files get a second attempt, and what counts after it. Real browsers on a busy machine are late once in a
// thousand times; that must not cost a whole run, nor be kept quiet.

/** @typedef {import('./results.mjs').Result} Result */

/** With more failed files than these it is no chance: something is broken. */
const MOST_FILES = 5;

/**
 * @param {Result[]} first the results of the first attempt
 * @returns {string[]} the files to run once more, as a whole; none when all passed, too many failed, or the runner itself did
 */
export function filesToRepeat(first) {
  const files = [...new Set(first.filter(hasFailed).map(({ file }) => file))];
  return files.length > MOST_FILES || files.includes('') ? [] : files;
}

/**
 * What counts after two attempts: of files that ran twice, the second. A test that passed only then is told as `late`, too.
 *
 * @param {Result[]} first
 * @param {Result[]} second
 * @returns {Result[]}
 */
export function settle(first, second) {
  const ranAgain = new Set(second.map(({ file }) => file));
  const before = first.filter((result) => hasFailed(result) && ranAgain.has(result.file) && !hasFailedIn(second, result));
  return [
    ...first.filter(({ file }) => !ranAgain.has(file)),
    ...second,
    ...before.map((result) => (hasPassedIn(second, result) ? { ...result, outcome: /** @type {const} */ ('late') } : result)),
  ];
}

/** @param {Result} result */
function hasFailed({ outcome }) {
  return outcome === 'failed';
}

/**
 * @param {Result[]} results
 * @param {Result} test
 */
function hasFailedIn(results, { file, name }) {
  return results.some((result) => hasFailed(result) && result.file === file && result.name === name);
}

/**
 * What is no test (the file itself, a hook) has passed when nothing else in its file failed.
 *
 * @param {Result[]} results
 * @param {Result} test
 */
function hasPassedIn(results, { file, name }) {
  const ofFile = results.filter((result) => result.file === file);
  return ofFile.some((result) => result.name === name && result.outcome === 'passed') || !ofFile.some(hasFailed);
}
