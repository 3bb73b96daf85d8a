import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CDPSession } from 'puppeteer-core';
import type { CallRoom } from '../../components/elements/call-room/call-room.js';
import type { CallTile } from '../../components/elements/call-tile/call-tile.js';
import { launchChromium } from '../support/browser.js';
import { startSite } from '../support/site.js';
import { noTurnServer, startTurnServer } from '../support/turn-server.js';
import { allMeet, Person } from './support/person.js';

/** What a browser's network may be like, for a while: of both directions, as far as WebRTC is concerned. */
interface Weather {
  /** Added to each packet, in ms. At least 1: with 0, Chromium ignores the loss. */
  latency?: number;
  /** Of the packets, in percent. */
  packetLoss?: number;
}

/** What a person sees and hears of somebody's connection. */
interface Shown {
  quality: string;
  /** Filled bars of the indicator; undefined where it is not to be seen. */
  bars: number | undefined;
  /** What a screen reader tells of it. */
  says: string | null | undefined;
}

/** Each line that the live region has said, and each change of quality that was told. */
const LISTEN = `
  window.__quality = { said: [], events: [] };
  addEventListener('call-quality-change', ({ participant, quality, previous }) =>
    window.__quality.events.push([participant.local ? 'me' : participant.displayName, previous, quality].join(' ')));
  addEventListener('DOMContentLoaded', async () => {
    await customElements.whenDefined('call-room');
    const room = document.querySelector('call-room');
    await room.updateComplete;
    const log = room.shadowRoot.querySelector('[role=log]');
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (node.localName === 'p') window.__quality.said.push(node.textContent);
    }).observe(log, { childList: true });
  });
`;

declare global {
  interface Window {
    /** Only these tests have this. */
    __quality: { said: string[]; events: string[] };
  }
}

/** Somebody whose network can be made worse. Chromium's emulation reaches WebRTC only when it was there before. */
async function comeByBadRoads(
  ...[browser, site, name, attributes]: Parameters<typeof Person.comes>
): Promise<[Person, CDPSession]> {
  const person = await Person.comes(browser, site, name, { ...attributes, 'auto-join': undefined }, { init: LISTEN });
  await person.waitForState('lobby');
  const session = await person.tab.page.createCDPSession();
  await session.send('Network.enable');
  await weather(session, {});
  await person.run(() => document.querySelector<CallRoom>('call-room')?.join());
  return [person, session];
}

async function weather(session: CDPSession, { latency = 1, packetLoss = 0 }: Weather): Promise<void> {
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: -1,
    uploadThroughput: -1,
    packetLoss,
  });
}

/** How good the connection of somebody is shown to be; of oneself without a name. */
const shown = (person: Person, name?: string): Promise<Shown | undefined> =>
  person.run((wanted: string | undefined) => {
    const room = document.querySelector<CallRoom>('call-room');
    const tiles = [...(room?.shadowRoot?.querySelectorAll<CallTile>('call-tile') ?? [])];
    const tile = tiles.find(({ participant }) => (wanted ? participant?.displayName === wanted : participant?.local));
    const indicator = tile?.shadowRoot?.querySelector('network-indicator');
    const filled = indicator?.shadowRoot?.querySelectorAll('rect[fill=currentColor]').length;
    return {
      quality: tile?.participant?.quality ?? '',
      bars: indicator?.checkVisibility() ? filled : undefined,
      says: tile?.shadowRoot?.querySelector('[role=img]')?.getAttribute('aria-description'),
    };
  }, name);

async function waitForQuality(person: Person, name: string | undefined, ...wanted: string[]): Promise<void> {
  const isThere = (who: string | undefined, qualities: string[]): boolean => {
    const room = document.querySelector<CallRoom>('call-room');
    const one = who ? room?.participants.find(({ displayName }) => displayName === who) : room?.localParticipant;
    return qualities.includes(one?.quality ?? '');
  };
  await person.tab.waitFor(isThere, `${name ?? 'oneself'} is ${wanted.join(' or ')} at ${person.name}'s`, {
    args: [name, wanted],
    timeoutMs: 60_000,
  });
}

const WELL = ['excellent', 'good'];

/** Waits until both of two see each other, and themselves, come through well. */
async function allIsWell(ada: Person, bob: Person): Promise<void> {
  await Promise.all([
    waitForQuality(ada, 'Bob', ...WELL),
    waitForQuality(bob, 'Ada', ...WELL),
    waitForQuality(ada, undefined, ...WELL),
    waitForQuality(bob, undefined, ...WELL),
  ]);
}

