import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CDPSession } from 'puppeteer-core';
import { BUTTON_ENGLISH } from '../../components/i18n/button-catalogue.js';
import { BUTTON } from '../../components/i18n/languages/de/button.js';
import { launchChromium } from '../support/browser.js';
import { startSite } from '../support/site.js';
import { Caller } from './support/ringing.js';

/** Keeps the call from being loaded, and presses the button. Returns what it says. */
async function pressesInVain(ada: Caller, network: CDPSession): Promise<string> {
  await network.send('Network.enable');
  await network.send('Network.setBlockedURLs', { urls: ['*call-panel.js'] });
  await ada.presses();
  return ada.tab.waitFor(
    () => document.querySelector('call-button')?.shadowRoot?.querySelector('[role=alert]')?.textContent ?? '',
    'it says so',
  );
}

describe('A button whose call does not load', () => {
  it('says so, and calls when it is pressed again', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const ada = await Caller.visits(browser, site, 'Ada', {}, { expectErrors: [/Failed to load resource/] });
    const network = await ada.tab.page.createCDPSession();
    const told = await pressesInVain(ada, network);
    assert.equal(told, BUTTON_ENGLISH['not-loaded']);
    await ada.isIn('idle');
    assert.deepEqual(
      (await ada.events()).map(({ type }) => type),
      ['call-error'],
    );
    await network.send('Network.setBlockedURLs', { urls: [] });
    await ada.presses();
    // Nobody is there to answer: it has called.
    await ada.isIn('ended');
  });

  it('says so in the language of its page', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const ada = await Caller.visits(browser, site, 'Ada', {}, { expectErrors: [/Failed to load resource/] });
    const { page } = ada.tab;
    await page.evaluate(() => {
      document.documentElement.lang = 'de';
      // Into the document once more, as a page would have it there.
      const button = document.querySelector('call-button');
      button?.parentElement?.append(button);
    });
    await ada.tab.waitFor(
      (label) => document.querySelector('call-button')?.shadowRoot?.querySelector('slot')?.textContent === label,
      'it speaks German',
      { args: [BUTTON['button-label'] ?? ''] },
    );
    const told = await pressesInVain(ada, await page.createCDPSession());
    assert.equal(told, BUTTON['not-loaded']);
  });
});
