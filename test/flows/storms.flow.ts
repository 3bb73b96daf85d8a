import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { CallRoom } from '../../components/elements/call-room/call-room.js';
import type { ChannelMessage } from '../../signaling/protocol/index.js';
import { atEnd } from '../support/at-end.js';
import { launchChromium } from '../support/browser.js';
import { connectionStates } from '../support/media.js';
import { startSite } from '../support/site.js';
import { allMeet, peopleMeet, Person } from './support/person.js';
import { Stranger } from './support/stranger.js';

declare global {
  interface Window {
    /** The data channels of the page's calls. Only the pages of these tests have this. */
    __channels: RTCDataChannel[];
    /** How many messages a flood has sent. */
    __flooded: number;
    /** Changes of participants that a page was told of. */
    __changes: number;
    /** The longest time that the page was busy, in ms. */
    __longestBusy: number;
  }
}

const open = async (person: Person): Promise<number> =>
  (await connectionStates(person.tab.page)).filter((state) => state !== 'closed').length;

/** Runs in a page before its scripts. */
const KEEP_CHANNELS = `
  window.__channels = [];
  const create = RTCPeerConnection.prototype.createDataChannel;
  RTCPeerConnection.prototype.createDataChannel = function (...call) {
    const channel = create.apply(this, call);
    window.__channels.push(channel);
    return channel;
  };
`;

/** Runs in the page of somebody who means harm: says these things over and over, as fast as the channels take them. */
function flood(messages: string[]): void {
  window.__flooded = 0;
  const say = (): void => {
    for (const channel of window.__channels) {
      for (let count = 0; count < 500 && channel.readyState === 'open' && channel.bufferedAmount < 1_000_000; count += 1) {
        channel.send(messages[window.__flooded % messages.length] ?? '');
        window.__flooded += 1;
      }
    }
    setTimeout(say);
  };
  say();
}

/** Runs in the page of whoever is flooded. */
function watchYourself(): void {
  window.__changes = window.__longestBusy = 0;
  addEventListener('call-participant-change', () => (window.__changes += 1));
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    window.__longestBusy = Math.max(window.__longestBusy, now - last - 10);
    last = now;
  }, 10);
}

/**
 * Somebody comes who makes as many offers as our server lets pass for ever, 20 a second to each of two, and whose id is such
 * that the others give way to those offers: the greatest.
 */
async function comesToWhomAllYield(test: TestContext, signalUrl: string, others: string[]): Promise<void> {
  for (let attempts = 0; attempts < 50; attempts += 1) {
    const stranger = await Stranger.comes(signalUrl, 'Mallory', { offersPerSecond: 20 });
    if (others.every((id) => id < stranger.id)) {
      atEnd(test, () => stranger.leaves());
      return;
    }
    await stranger.leaves();
  }
  assert.fail('nobody with a greater id came');
}

