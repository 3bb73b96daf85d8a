import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallRoom } from '../../components/elements/call-room/call-room.js';
import { atEnd } from '../support/at-end.js';
import { launchChromium, type TestBrowser } from '../support/browser.js';
import { startSite, type Site } from '../support/site.js';
import type { SaidMessage } from './support/in-page.js';
import { allMeet, Person, type Attributes } from './support/person.js';
import { Stranger } from './support/stranger.js';

// Faults that last, half a minute or two minutes: three at a time, in one browser, and most of them with sound alone, so
// that they fit on one machine.

/** What a browser says of a WebSocket that it can't open, or that broke. */
const TROUBLE = { expectErrors: [/^WebSocket connection to /] };
const SOUND: Attributes = { video: 'none' };
const TWO_MINUTES_MS = 120_000;
/** Everything that takes as long as a heartbeat, or several. */
const PATIENT = { timeoutMs: 90_000 };

/** Tells how long something took, for the README. */
async function timed(test: TestContext, what: string, action: Promise<unknown>): Promise<void> {
  const began = performance.now();
  await action;
  test.diagnostic(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

/** Whose pages all these people have; but for those whose machine vanishes. */
let browser: TestBrowser;
let closeBrowser = (): Promise<void> => Promise.resolve();
before(async () => {
  browser = await launchChromium({ after: (close) => void (closeBrowser = close) }, { backForwardCache: true });
});
after(() => closeBrowser());

/** Somebody comes, and is gone before the site is. */
async function comes(test: TestContext, site: Site, name: string, attributes = SOUND, at = browser): Promise<Person> {
  const person = await Person.comes(at, site, name, attributes, TROUBLE);
  if (at === browser) atEnd(test, () => person.tab.close());
  return person;
}

/** Two people who meet. */
async function twoMeet(test: TestContext, site: Site, attributes = SOUND): Promise<[Person, Person]> {
  const ada = await comes(test, site, 'Ada', attributes);
  const bob = await comes(test, site, 'Bob', attributes);
  await allMeet(ada, bob);
  return [ada, bob];
}

/** Whom a person is in a call with, by id and by connection, and who they are themselves. */
async function standing(person: Person): Promise<object> {
  return { self: await selfOf(person), others: await person.others(), links: await person.connected() };
}

const selfOf = (person: Person): Promise<string | undefined> =>
  person.run(() => document.querySelector<CallRoom>('call-room')?.localParticipant.id);

/** What a person has said through signaling to somebody. */
const saidTo = (person: Person, id: string | undefined): Promise<SaidMessage[]> =>
  person.run((wanted) => window.__flow.said.filter(({ to }) => to === wanted), id);

const forgetSaid = (person: Person): Promise<unknown> => person.run(() => window.__flow.said.splice(0));

const hasLeavers = async (person: Person): Promise<boolean> =>
  (await person.events()).some(({ type }) => type === 'call-participant-left');

/** Waits until a person has been in a state, however short, since the records were cleared. */
const waitForStateChange = (person: Person, state: string): Promise<unknown> =>
  person.tab.waitFor(
    (wanted: string) => window.__flow.events.some((event) => event.state === wanted),
    `${person.name} was ${state}`,
    { ...PATIENT, args: [state] },
  );

const waitForStatePatiently = (person: Person, state: string): Promise<unknown> =>
  person.tab.waitFor(
    (wanted: string) => document.querySelector<CallRoom>('call-room')?.state === wanted,
    `${person.name} is ${state}`,
    { ...PATIENT, args: [state] },
  );

/** Waits until nobody else is to be seen. */
const isAlone = (person: Person): Promise<unknown> =>
  person.tab.waitFor(
    () => document.querySelector<CallRoom>('call-room')?.participants.length === 0,
    `${person.name} is alone`,
    PATIENT,
  );

/** Waits until more has come from this one of the others. */
async function receivesFrom(person: Person, other: Person): Promise<void> {
  const soundOf = async (name: string): Promise<number> =>
    (await window.__flow.received()).find((from) => from.name === name)?.audioEnergy ?? 0;
  const energy = await person.run(soundOf, other.name);
  await person.tab.waitFor(
    async (name: string, before: number) =>
      ((await window.__flow.received()).find((from) => from.name === name)?.audioEnergy ?? 0) > before,
    `${person.name} goes on hearing ${other.name}`,
    { args: [other.name, energy] },
  );
}

describe('A call', { concurrency: 3 }, () => {
  it('goes on without the server for two minutes, and then knows who came and who left', async (test) => {
    const site = await startSite(test);
    const [ada, bob] = await twoMeet(test, site, {});
    // She goes another way, which works all the time.
    const cleo = await comes(test, site, 'Cleo', { ...SOUND, signaling: '/side-door' });
    await allMeet(ada, bob, cleo);
    const before = await Promise.all([ada, bob].map(selfOf));
    const link = await ada.connected();

    site.doors.signal.refuse();
    site.doors.signal.drop();
    const isBack = sleep(TWO_MINUTES_MS);
    await Promise.all([ada.waitForState('reconnecting'), bob.waitForState('reconnecting')]);
    await cleo.tab.crash();
    const dora = await comes(test, site, 'Dora', { ...SOUND, signaling: '/side-door' });
    await dora.waitForState('joined');
    await Promise.all([ada, bob].map(forgetSaid));
    await isBack;
    await Promise.all([receivesFrom(ada, bob), receivesFrom(bob, ada)]);
    assert.ok(!(await ada.others()).includes((await selfOf(dora)) ?? ''), 'nobody could tell Ada of Dora yet');

    site.doors.signal.accept();
    await timed(test, 'two minutes without server: back', Promise.all([ada, bob].map((p) => waitForStatePatiently(p, 'joined'))));
    await timed(test, 'two minutes without server: everybody meets', allMeet(ada, bob, dora));
    assert.deepEqual(await Promise.all([ada, bob].map(selfOf)), before, 'under the same ids');
    assert.equal((await ada.connected())[0], link[0], 'the link that worked is the one from before');
    for (const [person, other] of [
      [ada, bob],
      [bob, ada],
    ] as const) {
      assert.deepEqual(
        await saidTo(person, await selfOf(other)),
        [],
        `${person.name} had nothing to negotiate with ${other.name}`,
      );
      const offers = (await saidTo(person, await selfOf(dora))).filter(({ type }) => type === 'offer');
      assert.ok(offers.length <= 2, `${person.name} made ${offers.length} offers to Dora`);
    }
  });

  it('goes on when a page was frozen for so long that the server gave it up', async (test) => {
    const site = await startSite(test);
    const [ada, bob] = await twoMeet(test, site);
    const before = await Promise.all([ada, bob].map(standing));
    const devtools = await ada.tab.page.createCDPSession();

    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
    while (site.signaling.size.members > 1) await sleep(500);
    await bob.goesOnReceiving();
    await devtools.send('Page.setWebLifecycleState', { state: 'active' });
    await timed(
      test,
      'frozen for a minute: in the room again',
      (async () => {
        while (site.signaling.size.members < 2) await sleep(100);
        await waitForStatePatiently(ada, 'joined');
      })(),
    );
    await Promise.all([ada.goesOnReceiving(), bob.goesOnReceiving()]);
    assert.deepEqual(await Promise.all([ada, bob].map(standing)), before, 'all is as before');
    assert.ok(!(await hasLeavers(bob)), 'nobody was ever gone');
  });

  it('finds out that its way to the server is half-open, at once when the network is back, and takes up its place again', async (test) => {
    const site = await startSite(test);
    const [ada, bob] = await twoMeet(test, site);
    const before = await Promise.all([ada, bob].map(standing));

    await ada.tab.page.setOfflineMode(true);
    site.doors.signal.stall();
    await ada.tab.page.setOfflineMode(false);
    const bobKnows = timed(test, 'half-open socket: known', waitForStateChange(bob, 'reconnecting'));
    await timed(test, 'half-open socket, after "online": known', waitForStateChange(ada, 'reconnecting'));
    await timed(test, 'half-open socket: back', waitForStatePatiently(ada, 'joined'));
    await bobKnows;
    await waitForStatePatiently(bob, 'joined');
    await Promise.all([ada.goesOnReceiving(), bob.goesOnReceiving()]);
    assert.deepEqual(await Promise.all([ada, bob].map(standing)), before, 'all is as before');
    for (const person of [ada, bob]) assert.ok(!(await hasLeavers(person)), 'nobody was ever gone');
    const cleo = await comes(test, site, 'Cleo', SOUND);
    await allMeet(ada, bob, cleo);
  });

  it('is left with the page, and joined again when the page comes out of the back-forward cache', async (test) => {
    const site = await startSite(test);
    const [ada, bob] = await twoMeet(test, site);
    await ada.run(() => {
      document.title = 'kept';
    });

    await ada.tab.page.goto(await site.page('<p>Another page</p>'));
    await timed(test, 'page left: known', isAlone(bob));
    // A page that comes back does not load, so there is nothing to wait for.
    void ada.tab.page.goBack().catch(() => undefined);
    await timed(test, 'back from the back-forward cache: meet', allMeet(ada, bob));
    assert.equal(await ada.tab.page.title(), 'kept', 'it is the page from before, not a new one');
    assert.equal((await bob.connected()).length, 1);
  });

  for (const where of ['our server', 'a plain relay'] as const) {
    it(`over ${where} shows a person no longer whose page crashed`, async (test) => {
      const site = await startSite(test);
      const signaling = where === 'our server' ? '/signal' : site.relayUrl('crash');
      const [ada, bob] = await twoMeet(test, site, { ...SOUND, signaling });

      await bob.tab.crash();
      await timed(test, `page crashed, ${where}: tile gone`, isAlone(ada));
    });
  }

  it('shows whose machine vanished as lost, then no longer, and again when it is back', async (test) => {
    const site = await startSite(test);
    const theirs = await launchChromium(test);
    const [ada, bob] = await twoMeet(test, site);
    const cleo = await comes(test, site, 'Cleo', SOUND, theirs);
    await allMeet(ada, bob, cleo);
    const id = await selfOf(cleo);
    const isJudged = (): boolean =>
      document.querySelector<CallRoom>('call-room')?.participants.every(({ quality }) => quality !== 'unknown') ?? false;
    await ada.tab.waitFor(isJudged, 'Ada knows how good the ways are');

    theirs.vanish();
    const isLost = (wanted: string | undefined): boolean =>
      document.querySelector<CallRoom>('call-room')?.participants.find((one) => one.id === wanted)?.quality === 'lost';
    await timed(test, 'machine vanished: shown as lost', ada.tab.waitFor(isLost, 'Ada sees that Cleo is lost', { args: [id] }));
    const isGone = (wanted: string | undefined): boolean =>
      !document.querySelector<CallRoom>('call-room')?.participants.some((one) => one.id === wanted);
    await timed(test, 'machine vanished: tile gone', ada.tab.waitFor(isGone, 'Cleo is gone', { ...PATIENT, args: [id] }));
    assert.equal(site.signaling.size.members, 3, 'the server does not know it yet');
    await Promise.all([ada.sees('Bob, camera off'), bob.sees('Ada, camera off')]);
    await ada.goesOnReceiving();

    theirs.return();
    await timed(test, 'machine back: everybody meets', allMeet(ada, bob, cleo));
    assert.equal(await selfOf(cleo), id, 'under the same id');
  });

  it('goes on beside people with whom nothing comes about, and says what is wrong with them', async (test) => {
    const site = await startSite(test);
    const [ada, bob] = await twoMeet(test, site);
    const before = await ada.connected();
    for (const [name, manners] of Object.entries({
      'Says nothing': {},
      'Offers, never answers': { offersPerSecond: 1 },
      'Answers, has no candidates': { answers: true },
    })) {
      const stranger = await Stranger.comes(site.signalUrl, name, manners);
      atEnd(test, () => stranger.leaves());
    }

    const allHaveTrouble = (): boolean =>
      document.querySelector<CallRoom>('call-room')?.participants.filter(({ trouble }) => trouble !== undefined).length === 3;
    await timed(test, 'nothing comes about: said why', ada.tab.waitFor(allHaveTrouble, 'all tiles say what is wrong', PATIENT));
    await ada.waitForError('peer-unreachable');
    const isGone = (): boolean => !window.__flow.tiles().some(({ name }) => name === 'Says nothing');
    await timed(test, 'no sign of life: tile gone', ada.tab.waitFor(isGone, 'who says nothing is gone', PATIENT));
    await Promise.all([receivesFrom(ada, bob), receivesFrom(bob, ada)]);
    assert.deepEqual(await ada.connected(), before);
    const open = await ada.run(
      () => window.__peerConnections.filter(({ connectionState }) => connectionState !== 'closed').length,
    );
    assert.ok(open <= 5, `${open} connections are open: to Bob, to three strangers, and a spare one`);
  });
});
