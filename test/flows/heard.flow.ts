import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { findChromium } from '../../scripts/browsers.mjs';
import { launchChromium } from '../support/browser.js';
import { startSite } from '../support/site.js';
import { noSoundServer, SoundServer } from './support/sound-server.js';
import { Person, type Attributes } from './support/person.js';

const TONE_HZ = 660;
/** A tab that can be shared, with a sound of its own. */
const FILM = `<!doctype html>
  <html lang="en">
    <head><title>A film</title></head>
    <body><h1>A film</h1><script>
      const context = new AudioContext();
      const tone = new OscillatorNode(context, { frequency: ${TONE_HZ} });
      tone.connect(context.destination);
      tone.start();
    </script></body>
  </html>`;
/** Whom nothing is heard of but what they share. */
const NO_DEVICES: Attributes = { audio: 'none', video: 'none' };
/** Why nothing is shared here; false where it can be. Tabs are shared by a whole browser alone. */
const noSharing = noSoundServer || ((await findChromium()).headless === 'shell' && 'this Chromium is but a headless shell');
/** What is left of a tone in silence. */
const SILENCE = 1e-4;
const PATIENCE_MS = 30_000;

/** Ada, who can share the film, and Bob, who is heard by all that his machine plays. */
async function meet(test: TestContext): Promise<{ ada: Person; bob: Person; sound: SoundServer }> {
  const site = await startSite(test);
  // Each at a machine of their own. A browser that plays nothing has nothing to share, either.
  await SoundServer.start(test);
  // The browser's own picker, with an answer: what comes of it is all real.
  const cinema = await launchChromium(test, {
    sound: true,
    permission: 'open',
    args: ['--auto-select-tab-capture-source-by-title=A film'],
  });
  await cinema.open(await site.page(FILM));
  const ada = await Person.comes(cinema, site, 'Ada', NO_DEVICES);
  const sound = await SoundServer.start(test);
  const bob = await Person.comes(await launchChromium(test, { sound: true }), site, 'Bob', NO_DEVICES);
  await Promise.all([ada.waitForState('joined'), bob.waitForState('joined')]);
  return { ada, bob, sound };
}

/** Waits until the tone is so loud; tells how loud that is. */
async function until(sound: SoundServer, met: (loudness: number) => boolean, what: string): Promise<number> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const loudness = await sound.loudness(TONE_HZ);
    if (met(loudness)) return loudness;
    assert.ok(Date.now() < deadline, `${what}: ${loudness}`);
  }
}

describe('What a person hears', () => {
  it('is a shared tab, as loud as they want it, until it is shared no more', { skip: noSharing }, async (test) => {
    const { ada, bob, sound } = await meet(test);
    assert.ok((await sound.loudness(TONE_HZ)) < SILENCE, 'nothing is heard before');
    await ada.clickPart('screen-button');
    const full = await until(sound, (loudness) => loudness > 0.05, 'the tab is heard');

    await bob.clickPart('people-button');
    await bob.click('call-room >>> call-people >>> [aria-label="More about Ada"]');
    await bob.click('call-room >>> call-people >>> ::-p-text(Mute for me)');
    await until(sound, (loudness) => loudness < SILENCE, 'it is silent');
    await bob.click('call-room >>> call-people >>> ::-p-text(Mute for me)');
    await until(sound, (loudness) => loudness > full / 2, 'it is heard again');
    await (await bob.find('call-room >>> call-people >>> input[type=range]')).fill('25');
    await until(sound, (loudness) => loudness > SILENCE && loudness < full / 2, 'it is less loud');

    await ada.clickPart('screen-button');
    await until(sound, (loudness) => loudness < SILENCE, 'it is silent at the end');
  });
});