describe('A call', () => {
  it('stands twenty joins and leaves of one person in ten seconds', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const ada = await Person.comes(browser, site, 'Ada');
    const bob = await Person.comes(browser, site, 'Bob');
    await allMeet(ada, bob);
    const links = await ada.connected();
    const cleo = await Person.comes(browser, site, 'Cleo', { 'auto-join': undefined });
    await cleo.waitForState('lobby');

    await cleo.run(async () => {
      const room = document.querySelector<CallRoom>('call-room');
      const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 250));
      for (let round = 0; round < 20; round += 1) {
        // Left before it was joined, it says so.
        room?.join().catch(() => undefined);
        await pause();
        room?.leave();
        await pause();
      }
      await room?.join();
    });
    await allMeet(ada, bob, cleo);
    assert.deepEqual(
      (await ada.connected()).filter((index) => links.includes(index)),
      links,
      'Ada and Bob noticed nothing on their link',
    );
    for (const person of [ada, bob, cleo]) {
      assert.equal((await person.connected()).length, 2, `${person.name} has a link to each`);
      assert.ok((await open(person)) <= 3, `${person.name} has no other connection but the spare one`);
      assert.ok(
        (await person.events()).every(({ others }) => others <= 2),
        'nobody was ever there twice',
      );
    }
    assert.equal(site.signaling.size.members, 3);
  });

  it('shows somebody who reloads the page again and again once at most', async (test) => {
    const [ada, bob] = await peopleMeet(test, 'Ada', 'Bob');
    for (let times = 0; times < 6; times += 1) await bob.tab.page.reload();
    await allMeet(ada, bob);
    assert.ok(
      (await ada.events()).every(({ others }) => others <= 1),
      'there was never more than one Bob',
    );
    assert.equal((await ada.connected()).length, 1);
    assert.ok((await open(ada)) <= 2);
  });

  it('takes the same person in two tabs for two people, and keeps one when the other goes', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const bob = await Person.comes(browser, site, 'Bob');
    const first = await Person.comes(browser, site, 'Ada');
    const second = await Person.comes(browser, site, 'Ada', {}, { beside: first.tab });
    const receivesFromTwo = async ({
      framesDecoded,
      audioEnergy,
    }: {
      framesDecoded: number;
      audioEnergy: number;
    }): Promise<boolean> => {
      const all = await window.__flow.received();
      return all.length === 2 && all.every((from) => from.framesDecoded >= framesDecoded && from.audioEnergy >= audioEnergy);
    };
    await bob.tab.waitFor(receivesFromTwo, 'Bob sees and hears Ada twice', { args: [{ framesDecoded: 10, audioEnergy: 1e-3 }] });
    await bob.sees('Ada', 'Ada');

    await first.tab.page.close();
    await bob.sees('Ada');
    await bob.goesOnReceiving();
    await second.meets(bob);
  });

  it('goes on while one of them floods the others with messages', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const ada = await Person.comes(browser, site, 'Ada');
    const bob = await Person.comes(browser, site, 'Bob');
    const mallory = await Person.comes(browser, site, 'Mallory', { video: 'none' }, { init: KEEP_CHANNELS });
    await allMeet(ada, bob, mallory);
    await ada.run(watchYourself);

    const messages: (ChannelMessage | string)[] = [
      { type: 'state', name: 'Mallory the first', audio: true, video: false },
      { type: 'view', width: 640, height: 480 },
      { type: 'state', name: 'Mallory the second', audio: false, video: true },
      { type: 'view', width: 1, height: 1 },
      'not even JSON',
      `"${'x'.repeat(10_000)}"`,
    ];
    const began = Date.now();
    await mallory.run(
      flood,
      messages.map((message) => (typeof message === 'string' ? message : JSON.stringify(message))),
    );
    await mallory.tab.waitFor(() => window.__flooded > 20_000, 'Mallory has said a lot');
    await ada.clickPart('mic-button');
    await bob.tab.waitFor(
      () =>
        document
          .querySelector<CallRoom>('call-room')
          ?.participants.some(({ displayName, audio }) => displayName === 'Ada' && !audio),
      'Bob is told that Ada is muted',
    );
    const framesOfAda = async (): Promise<number> =>
      (await window.__flow.received()).find(({ name }) => name === 'Ada')?.framesDecoded ?? 0;
    const before = await bob.run(framesOfAda);
    await bob.tab.waitFor(
      async (frames: number) =>
        ((await window.__flow.received()).find(({ name }) => name === 'Ada')?.framesDecoded ?? 0) >= frames + 10,
      'Bob goes on seeing Ada',
      { args: [before] },
    );
    const seconds = (Date.now() - began) / 1000;
    const { changes, busy } = await ada.run(() => ({ changes: window.__changes, busy: window.__longestBusy }));
    const said = await mallory.run(() => window.__flooded);
    test.diagnostic(
      `flood: ${said} messages in ${seconds.toFixed(1)} s; ${changes} changes told; longest busy ${busy.toFixed(0)} ms`,
    );
    // What the budget lets through, and as much again for whoever speaks, is heard badly or well.
    assert.ok(changes < 2 * (60 + 20 * seconds), `Ada was told of ${changes} changes in ${seconds} s`);
  });

  it('lets newcomers in while somebody floods the room with offers', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const ada = await Person.comes(browser, site, 'Ada');
    const bob = await Person.comes(browser, site, 'Bob');
    await allMeet(ada, bob);
    const links = await ada.connected();
    await comesToWhomAllYield(test, site.signalUrl, [...(await ada.others()), ...(await bob.others())]);
    await ada.tab.waitFor(() => window.__peerConnections.length >= 30, 'the stranger has made Ada open connections');

    const cleo = await Person.comes(browser, site, 'Cleo');
    await Promise.all([ada.receivesFrom(bob, cleo), bob.receivesFrom(ada, cleo), cleo.receivesFrom(ada, bob)]);
    assert.ok(
      (await ada.connected()).some((index) => links.includes(index)),
      'Ada and Bob are linked as before',
    );
    for (const person of [ada, bob, cleo]) assert.ok((await open(person)) <= 4, 'two links, the stranger’s, and a spare one');
  });
});
