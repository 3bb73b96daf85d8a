import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CDPSession } from 'puppeteer-core';
import { launchChromium, launchFirefox, noFirefox, type TestBrowser } from '../support/browser.js';
import { camera } from '../support/camera.js';
import { startSite, type Site } from '../support/site.js';
import type { FromParticipant } from './support/in-page.js';
import { allMeet, pageWith, Person, tag, type Attributes } from './support/person.js';

/** The pictures of the others, in a box of 160 × 120, on a page that one can scroll. */
const inABox = (name: string, attributes: Attributes = {}): string =>
  pageWith(`${tag({ 'display-name': name, 'auto-join': true, ...attributes }).replace(
    '></call-room>',
    ' style="display: block; block-size: auto"><div id="box" style="inline-size: 160px; block-size: 120px"><remote-video style="block-size: 100%; aspect-ratio: auto"></remote-video></div></call-room>',
  )}
  <div style="block-size: 5000px"></div>`);

const comes = async (browser: TestBrowser, site: Site, name: string): Promise<Person> =>
  Person.opens(browser, await site.page(inABox(name)), name);

/** What has come from somebody so far. */
async function from(person: Person, other: Person): Promise<FromParticipant> {
  const found = (await person.received()).find(({ name }) => name === other.name);
  assert.ok(found, `${other.name} is there`);
  return found;
}

/** Makes the box with everybody's pictures another size; `none` hides it. */
const boxOf = (person: Person, width: number, height: number): Promise<void> =>
  person.run(
    (inlineSize, blockSize) => {
      const box = document.querySelector<HTMLElement>('#box');
      Object.assign(box?.style ?? {}, { inlineSize: `${inlineSize}px`, blockSize: `${blockSize}px`, display: '' });
    },
    width,
    height,
  );

/** Shows everybody a second time, large. */
const shownTwice = (person: Person, isTwice: boolean): Promise<void> =>
  person.run((twice) => {
    document.querySelector('#second')?.remove();
    const second = Object.assign(document.createElement('remote-video'), { id: 'second' });
    second.style.cssText = 'inline-size: 600px; block-size: 450px; aspect-ratio: auto';
    if (twice) document.querySelector('call-room')?.append(second);
  }, isTwice);

const hidden = (person: Person, isHidden: boolean): Promise<unknown> =>
  person.run((off) => document.querySelector('#box')?.toggleAttribute('hidden', off), isHidden);

const scrolled = (person: Person, pixels: number): Promise<void> => person.run((top) => scrollTo(0, top), pixels);

/** Waits until pictures of such a width come. */
const waitForWidth = (person: Person, other: Person, least: number, most: number): Promise<unknown> =>
  person.tab.waitFor(
    async (name: string, min: number, max: number) => {
      const one = (await window.__flow.received()).find((candidate) => candidate.name === name);
      return !!one && one.frameWidth >= min && one.frameWidth <= max;
    },
    `${person.name} gets pictures of ${other.name} that are ${least} to ${most} pixels wide`,
    { args: [other.name, least, most], timeoutMs: 90_000 },
  );

/** Waits until more sound has come from somebody, and more pictures, if any are wanted. */
const waitForMore = async (person: Person, other: Person, frames: number): Promise<void> => {
  await person.tab.waitFor(
    async (before: FromParticipant, count: number) => {
      const now = (await window.__flow.received()).find(({ id }) => id === before.id);
      return !!now && now.framesDecoded >= before.framesDecoded + count && now.audioEnergy > before.audioEnergy;
    },
    `${person.name} gets sound and ${frames} more pictures of ${other.name}`,
    { args: [await from(person, other), frames] },
  );
};

/** How often a look may still find a picture that was under way. */
const LOOKS = 20;

/**
 * Waits until somebody gets sound and no video at all of another, while a third person gets both.
 */
async function waitForSoundAlone(person: Person, of: Person, third: Person): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const before = await from(person, of);
    await waitForMore(third, of, 15);
    await waitForMore(person, of, 0);
    const after = await from(person, of);
    if (after.videoBytes === before.videoBytes) return;
  }
  assert.fail(`${person.name} still gets video of ${of.name}`);
}

