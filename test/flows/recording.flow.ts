import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { CallRoom } from '../../components/elements/call-room/call-room.js';
import { launchChromium } from '../support/browser.js';
import { startSite } from '../support/site.js';
import { allMeet, pageWith, Person } from './support/person.js';

/** A dialog for a file, which nobody but a person can use: it gives one in the page's own file system. */
const PICKER = `window.showSaveFilePicker = async () => (await navigator.storage.getDirectory()).getFileHandle('film', { create: true });`;

interface Film {
  bytes: number;
  duration: number;
  /** How many of the pictures that were looked at differ. */
  pictures: number;
}

/** Plays what was recorded, in any page of the same site. */
const play = (page: Page): Promise<Film> =>
  page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle('film')).getFile();
    const video = document.createElement('video');
    const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 90 });
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    const seen = new Set<string>();
    Object.assign(video, { muted: true, src: URL.createObjectURL(file) });
    document.body.append(video);
    const ended = new Promise((resolve, reject) => {
      video.onended = resolve;
      video.onerror = () => reject(new Error(`a film of ${file.size} bytes can't be played`));
    });
    const look = (): void => {
      context.drawImage(video, 0, 0, 160, 90);
      seen.add(context.getImageData(0, 0, 160, 90).data.join());
      video.requestVideoFrameCallback(look);
    };
    video.requestVideoFrameCallback(look);
    await video.play();
    await ended;
    video.remove();
    return { bytes: file.size, duration: video.currentTime, pictures: seen.size };
  });

/** Two who talk, of whom one records, and a further page of the same site in the recorder's browser. */
async function recordedCall(test: TestContext): Promise<{ ada: Person; bob: Person; other: Page }> {
  const site = await startSite(test);
  const browser = await launchChromium(test);
  const ada = await Person.comes(browser, site, 'Ada', {}, { init: PICKER });
  const bob = await Person.comes(browser, site, 'Bob');
  await allMeet(ada, bob);
  await ada.clickPart('more-button');
  await ada.click('call-room >>> [aria-label="Record the call"]');
  await bob.waitForText('Recording: \u2068Ada\u2069');
  const other = await ada.tab.page.browserContext().newPage();
  await other.goto(await site.page(pageWith('<p>Another page</p>', '')));
  // The compiler of tests marks functions with this helper, which exists only where it compiled them.
  await other.evaluate('globalThis.__name = (target) => target');
  return { ada, bob, other };
}

describe('A call that is recorded', () => {
  it('is recorded on while nobody sees the page, with the pictures of the others', async (test) => {
    const { ada, bob, other } = await recordedCall(test);
    await other.bringToFront();
    assert.equal(await ada.run(() => document.visibilityState), 'hidden');
    for (let turn = 0; turn < 3; turn++) await ada.goesOnReceiving();
    await ada.run(() => document.querySelector<CallRoom>('call-room')?.leave());
    await bob.sees();
    await other.waitForFunction(async () => {
      const folder = await navigator.storage.getDirectory();
      return (await (await folder.getFileHandle('film')).getFile()).size > 0;
    });
    const { duration, pictures } = await play(other);
    // A page that nobody sees has one tick of a timer a second, and no animation frame.
    assert.ok(pictures > 4 * duration, `${pictures} pictures in ${duration} s`);
  });

  it('leaves a film behind as the page is closed', async (test) => {
    const { ada, bob, other } = await recordedCall(test);
    for (let turn = 0; turn < 3; turn++) await ada.goesOnReceiving();
    await ada.tab.page.close();
    await bob.sees();
    await other.bringToFront();
    const { duration, pictures } = await play(other);
    assert.ok(pictures > 5, `${pictures} pictures in ${duration} s`);
  });
});
