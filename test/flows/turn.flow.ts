import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { IceServerInit } from '../../signaling/protocol/index.js';
import { Turn, TURN_TTL } from '../../signaling/server/turn.js';
import { launchChromium, type TestPage } from '../support/browser.js';
import { startSite } from '../support/site.js';
import { noTurnServer, startTurnServer } from '../support/turn-server.js';
import { allMeet, pageWith, Person } from './support/person.js';

/** How long coturn may take a credential after it has expired, in s: its clock ticks once a second. */
const TICK_S = 2;

/** What one link uses now. */
interface Path {
  /** Types of the chosen pair's candidates, here and there. */
  pair: string[];
  /** Of the candidate chosen here: names the ICE generation. */
  ufrag: string;
}

/** What a browser gets from ICE servers. */
interface Gathered {
  /** The URLs by which it got addresses there. */
  relays: string[];
  /** STUN error codes. */
  errors: number[];
}

describe('A TURN server with the configuration that we deliver', { skip: noTurnServer }, () => {
  it('lets a browser in by UDP, TCP and TLS, with a credential that we mint', async (test) => {
    const server = await startTurnServer(test);
    const tab = await emptyPage(test);
    for (const url of Object.values(server.urls)) {
      const turn = new Turn({ urls: [url], secret: server.secret });
      assert.deepEqual(await gather(tab, turn.credentialFor('somebody')), { relays: [url], errors: [] });
    }
  });

  it('refuses one that has expired, one that is changed, and one of another secret', async (test) => {
    const server = await startTurnServer(test);
    const tab = await emptyPage(test);
    const turn = new Turn({ urls: [server.urls.udp], secret: server.secret, ttlSeconds: TURN_TTL.min });
    const good = turn.credentialFor('somebody');
    const bad = {
      expired: turn.credentialFor('somebody', Date.now() - (TURN_TTL.min + TICK_S) * 1000),
      prolonged: { ...good, username: `${Number.parseInt(good.username ?? '') + 1000}:somebody` },
      foreign: new Turn({ urls: turn.urls, secret: 'a secret that the server does not know' }).credentialFor('somebody'),
    };
    for (const [name, credential] of Object.entries(bad)) {
      assert.deepEqual(await gather(tab, credential), { relays: [], errors: [401] }, name);
    }
  });
});

describe('A call over a TURN server', { skip: noTurnServer }, () => {
  it('is had with nothing but the credentials that the signaling server hands out', async (test) => {
    const server = await startTurnServer(test);
    const turn = new Turn({ urls: [server.urls.udp], secret: server.secret });
    const site = await startSite(test, { turn });
    const browser = await launchChromium(test);
    const ada = await Person.comes(browser, site, 'Ada', { 'ice-transport-policy': 'relay' });
    const bob = await Person.comes(browser, site, 'Bob', { 'ice-transport-policy': 'relay' });
    await allMeet(ada, bob);
    for (const person of [ada, bob]) assert.deepEqual((await path(person)).pair, ['relay', 'relay']);
  });

  it('outlives its credential: what is open goes on, and ICE restarts with a fresh one', async (test) => {
    // Browsers refresh what they hold there when half of its lifetime is over: here after the credential has expired, and
    // with a stale nonce. Otherwise that would be after nine minutes.
    const server = await startTurnServer(test, { args: ['--verbose', '--max-allocate-lifetime=40', '--stale-nonce=5'] });
    const turn = new Turn({ urls: [server.urls.udp], secret: server.secret, ttlSeconds: TURN_TTL.min });
    const site = await startSite(test, { turn });
    const browser = await launchChromium(test);
    const ada = await Person.comes(browser, site, 'Ada', { 'ice-transport-policy': 'relay' });
    const bob = await Person.comes(browser, site, 'Bob', { 'ice-transport-policy': 'relay' });
    const people = [ada, bob];
    await Promise.all(people.map((person) => person.waitForState('joined')));
    const first = await Promise.all(people.map(credential));
    await allMeet(ada, bob);
    const before = await Promise.all(people.map((person) => path(person)));

    for (const [index, person] of people.entries()) await replaced(person, first[index]);
    const tab = await emptyPage(test);
    for (const old of first) assert.deepEqual(await gather(tab, old), { relays: [], errors: [401] });
    const refreshesSince = server.log.length;
    const refreshed = (): boolean =>
      first.every(({ username }) =>
        server.log.slice(refreshesSince).some((line) => line.includes('refreshed') && line.includes(`<${username}>`)),
      );
    await until(refreshed, () => `In vain for a refresh by ${JSON.stringify(first)}:\n${server.log.slice(-60).join('\n')}`);
    await Promise.all(people.map((person) => person.goesOnReceiving()));
    assert.deepEqual(
      await Promise.all(people.map((person) => path(person))),
      before,
      'still the way that the old credentials opened',
    );

    await ada.run(() => {
      for (const connection of window.__peerConnections) if (connection.connectionState === 'connected') connection.restartIce();
    });
    const after = await Promise.all(people.map((person, index) => path(person, before[index])));
    for (const { pair } of after) assert.deepEqual(pair, ['relay', 'relay']);
    await Promise.all(people.map((person) => person.goesOnReceiving()));
  });
});