describe('A picture', () => {
  it('is sent no larger than it is shown, and larger as soon as it is shown larger', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test, { cameraFile: camera({ width: 640, height: 480, framesPerSecond: 10 }) });
    const ada = await comes(browser, site, 'Ada');
    const bob = await comes(browser, site, 'Bob');
    await allMeet(ada, bob);
    await waitForWidth(bob, ada, 1, 170);
    await waitForWidth(ada, bob, 1, 170);
    await boxOf(bob, 600, 450);
    await waitForWidth(bob, ada, 480, 640);
    assert.ok((await from(ada, bob)).frameWidth <= 170, 'Ada, who shows Bob as small as ever, gets no more than before');
    await boxOf(bob, 160, 120);
    await waitForWidth(bob, ada, 1, 170);

    await shownTwice(bob, true);
    await waitForWidth(bob, ada, 480, 640);
    await shownTwice(bob, false);
    await waitForWidth(bob, ada, 1, 170);
  });

  it('is not sent to who does not see it, and to nobody else less; sound goes on', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const [ada, bob, cleo] = [
      await comes(browser, site, 'Ada'),
      await comes(browser, site, 'Bob'),
      await comes(browser, site, 'Cleo'),
    ];
    await allMeet(ada, bob, cleo);

    await test.test('as its place is hidden', async () => {
      await hidden(bob, true);
      await waitForSoundAlone(bob, ada, cleo);
      await hidden(bob, false);
      await waitForMore(bob, ada, 10);
    });
    await test.test('as it is scrolled out of sight', async () => {
      await scrolled(bob, 3000);
      await waitForSoundAlone(bob, ada, cleo);
      await scrolled(bob, 0);
      await waitForMore(bob, ada, 10);
    });
    await test.test('as another tab is in front', async () => {
      const other = await bob.tab.page.browserContext().newPage();
      await other.bringToFront();
      await waitForSoundAlone(bob, ada, cleo);
      await other.close();
      await bob.tab.page.bringToFront();
      await waitForMore(bob, ada, 10);
    });
  });
});

describe('A picture of somebody in Firefox', { skip: noFirefox }, () => {
  it('is sent no larger than it is shown, and not at all where nobody sees it', async (test) => {
    const site = await startSite(test);
    const firefox = await launchFirefox(test);
    const chromium = await launchChromium(test);
    const ada = await comes(firefox, site, 'Ada');
    const bob = await comes(chromium, site, 'Bob');
    const cleo = await comes(chromium, site, 'Cleo');
    await allMeet(ada, bob, cleo);
    await boxOf(cleo, 600, 450);
    await waitForWidth(bob, ada, 1, 240);
    await waitForWidth(cleo, ada, 300, 1280);
    await hidden(bob, true);
    await waitForSoundAlone(bob, ada, cleo);
    await hidden(bob, false);
    await waitForMore(bob, ada, 10);
  });
});

describe('A narrow uplink', () => {
  it('makes pictures smaller, never ends sound or connection, and gives all back when it is wide again', async (test) => {
    const site = await startSite(test);
    const cameraFile = camera({ width: 640, height: 480, framesPerSecond: 20, restless: true });
    const browser = await launchChromium(test, { cameraFile });
    const bob = await Person.opens(browser, await site.page(inABox('Bob', { video: 'none' })), 'Bob');
    await boxOf(bob, 640, 480);
    const ada = await Person.opens(browser, 'about:blank', 'Ada');
    const uplink = await Uplink.of(ada);
    await ada.tab.page.goto(await site.page(pageWith(tag({ 'display-name': 'Ada', 'auto-join': true }))));
    await bob.receivesFrom(ada);
    await waitForWidth(bob, ada, 600, 640);
    const links = await ada.connected();

    await uplink.limit(300);
    await waitForWidth(bob, ada, 1, 480);
    await waitForMore(bob, ada, 30);

    await uplink.limit(undefined);
    await waitForWidth(bob, ada, 600, 640);
    await waitForMore(bob, ada, 30);
    assert.deepEqual(await ada.connected(), links, 'the same connection held all the time');
  });
});

/** The way out of somebody's page, as narrow as wanted. Chromium's own emulation. */
class Uplink {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  /** To be called before the page makes its first connection: later ones escape. */
  static async of(person: Person): Promise<Uplink> {
    const uplink = new Uplink(await person.tab.page.createCDPSession());
    await uplink.#session.send('Network.enable');
    await uplink.limit(undefined);
    return uplink;
  }

  async limit(kbps: number | undefined): Promise<void> {
    await this.#session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 1,
      downloadThroughput: -1,
      uploadThroughput: kbps === undefined ? -1 : (kbps * 1000) / 8,
      ...(kbps !== undefined && { packetQueueLength: 20 }),
    });
  }
}
