import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { permissionGuide } from '../../../../components/features/lobby/permission-guide.js';

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const SAFARI =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Safari/605.1.15';

/** What a browser tells of itself, and the words for it. */
const AGENTS: [userAgent: string, platform: string, maxTouchPoints: number, guide: string][] = [
  [CHROME, 'Linux x86_64', 0, 'allow-chromium'],
  [`${CHROME} Edg/140.0.0.0`, 'Win32', 0, 'allow-chromium'],
  [CHROME.replace('X11; Linux x86_64', 'Linux; Android 10; K'), 'Linux armv8l', 5, 'allow-android'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0', 'Linux x86_64', 0, 'allow-firefox'],
  [SAFARI, 'MacIntel', 0, 'allow-safari'],
  [SAFARI, 'MacIntel', 5, 'allow-ios'],
  [SAFARI.replace('Macintosh', 'iPhone'), 'iPhone', 5, 'allow-ios'],
  ['Something else', 'Plan 9', 0, 'allow-other'],
];

describe('where to allow a device again', () => {
  for (const [userAgent, platform, maxTouchPoints, guide] of AGENTS) {
    it(`is told by ${guide} on ${platform} (${userAgent.slice(-24)})`, () => {
      assert.equal(permissionGuide({ userAgent, platform, maxTouchPoints }), guide);
    });
  }
});
