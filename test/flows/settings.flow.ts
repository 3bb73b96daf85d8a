import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { launchChromium } from '../support/browser.js';
import { startSite } from '../support/site.js';
import { allMeet, Person } from './support/person.js';

/** A film for a camera would be the only camera. */
const TWO_CAMERAS = { cameraFile: '', args: ['--use-fake-device-for-media-stream=device-count=3'] };

const inSettings = (name: string): string => `call-room >>> [name="${name}"]`;

/** Waits for something in the call; puppeteer looks again only when something changes outside of shadow roots. */
const comes = (person: Person, selector: string): Promise<unknown> =>
  person.tab.waitFor(
    (wanted: string) => {
      const roots: ParentNode[] = [document];
      for (const root of roots) {
        if (root.querySelector(wanted)) return true;
        for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
      }
      return false;
    },
    `${person.name} finds ${selector}`,
    { args: [selector] },
  );

/** Opens the settings from the bar, once it has the button. */
async function openSettings(person: Person): Promise<void> {
  const button = '[part~="settings-button"]';
  await comes(person, button);
  // Not where the pointer is: the bar may still be filling up.
  await person.tab.page.$eval(`call-room >>> ${button}`, (found) => (found as HTMLElement).click());
  await comes(person, '[name="videoinput"]');
}

/** What a choice stands at. */
const chosen = (person: Person, name: string): Promise<string> =>
  person.tab.page.$eval(inSettings(name), (select) => (select as HTMLSelectElement).value);

/** Chooses the last one, as a person does. */
async function chooseLast(person: Person, name: string): Promise<string> {
  const last = await person.tab.page.$eval(
    inSettings(name),
    (select) => [...(select as HTMLSelectElement).options].at(-1)?.value ?? '',
  );
  await person.tab.page.locator(inSettings(name)).fill(last);
  return last;
}

/** How this person sees themselves in the call: as a mirror shows it, or not. */
const ownPicture = (person: Person): Promise<string> =>
  person.run(() => {
    const tiles = document.querySelector('call-room')?.shadowRoot?.querySelectorAll('.grid > call-tile') ?? [];
    const videos = [...tiles].flatMap((tile) => tile.shadowRoot?.querySelector('video.mirror') ?? []);
    return videos.map((video) => getComputedStyle(video).transform).join();
  });

describe('The settings of a call', () => {
  it('change camera and microphone while the other goes on receiving, and are the same after a reload', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test, TWO_CAMERAS);
    const ada = await Person.comes(browser, site, 'Ada');
    const bob = await Person.comes(browser, site, 'Bob', {}, { viewport: { width: 1280, height: 800 } });
    await allMeet(ada, bob);
    await openSettings(bob);
    const camera = await chooseLast(bob, 'videoinput');
    await ada.goesOnReceiving();
    const microphone = await chooseLast(bob, 'audioinput');
    await ada.goesOnReceiving();
    assert.equal(await chooseLast(bob, 'resolution'), '1080p');
    await bob.click(inSettings('mirror'));
    await ada.goesOnReceiving();
    await ada.sees('Bob');
    assert.equal(await ownPicture(bob), 'matrix(1, 0, 0, 1, 0, 0)');

    await bob.tab.page.reload();
    await allMeet(ada, bob);
    await openSettings(bob);
    const names = ['videoinput', 'audioinput', 'resolution'];
    assert.deepEqual(await Promise.all(names.map((name) => chosen(bob, name))), [camera, microphone, '1080p']);
    assert.equal(await ownPicture(bob), 'matrix(1, 0, 0, 1, 0, 0)');
    const used = await bob.run(() =>
      window.__flow.tracks.filter(({ readyState }) => readyState === 'live').map((track) => track.getSettings().deviceId),
    );
    assert.deepEqual(used.sort(), [camera, microphone].sort());
  });
});
