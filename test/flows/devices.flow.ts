import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { launchChromium, launchFirefox, noFirefox } from '../support/browser.js';
import { machine, type Machine } from '../support/machine.js';
import { startSite } from '../support/site.js';
import type { MediaOptions } from '../../scripts/browsers.mjs';
import { noSoundServer, SoundServer } from './support/sound-server.js';
import { allMeet, Person, type Attributes } from './support/person.js';

declare global {
  interface Window {
    /** Only tests have this. */
    __machine: Machine;
  }
}

/** Puts the person at a machine whose devices a test can pull out. See there what of it is played. */
const AT_A_MACHINE = { init: `window.__machine = (${machine.toString()})();` };
/** A film for a camera would be the only camera. */
const TWO_CAMERAS = { cameraFile: '', args: ['--use-fake-device-for-media-stream=device-count=3'] };
const MICROPHONE_ONLY: Attributes = { video: 'none' };

/** Ada, to whom nothing happens, meets Bob at his machine. */
async function meet(test: TestContext, media: MediaOptions = {}): Promise<{ ada: Person; bob: Person }> {
  const site = await startSite(test);
  const browser = await launchChromium(test, media);
  const ada = await Person.comes(browser, site, 'Ada');
  const bob = await Person.comes(browser, site, 'Bob', {}, AT_A_MACHINE);
  await allMeet(ada, bob);
  // Devices are watched by what is loaded then.
  await bob.waitForUpkeep();
  return { ada, bob };
}

/** Pulls out the device of this person's only live track of the kind. */
const unplug = (person: Person, kind: string): Promise<void> =>
  person.run((wanted) => {
    const live = window.__flow.tracks.filter((track) => track.kind === wanted && track.readyState === 'live');
    if (live.length !== 1 || !live[0]) throw new Error(`${live.length} live tracks`);
    window.__machine.unplug(live[0]);
  }, kind);

const codesOf = async (person: Person): Promise<string[]> => (await person.events()).flatMap(({ code }) => code ?? []);

/** How the person answers for camera and microphone from now on, as by the icon beside the address. It ends with the session. */
async function decide(person: Person, setting: 'granted' | 'denied'): Promise<void> {
  const { page } = person.tab;
  const client = await page.createCDPSession();
  const { targetInfo } = await client.send('Target.getTargetInfo');
  const origin = new URL(page.url()).origin;
  for (const name of ['camera', 'microphone']) {
    await client.send('Browser.setPermission', {
      permission: { name },
      setting,
      origin,
      ...(targetInfo.browserContextId && { browserContextId: targetInfo.browserContextId }),
    });
  }
}

describe('A call whose devices come and go', () => {
  it('goes on with another camera when the one in use is pulled out, and says which', async (test) => {
    const { ada, bob } = await meet(test, TWO_CAMERAS);
    await unplug(bob, 'video');
    const { message } = await bob.waitForError('device-replaced');
    assert.equal(message, 'Your camera is now: fake_device_2.');
    await ada.goesOnReceiving();
    await ada.sees('Bob');
    assert.deepEqual(await codesOf(bob), ['device-replaced']);
  });

  it('shows that the only camera is gone, and takes it again by itself once it is back', async (test) => {
    const { ada, bob } = await meet(test);
    await unplug(bob, 'video');
    await bob.waitForText('No camera found.');
    await ada.sees('Bob, camera off');
    await bob.run(() => window.__machine.plug());
    await ada.sees('Bob');
    await ada.meets(bob);
    await ada.goesOnReceiving();
    assert.deepEqual(await codesOf(bob), ['device-not-found']);
    const text = await bob.run(() => window.__flow.text());
    assert.ok(!text.includes('No camera found.'), 'what was told is solved');
  });

  it('goes on by itself whenever it may, and asks for nothing when it may no longer', async (test) => {
    const site = await startSite(test);
    const ada = await Person.comes(await launchChromium(test), site, 'Ada');
    // All real: the browser asks, and ends the tracks. Without a window nobody answers: that is a refusal.
    const browser = await launchChromium(test, { permission: 'open' });
    const bob = await Person.comes(browser, site, 'Bob');
    await bob.waitForText('You haven’t allowed your microphone and camera.');
    await ada.sees('Bob, muted, camera off');
    await decide(bob, 'granted');
    await ada.meets(bob);

    await decide(bob, 'denied');
    await bob.waitForText('You haven’t allowed your microphone and camera.');
    await ada.sees('Bob, muted, camera off');
    await decide(bob, 'granted');
    await ada.sees('Bob');
    await ada.goesOnReceiving();
    assert.deepEqual([...new Set(await codesOf(bob))], ['device-denied-by-user']);
  });

  it('plays on when the system pauses it with its output', async (test) => {
    const { bob } = await meet(test);
    // What an output device that goes, or an interruption, does to a page: its players are paused.
    const paused = await bob.run(async () => {
      const players = [...(document.querySelector('call-room')?.shadowRoot?.querySelectorAll('audio') ?? [])];
      for (const player of players) player.pause();
      await new Promise((resolve) => setTimeout(resolve));
      return players.length;
    });
    assert.equal(paused, 1);
    const plays = (): boolean => document.querySelector('call-room')?.shadowRoot?.querySelector('audio')?.paused === false;
    await bob.tab.waitFor(plays, 'the sound goes on');
    await bob.goesOnReceiving();
    assert.deepEqual(await codesOf(bob), []);
  });

  // All real: the microphones are PulseAudio's, and what is done to them is done there.

  it('shows that the operating system mutes a microphone, and that it gives it back', { skip: noSoundServer }, async (test) => {
    const site = await startSite(test);
    const ada = await Person.comes(await launchChromium(test), site, 'Ada');
    const sound = await SoundServer.start(test, 'Headset');
    const browser = await launchChromium(test, { devices: false });
    const bob = await Person.comes(browser, site, 'Bob', MICROPHONE_ONLY);
    await allMeet(ada, bob);
    await sound.mute('Headset', true);
    await bob.waitForError('device-muted');
    await bob.waitForText('Your microphone is switched off by your system');
    await ada.sees('Bob, muted, camera off');
    await sound.mute('Headset', false);
    await ada.sees('Bob, camera off');
    await ada.goesOnReceiving();
    assert.deepEqual(await codesOf(bob), ['device-muted']);
  });

  it('goes on with another microphone when the one in use is pulled out', { skip: noFirefox || noSoundServer }, async (test) => {
    const site = await startSite(test);
    const ada = await Person.comes(await launchChromium(test), site, 'Ada');
    const sound = await SoundServer.start(test, 'Headset', 'Webcam');
    // Firefox ends the track. Chromium leaves it to PulseAudio to find another microphone, which it does.
    const browser = await launchFirefox(test, { devices: false });
    const bob = await Person.comes(browser, site, 'Bob', MICROPHONE_ONLY);
    await allMeet(ada, bob);
    await sound.unplug('Headset');
    const { message } = await bob.waitForError('device-replaced');
    assert.equal(message, 'Your microphone is now: Webcam.');
    await ada.goesOnReceiving();
    await ada.sees('Bob, camera off');
    assert.deepEqual(await codesOf(bob), ['device-replaced']);
  });
});
