import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { launchChromium } from '../support/browser.js';
import { startSite } from '../support/site.js';
import { allMeet, pageWith, Person } from './support/person.js';

describe('A page made with React', () => {
  it('holds one call in StrictMode, which mounts twice, and keeps it through new attributes and another order', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const head = '<script type="module" src="/cdn/call-room.js"></script><script type="module" src="/react.js"></script>';
    const ada = await Person.opens(browser, await site.page(pageWith('<main></main>', head)), 'Ada');
    const bob = await Person.comes(browser, site, 'Bob');
    await allMeet(ada, bob);
    const links = await ada.connected();
    assert.equal(links.length, 1);
    await ada.tab.waitFor(() => document.querySelector('output')?.textContent === '1 other', 'React hears of Bob');

    await ada.click('::-p-text(Rename)');
    await bob.sees('Countess Lovelace');
    await ada.click('::-p-text(Reverse)');
    await ada.tab.waitFor(() => document.querySelector('main li:last-child call-room') !== null, 'the call now stands last');
    await Promise.all([ada.goesOnReceiving(), bob.goesOnReceiving()]);
    assert.deepEqual(await ada.connected(), links, 'the links are those from before');
    assert.deepEqual(
      (await bob.events()).filter(({ type }) => type === 'call-participant-left'),
      [],
      'nobody noticed',
    );

    await ada.click('::-p-text(Hide)');
    await bob.sees();
    assert.ok(
      await ada.run(() => window.__flow.tracks.every(({ readyState }) => readyState === 'ended')),
      'the camera light is off',
    );
    await ada.click('::-p-text(Show)');
    await bob.sees('Countess Lovelace');
  });
});
