// Runs the tests of components in all browsers at once. Tests take down the signaling server that lives inside their runner, so
// each browser has a runner of its own.
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { runTests } from './attempts.mjs';
import { findChromium } from './browsers.mjs';
import { TEST_BROWSER, testBrowsers } from './test-browsers.mjs';

const runner = join(createRequire(import.meta.url).resolve('@web/test-runner'), '../bin.js');
// The configuration imports TypeScript.
const command = [process.execPath, '--import', 'tsx', runner];

const browsers = testBrowsers();
// When there is none, this throws at once: not after minutes of tests in the other browser.
if (browsers.includes('Chromium')) await findChromium();
const ports = await freePorts(browsers.length);
await runTests(
  browsers.map((browser, index) => ({
    where: browser,
    command: [...command, '--port', String(ports[index]), ...process.argv.slice(2)],
    env: { [TEST_BROWSER]: browser },
    again: (files) => [...command, '--files', ...files],
  })),
  20,
);

/**
 * Runners that start at the same moment would all find the same port free.
 *
 * @param {number} count
 * @returns {Promise<number[]>} all different
 */
async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer().listen(0));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => /** @type {import('node:net').AddressInfo} */ (server.address()).port);
  for (const server of servers) server.close();
  return ports;
}
