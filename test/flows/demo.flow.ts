import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CallRoom } from '../../components/elements/call-room/call-room.js';
import { launchChromium, type TestPage } from '../support/browser.js';
import { faultsOf, startDemo } from '../support/demo.js';

const WIDE = { viewport: { width: 1280, height: 900 } };

/** Waits until the simulated person is seen: a picture has come from them. */
const meetsTheGuest = (tab: TestPage): Promise<unknown> => tab.waitForMedia(1, { audioEnergy: 0 });

describe('The playground', () => {
  it('is a call in one tab, of which every attribute can be tried', async (test) => {
    const demo = await startDemo(test);
    const browser = await launchChromium(test);
    const tab = await browser.open(`${demo.url}/playground/?ice-servers=[]&auto-join`, WIDE);
    await meetsTheGuest(tab);
    await tab.waitFor(
      () => document.querySelector<CallRoom>('call-room')?.participants[0]?.displayName === 'Grace',
      'Grace, who is simulated, is there',
    );
    await tab.waitFor(
      () => document.querySelector('#events')?.textContent?.includes('call-participant-joined'),
      'the event is told',
    );
    const told = await tab.page.$eval('#events', ({ textContent }) => textContent);
    assert.ok(told.includes('call-joined') && told.includes('"joining"'), 'events from the first one on are told');

    const described = (await (await fetch(`${demo.url}/custom-elements.json`)).json()) as {
      modules: { declarations?: { tagName?: string; attributes?: { name: string }[] }[] }[];
    };
    const attributes = described.modules
      .flatMap(({ declarations = [] }) => declarations)
      .find(({ tagName }) => tagName === 'call-room')?.attributes;
    const shown = await tab.page.$$eval(
      '#attributes .knob label:first-child > code, #attributes .knob > code, #attributes .tick > code',
      (names) => names.map(({ textContent }) => textContent),
    );
    assert.deepEqual(shown.sort(), attributes?.map(({ name }) => name).sort());

    const name = await tab.page.$('[data-attribute="display-name"]');
    await name?.click({ count: 3 });
    await name?.type('Countess <b>\n');
    await tab.waitFor(
      () => document.querySelector('#tag')?.textContent?.includes('display-name="Countess <b>"'),
      'the tag follows',
    );
    await tab.page.select('#language', 'ar');
    await tab.waitFor(() => document.querySelector('#tag')?.textContent?.includes('lang="ar"'), 'the tag follows the language');
    await tab.waitFor(
      () => document.querySelector('call-room')?.shadowRoot?.querySelector('.box')?.matches('[lang=ar][dir=rtl]'),
      'the call speaks Arabic',
    );
    await tab.page.select('#language', '');
    await tab.waitFor(() => !document.querySelector('#tag')?.textContent?.includes('lang='), 'the tag is without a language');
    await tab.page.click('summary');
    await tab.page.$eval('[data-token="--call-accent"]', (control) => {
      (control as HTMLInputElement).value = '#aa0055';
      control.dispatchEvent(new Event('input'));
    });
    await tab.waitFor(
      () => document.querySelector('#tag')?.textContent?.includes('--call-accent: #aa0055;'),
      'the tag follows the token',
    );
    await tab.page.click('#forget-tokens');
    await tab.waitFor(() => !document.querySelector('#tag')?.textContent?.includes('--call-accent'), 'the token is as it was');
    await tab.page.hover('#parts button:nth-child(3)');
    await tab.waitFor(() => document.querySelector('#highlight')?.textContent?.includes('::part('), 'the part is marked');

    await tab.page.$eval('#people', (people) => {
      (people as HTMLInputElement).value = '2';
      people.dispatchEvent(new Event('input'));
    });
    await tab.waitFor(() => document.querySelector<CallRoom>('call-room')?.participants.length === 2, 'Alan comes, too');
  });

  for (const theme of ['', 'paper', 'midnight', 'terminal']) {
    it(`passes an audit ${theme && `in the theme ${theme}, `}before and in a call`, async (test) => {
      const demo = await startDemo(test);
      const browser = await launchChromium(test);
      const tab = await browser.open(`${demo.url}/playground/?ice-servers=[]&theme=${theme}`, WIDE);
      await tab.waitFor(() => document.querySelector<CallRoom>('call-room')?.state === 'lobby', 'the lobby is there');
      await tab.waitFor(() => document.querySelector('#parts button') !== null, 'the settings are there');
      assert.deepEqual(await faultsOf(tab), []);
      await tab.page.evaluate(() => document.querySelector<CallRoom>('call-room')?.join());
      await meetsTheGuest(tab);
      assert.deepEqual(await faultsOf(tab), []);
    });
  }
});

describe('The page of each element', () => {
  it('shows it alive, with what the manifest says, and passes an audit', async (test) => {
    const demo = await startDemo(test);
    const browser = await launchChromium(test);
    const all = await browser.open(`${demo.url}/elements.html`, WIDE);
    await all.waitFor(() => document.querySelector('dl a') !== null, 'all elements are listed');
    assert.deepEqual(await faultsOf(all), []);
    const tags = await all.page.$$eval('dl a', (links) => links.map(({ textContent }) => textContent.slice(1, -1)));
    for (const tag of ['call-room', 'local-video', 'remote-video', 'call-controls', 'call-check', 'call-button', 'call-phone']) {
      assert.ok(tags.includes(tag), tag);
    }
    await all.close();
    for (const tag of tags) {
      const tab = await browser.open(`${demo.url}/elements.html?tag=${tag}&ice-servers=[]`, WIDE);
      await tab.waitFor((wanted) => document.querySelector(`.example ${wanted}`)?.matches(':defined'), `<${tag}> lives`, {
        args: [tag],
      });
      await tab.waitFor(() => document.querySelectorAll('table').length > 0, `what the manifest says of <${tag}>`);
      const [script, ...rest] = (await tab.page.$eval('#source', ({ textContent }) => textContent)).split('\n');
      assert.match(script ?? '', /^<script type="module" src="https:.*"><\/script>$/u);
      assert.ok(rest.join('\n').includes(`<${tag}`), `the source of <${tag}>`);
      assert.deepEqual(await faultsOf(tab), [], tag);
      await tab.close();
    }
  });
});
