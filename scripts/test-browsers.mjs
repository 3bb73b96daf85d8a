// Which browsers the tests of components run in.
import { findFirefox } from './browsers.mjs';

/** @typedef {'Chromium' | 'Firefox'} TestBrowser As results name them. */

/** The environment variable that names the only browser to test in. Unset or empty: all there are. */
export const TEST_BROWSER = 'CALL_ROOM_TEST_BROWSER';

/** @type {readonly TestBrowser[]} */
const ALL = ['Chromium', 'Firefox'];

/**
 * Says so when it leaves out Firefox because there is none.
 *
 * @param {string} [wish] Default: that of the environment.
 * @returns {readonly TestBrowser[]}
 * @throws {TypeError} when the wish is no browser that we know
 * @throws {Error} when nothing may be skipped, see `findFirefox`
 */
export function testBrowsers(wish = process.env[TEST_BROWSER]) {
  if (wish) {
    const wished = ALL.filter((browser) => browser === wish);
    if (wished.length === 0) throw new TypeError(`${TEST_BROWSER} is ${ALL.join(' or ')}, not "${wish}"`);
    return wished;
  }
  if (findFirefox()) return ALL;
  process.stdout.write('Firefox: skipped, because no Firefox was found.\n');
  return ['Chromium'];
}
