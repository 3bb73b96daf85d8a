// Tests of components, in real browsers, straight from the TypeScript sources. Started by scripts/browser-tests.mjs.
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import { browserReporter } from './scripts/browser-reporter.mjs';
import { chromiumLaunchOptions, findChromium, findFirefox, firefoxLaunchOptions } from './scripts/browsers.mjs';
import { endpointsPlugin } from './test/support/endpoints-plugin.ts';

const firefox = findFirefox();
if (!firefox) process.stdout.write('Firefox: skipped, because no Firefox was found.\n');

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: ['test/**/*.test.ts', '!test/**/*.node.test.ts'],
  // Lit's development build warns of misuse.
  nodeResolve: { exportConditions: ['development'] },
  plugins: [
    endpointsPlugin(),
    // Chromium has no decorators of its own yet, so the target is named.
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: new URL('tsconfig.base.json', import.meta.url).pathname }),
  ],
  browsers: [
    chromeLauncher({
      puppeteer,
      launchOptions: chromiumLaunchOptions(await findChromium()),
      // In one window, every page but the last is hidden, and hidden pages draw nothing.
      createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
    }),
    ...(firefox ? [chromeLauncher({ puppeteer, launchOptions: firefoxLaunchOptions(firefox) })] : []),
  ],
  // A call of two is heavy: one page at a time.
  concurrency: 1,
  concurrentBrowsers: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: 20_000 } },
  testRunnerHtml: (testFramework) => `<!doctype html>
    <html lang="en">
      <head><title>call-room</title></head>
      <body>
        <script type="module" src="/test/support/strict-console.ts"></script>
        <script type="module" src="${testFramework}"></script>
      </body>
    </html>`,
  reporters: [browserReporter(), defaultReporter()],
};
