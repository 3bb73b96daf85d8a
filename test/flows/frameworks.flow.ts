import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import type { CallRoom } from '../../components/elements/call-room/call-room.js';
import { launchChromium } from '../support/browser.js';
import { faultsOf, startDemo } from '../support/demo.js';

describe('The demo page made with', () => {
  before(async () => {
    await promisify(execFile)(process.execPath, ['demo/frameworks/build.js']);
  });

  for (const framework of ['react', 'vue', 'svelte', 'angular', 'cms']) {
    it(`${framework} builds, holds a call, hears its events and calls its methods`, async (test) => {
      const demo = await startDemo(test);
      const browser = await launchChromium(test);
      const tab = await browser.open(`${demo.url}/frameworks/${framework}/?room=frameworks`);
      await tab.waitFor(() => document.querySelector<CallRoom>('call-room')?.state === 'joined', 'the page is in the call');
      await browser.open(`${demo.url}/guest.html?room=frameworks&display-name=Grace&ice-servers=[]`);
      await tab.waitForMedia(1, { audioEnergy: 0 });
      await tab.waitFor(
        () => document.querySelector('call-room')?.shadowRoot?.querySelectorAll('call-tile').length === 2,
        'both are shown on the stage of the call',
      );
      assert.doesNotMatch((await tab.page.$eval('main', (main) => main.innerText)) ?? '', /can’t show the call/u);
      await tab.waitFor(() => document.querySelector('output')?.textContent === 'With Grace', 'the page tells who is there');

      await tab.page.locator('::-p-text(Mute)').click();
      await tab.waitFor(
        () => document.querySelector<CallRoom>('call-room')?.localParticipant.audio === false,
        'the method mutes',
      );
      await tab.waitFor(() => document.querySelector('main p button')?.textContent === 'Unmute', 'the event reaches the page');
      if (framework !== 'cms') {
        await tab.page.locator('main input').fill('Countess Lovelace');
        await tab.waitFor(
          () => document.querySelector<CallRoom>('call-room')?.localParticipant.displayName === 'Countess Lovelace',
          'the attribute follows',
        );
      }
      assert.deepEqual(await faultsOf(tab), []);
    });
  }
});