const heard = (person: Person): Promise<Window['__quality']> => person.run(() => window.__quality);
const warnings = ({ said }: Window['__quality']): string[] => said.filter((line) => /poor|interrupted/.test(line));

describe('The quality of a call', () => {
  it('is shown while packets get lost, told by an event, said once, and comes back', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const [ada, roads] = await comeByBadRoads(browser, site, 'Ada');
    const bob = await Person.comes(browser, site, 'Bob', {}, { init: LISTEN });
    await allMeet(ada, bob);
    await allIsWell(ada, bob);

    await weather(roads, { packetLoss: 30 });
    await Promise.all([waitForQuality(bob, 'Ada', 'poor'), waitForQuality(ada, undefined, 'poor')]);
    assert.deepEqual(await shown(bob, 'Ada'), { quality: 'poor', bars: 1, says: 'poor connection' });
    assert.equal((await shown(ada))?.bars, 1);
    await bob.tab.waitFor(() => window.__quality.said.some((line) => line.includes('poor')), 'it is said');

    await weather(roads, {});
    await allIsWell(ada, bob);
    assert.notEqual((await shown(bob, 'Ada'))?.bars, 1);

    // Soon again: not said again.
    await weather(roads, { packetLoss: 30 });
    await waitForQuality(bob, 'Ada', 'poor');
    await weather(roads, {});
    await allIsWell(ada, bob);
    const { said, events } = await heard(bob);
    assert.equal(warnings({ said, events }).length, 1, said.join('; '));
    assert.equal(
      events.filter((event) => event.startsWith('Ada') && event.endsWith('poor')).length >= 2,
      true,
      events.join('; '),
    );
  });

  it('is lost while nothing comes, and found again', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const [ada, roads] = await comeByBadRoads(browser, site, 'Ada');
    const bob = await Person.comes(browser, site, 'Bob', {}, { init: LISTEN });
    await allMeet(ada, bob);
    await allIsWell(ada, bob);

    await weather(roads, { packetLoss: 100 });
    await waitForQuality(bob, 'Ada', 'lost');
    assert.deepEqual(await shown(bob, 'Ada'), { quality: 'lost', bars: 0, says: 'no connection' });
    await weather(roads, {});
    await allIsWell(ada, bob);
  });

  it('is no better than good on a long way', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const [ada, roads] = await comeByBadRoads(browser, site, 'Ada');
    await weather(roads, { latency: 300 });
    const bob = await Person.comes(browser, site, 'Bob', {}, { init: LISTEN });
    await allMeet(ada, bob);
    await Promise.all([waitForQuality(ada, 'Bob', 'good'), waitForQuality(bob, 'Ada', 'good')]);
    assert.equal((await shown(bob, 'Ada'))?.bars, 2);
  });
});

describe('A person who can’t be reached', () => {
  /** Waits until the other's tile says this. */
  async function readsInTile(person: Person, words: string): Promise<void> {
    const reads = (wanted: string): boolean => {
      const room = document.querySelector<CallRoom>('call-room');
      const [tile] = room?.shadowRoot?.querySelectorAll<CallTile>('call-tile') ?? [];
      return (tile?.shadowRoot?.querySelector('[part~=tile-status]')?.textContent ?? '').includes(wanted);
    };
    await person.tab.waitFor(reads, `${person.name} reads: ${words}`, { args: [words], timeoutMs: 60_000 });
  }

  /** Waits until the other's tile says this, and the error does as well. */
  async function reason(person: Person, words: string): Promise<void> {
    await readsInTile(person, words);
    const { message } = await person.waitForError('peer-unreachable');
    assert.match(message ?? '', new RegExp(`^No connection to (Ada|Bob)\\. .*${words}`));
  }

  it('has the reason in their tile: a relay has to be used, and there is none', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const ada = await Person.comes(browser, site, 'Ada', { 'ice-transport-policy': 'relay' });
    const bob = await Person.comes(browser, site, 'Bob');
    await Promise.all([
      reason(ada, 'Only a relay may be used, and this site has none'),
      reason(bob, 'Their network seems to block calls'),
    ]);
  });

  it('has the reason in their tile: the relay refuses', { skip: noTurnServer }, async (test) => {
    const { urls } = await startTurnServer(test);
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const servers = JSON.stringify([{ urls: urls.udp, username: 'somebody', credential: 'out of date' }]);
    const ada = await Person.comes(browser, site, 'Ada', { 'ice-transport-policy': 'relay', 'ice-servers': servers });
    await Person.comes(browser, site, 'Bob');
    await readsInTile(ada, 'relay of this site refuses you');
  });
});
