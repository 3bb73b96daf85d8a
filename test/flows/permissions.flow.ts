import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { launchChromium } from '../support/browser.js';
import { startSite } from '../support/site.js';
import type { MediaOptions } from '../../scripts/browsers.mjs';
import { CAMERA_IN_USE } from './support/camera-in-use.js';
import { Person, type Attributes, type Coming } from './support/person.js';

/** What goes wrong, how to bring it about, and what the person is told. */
interface Trouble {
  what: string;
  media?: MediaOptions;
  coming?: Coming;
  code: string;
  sentence: string;
  /** What still can be sent; nothing by default. */
  sends?: { audio: boolean; video: boolean };
}

const REFUSED: Trouble = {
  what: 'refuses camera and microphone',
  media: { permission: 'denied' },
  code: 'device-denied-by-user',
  sentence: 'You haven’t allowed your microphone and camera. Allow it beside the address bar, then turn it on again.',
};

const TROUBLES: Trouble[] = [
  REFUSED,
  {
    what: 'has no camera and no microphone',
    media: { devices: false },
    code: 'device-not-found',
    sentence: 'No microphone and camera found. Connect one, then turn it on again.',
  },
  {
    what: 'has no camera',
    media: { camera: false },
    code: 'device-not-found',
    sentence: 'No camera found. Connect one, then turn it on again.',
    sends: { audio: true, video: false },
  },
  {
    what: 'has a camera that another program uses',
    coming: { init: CAMERA_IN_USE },
    code: 'device-in-use',
    sentence: 'Another program uses your camera. Close it there, then turn it on again.',
    sends: { audio: true, video: false },
  },
  {
    what: 'is on a page without https:',
    coming: { host: 'somebody.test' },
    code: 'insecure-context',
    sentence: 'Your microphone and camera can’t be used, because this page isn’t secure. Open it with https:.',
  },
  {
    what: 'is on a page whose owner forbids camera and microphone',
    coming: { headers: { 'permissions-policy': 'camera=(), microphone=()' } },
    code: 'device-denied-by-policy',
    sentence: 'This page may not use your microphone and camera. Ask its owner to permit it.',
  },
  {
    what: 'is on a page whose owner forbids the camera',
    coming: { headers: { 'permissions-policy': 'camera=()' } },
    code: 'device-denied-by-policy',
    sentence: 'This page may not use your camera. Ask its owner to permit it.',
    sends: { audio: true, video: false },
  },
];

/** Ada, who has camera and microphone, is in the call; Bob comes with his trouble. */
async function meetInTrouble(
  test: TestContext,
  trouble: Trouble,
  attributes: Attributes = {},
): Promise<{ ada: Person; bob: Person }> {
  const site = await startSite(test);
  const browser = await launchChromium(test);
  const ada = await Person.comes(browser, site, 'Ada');
  await ada.waitForState('joined');
  const troubled = trouble.media ? await launchChromium(test, trouble.media) : browser;
  const { tab } = await Person.comes(troubled, site, 'Bob', attributes, trouble.coming);
  return { ada, bob: new Person('Bob', tab, trouble.sends ?? { audio: false, video: false }) };
}

describe('A person whose devices can’t be used', () => {
  for (const trouble of TROUBLES) {
    it(`is told why, and joins to watch and listen: ${trouble.what}`, async (test) => {
      const { ada, bob } = await meetInTrouble(test, trouble);
      const told = await bob.waitForError(trouble.code);
      assert.equal(told.message, trouble.sentence);
      await bob.waitForText(trouble.sentence);
      await bob.meets(ada);

      const { audio, video } = bob.sends;
      await ada.sees(['Bob', !audio && 'muted', !video && 'camera off'].filter(Boolean).join(', '));
      await ada.meets(bob);
      const codes = (await bob.events()).flatMap(({ code }) => code ?? []);
      assert.deepEqual(codes, [trouble.code], 'nothing else is the matter, and it is told once');
    });
  }

  it('is told so in the lobby, where the button says what joining means', async (test) => {
    const { ada, bob } = await meetInTrouble(test, REFUSED, { 'auto-join': undefined });
    await bob.waitForText(REFUSED.sentence);
    await bob.click('call-room >>> ::-p-text(Join to watch and listen)');
    await bob.meets(ada);
  });
});
