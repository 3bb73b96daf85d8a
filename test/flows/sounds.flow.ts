import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Tone } from '../../components/features/ringing/sounds/tone.js';
import { launchChromium, type TestPage } from '../support/browser.js';
import { startSite } from '../support/site.js';
import { pageWith } from './support/person.js';

declare global {
  interface Window {
    /** What the page has begun to play. */
    heard: (AudioContext | HTMLAudioElement)[];
    tone: Tone;
  }
}

/** Writes down what the page plays; each is the browser's own. */
const RECORD_SOUNDS = `
  window.heard = [];
  for (const name of ['AudioContext', 'Audio']) {
    window[name] = new Proxy(window[name], {
      construct(target, args, newTarget) {
        const made = Reflect.construct(target, args, newTarget);
        window.heard.push(made);
        return made;
      },
    });
  }
`;
/** A second of nothing, as a file: WAV with 8000 samples of 8 bits. */
const FILE = `data:audio/wav;base64,${wav(8000).toString('base64')}`;

function wav(samples: number): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples, 40);
  return Buffer.concat([header, Buffer.alloc(samples, 128)]);
}

/** A page that nobody has touched yet, in a browser as people have it; and what it said of its sound. */
async function untouched(test: TestContext, source: string | undefined): Promise<[TestPage, string]> {
  const site = await startSite(test);
  const browser = await launchChromium(test, { args: ['--autoplay-policy=document-user-activation-required'] });
  const html = pageWith('<p>Touch me</p>', '<script type="module" src="/tone.js"></script>');
  const tab = await browser.open(await site.page('<p>Elsewhere</p>'), { init: RECORD_SOUNDS });
  const told = new Promise<string>((resolve) => {
    // Chromium has its own words on the matter.
    tab.page.on('console', (message) => message.text().startsWith('It is') && resolve(message.text()));
  });
  await tab.page.goto(await site.page(html, { query: source ? { source } : {} }));
  return [tab, await told];
}

const isHeard = (): boolean => window.heard.some((sound) => ('state' in sound ? sound.state === 'running' : !sound.paused));

for (const [what, source] of [
  ['the built-in sound', undefined],
  ['a file', FILE],
] as const) {
  describe(`A page that nobody has touched, and ${what}`, () => {
    it('says that it is held back; the first touch lets it be heard, until it is stopped', async (test) => {
      const [tab, told] = await untouched(test, source);
      assert.equal(told, 'It is held back.');
      await tab.page.click('p');
      await tab.waitFor(isHeard, 'it is heard');
      await tab.page.evaluate(() => window.tone.stop());
      await tab.waitFor(`!(${String(isHeard)})()`, 'it is silent');
    });

    it('stays silent where it was stopped before the touch', async (test) => {
      const [tab] = await untouched(test, source);
      await tab.page.evaluate(() => window.tone.stop());
      await tab.page.click('p');
      // Another one, begun after the touch, is heard: the first would be, too.
      assert.equal(await tab.page.evaluate(() => window.tone.start()), true);
      assert.equal(await tab.page.evaluate(() => window.heard.length), 2);
      await tab.page.evaluate(() => window.tone.stop());
      await tab.waitFor(`!(${String(isHeard)})()`, 'it is silent');
    });
  });
}