async function emptyPage(test: Parameters<typeof launchChromium>[0]): Promise<TestPage> {
  const site = await startSite(test);
  // The certificate of the TURN server in tests is self-made.
  const browser = await launchChromium(test, { args: ['--ignore-certificate-errors'] });
  return browser.open(await site.page(pageWith('', '')));
}

/** What a browser gets that may use nothing but these servers. */
function gather(tab: TestPage, server: IceServerInit): Promise<Gathered> {
  return tab.page.evaluate(async (iceServer) => {
    const connection = new RTCPeerConnection({ iceServers: [iceServer], iceTransportPolicy: 'relay' });
    const relays = new Set<string>();
    const errors = new Set<number>();
    connection.addEventListener('icecandidateerror', ({ errorCode }) => errors.add(errorCode));
    const complete = new Promise<void>((resolve) => {
      connection.addEventListener('icecandidate', ({ candidate }) => {
        if (!candidate) resolve();
        // `url` is in W3C webrtc-pc since 2022, and not yet in the types.
        else if (candidate.type === 'relay') relays.add((candidate as { url?: string | null }).url ?? '');
      });
    });
    connection.createDataChannel('');
    await connection.setLocalDescription();
    await complete;
    connection.close();
    return { relays: [...relays], errors: [...errors] };
  }, server);
}

/** The TURN credential that a person's next link will use. */
async function credential(person: Person): Promise<IceServerInit> {
  const found = await person.tab.waitFor(newestCredential, `${person.name} has a TURN credential`);
  assert.ok(found);
  return found;
}

/** Runs in the page. */
function newestCredential(): IceServerInit | undefined {
  const open = window.__peerConnections.filter(({ connectionState }) => connectionState !== 'closed');
  return open.flatMap((connection) => connection.getConfiguration().iceServers ?? []).at(-1);
}

/** Waits until a credential has expired, and each link of the person has another one that has not. */
async function replaced(person: Person, old: IceServerInit | undefined): Promise<void> {
  const isReplaced = (username: string, tickS: number): boolean => {
    const now = Date.now() / 1000;
    const open = window.__peerConnections.filter(({ connectionState }) => connectionState !== 'closed');
    const names = open.flatMap((link) => (link.getConfiguration().iceServers ?? []).map((server) => server.username ?? ''));
    return Number.parseInt(username) + tickS < now && names.length > 0 && names.every((name) => Number.parseInt(name) > now);
  };
  await person.tab.waitFor(isReplaced, `${person.name}'s first credential is replaced, and has expired`, {
    args: [old?.username ?? '', TICK_S],
  });
}

/** The way that the person's one connected link uses; another one than before, where that is given. */
async function path(person: Person, before?: Path): Promise<Path> {
  const message = `${person.name} has a connected link${before ? ', which has restarted ICE' : ''}`;
  const found = await person.tab.waitFor(currentPath, message, { args: [before?.ufrag ?? ''] });
  assert.ok(found);
  return found;
}

/** Runs in the page. */
async function currentPath(oldUfrag: string): Promise<Path | undefined> {
  const connection = window.__peerConnections.find(({ connectionState }) => connectionState === 'connected');
  const stats = (await connection?.getStats()) as ReadonlyMap<string, Record<string, string>> | undefined;
  const transport = [...(stats?.values() ?? [])].find(({ type }) => type === 'transport');
  const pair = stats?.get(transport?.['selectedCandidatePairId'] ?? '');
  const [local, remote] = ['localCandidateId', 'remoteCandidateId'].map((id) => stats?.get(pair?.[id] ?? ''));
  const ufrag = local?.['usernameFragment'] ?? oldUfrag;
  return ufrag === oldUfrag ? undefined : { pair: [local?.['candidateType'] ?? '', remote?.['candidateType'] ?? ''], ufrag };
}

/** How long the TURN server may take, in ms. */
const PATIENCE_MS = 30_000;

async function until(holds: () => boolean, describe: () => string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!holds()) {
    assert.ok(Date.now() < deadline, describe());
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
