import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SignJWT } from 'jose';
import { Access } from '../../signaling/server/access.js';
import { serve } from '../../signaling/server/http-server.js';
import { atEnd } from '../support/at-end.js';
import { launchChromium } from '../support/browser.js';
import { startSite } from '../support/site.js';
import { allMeet, Person } from './support/person.js';

/** What a browser says of a WebSocket that it can't open, or that broke. */
const SOCKET_TROUBLE = /^WebSocket connection to /;
const SECRET = 'a secret of thirty-two bytes or more';

/** How often the page has tried to connect. */
const attempts = (person: Person): Promise<number> => person.run(() => window.__flow.sockets.length);

const waitForAttempts = (person: Person, count: number): Promise<boolean> =>
  person.tab.waitFor((wanted: number) => window.__flow.sockets.length >= wanted, `${person.name} tried ${count} times`, {
    args: [count],
  });

const hasLeavers = async (person: Person): Promise<boolean> =>
  (await person.events()).some(({ type }) => type === 'call-participant-left');

describe('A signaling server that can’t be reached', () => {
  it('is named, and tried again and again until it is there', async (test) => {
    const site = await startSite(test);
    site.doors.signal.refuse();
    const browser = await launchChromium(test);
    const ada = await Person.comes(browser, site, 'Ada', {}, { expectErrors: [SOCKET_TROUBLE] });
    await ada.waitForText(`No answer from ${site.signalUrl}`);
    await ada.waitForError('signaling-unreachable');
    await waitForAttempts(ada, 3);
    await ada.waitForState('joining');
    const told = (await ada.events()).filter(({ type }) => type === 'call-error');
    assert.deepEqual(
      told.map(({ code }) => code),
      ['signaling-unreachable'],
      'the person is told once',
    );

    site.doors.signal.accept();
    const bob = await Person.comes(browser, site, 'Bob');
    await allMeet(ada, bob);
    assert.ok(!(await ada.run(() => window.__flow.text())).includes('No answer from'));
  });

  it('is tried no more once the person gives up', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    // Nobody listens at port 9 ("discard"), which browsers let pages try.
    const attributes = { signaling: 'ws://127.0.0.1:9/signal' };
    const ada = await Person.comes(browser, site, 'Ada', attributes, { expectErrors: [SOCKET_TROUBLE] });
    const bob = await Person.comes(browser, site, 'Bob', attributes, { expectErrors: [SOCKET_TROUBLE] });
    await Promise.all([waitForAttempts(ada, 2), waitForAttempts(bob, 2)]);

    await ada.click('call-room >>> ::-p-text(Cancel)');
    await ada.waitForText('You left the call');
    const made = await attempts(ada);
    // Bob, who has no more patience than a timer, measures how long that is.
    await waitForAttempts(bob, (await attempts(bob)) + 3);
    assert.equal(await attempts(ada), made);
    assert.ok(
      await ada.run(() => window.__flow.tracks.every(({ readyState }) => readyState === 'ended')),
      'the camera light is off',
    );
  });
});

describe('A call that loses the signaling server', () => {
  it('goes on, and nobody’s tile vanishes, however the sockets ended', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const coming = { expectErrors: [SOCKET_TROUBLE] };
    const ada = await Person.comes(browser, site, 'Ada', {}, coming);
    const bob = await Person.comes(browser, site, 'Bob', {}, coming);
    const people = [ada, bob];
    await allMeet(ada, bob);
    const before = await Promise.all(
      people.map(async (person) => ({ links: await person.connected(), others: await person.others() })),
    );

    site.doors.signal.refuse();
    site.doors.signal.drop();
    await Promise.all(people.map((person) => person.waitForState('reconnecting')));
    await ada.waitForText('Reconnecting…');
    await Promise.all(people.map((person) => person.goesOnReceiving()));
    await ada.clickPart('mic-button');
    await bob.sees('Ada, muted');

    site.doors.signal.accept();
    await Promise.all(people.map((person) => person.waitForState('joined')));
    await Promise.all(people.map((person) => person.goesOnReceiving()));
    for (const [index, person] of people.entries()) {
      assert.deepEqual({ links: await person.connected(), others: await person.others() }, before[index], 'all is as before');
      assert.ok(!(await hasLeavers(person)), 'nobody was ever gone');
    }
    const cleo = await Person.comes(browser, site, 'Cleo');
    await Promise.all([ada.sees('Bob', 'Cleo'), bob.sees('Ada, muted', 'Cleo'), cleo.sees('Ada, muted', 'Bob')]);
  });

  it('goes on when the server stops and another one starts that knows nothing of it', async (test) => {
    const site = await startSite(test);
    const first = await serve({ port: 0, host: '127.0.0.1', folders: [] });
    atEnd(test, () => first.close());
    const browser = await launchChromium(test);
    const attributes = { signaling: `ws://localhost:${first.port}/signal` };
    const coming = { expectErrors: [SOCKET_TROUBLE] };
    const ada = await Person.comes(browser, site, 'Ada', attributes, coming);
    const bob = await Person.comes(browser, site, 'Bob', attributes, coming);
    await allMeet(ada, bob);
    const before = { links: await ada.connected(), others: await ada.others() };

    await first.close();
    await Promise.all([ada.waitForState('reconnecting'), bob.waitForState('reconnecting')]);
    await Promise.all([ada.goesOnReceiving(), bob.goesOnReceiving()]);
    const second = await serve({ port: first.port, host: '127.0.0.1', folders: [] });
    atEnd(test, () => second.close());
    await Promise.all([ada.waitForState('joined'), bob.waitForState('joined')]);
    await Promise.all([ada.goesOnReceiving(), bob.goesOnReceiving()]);
    assert.deepEqual({ links: await ada.connected(), others: await ada.others() }, before);
    assert.ok(!(await hasLeavers(ada)));
  });

  it('still notices who left meanwhile', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const coming = { expectErrors: [SOCKET_TROUBLE] };
    const ada = await Person.comes(browser, site, 'Ada', {}, coming);
    const bob = await Person.comes(browser, site, 'Bob', {}, coming);
    await allMeet(ada, bob);
    site.doors.signal.refuse();
    site.doors.signal.drop();
    await Promise.all([ada.waitForState('reconnecting'), bob.waitForState('reconnecting')]);
    await bob.clickPart('leave-button');
    await ada.sees();
    site.doors.signal.accept();
    await ada.waitForState('joined');
    await ada.sees();
  });
});

describe('A room that somebody may not enter', () => {
  it('because it is full, can be tried again when somebody has left', async (test) => {
    const site = await startSite(test, { limits: { maxRoomSize: 1 } });
    const browser = await launchChromium(test);
    const ada = await Person.comes(browser, site, 'Ada');
    await ada.waitForState('joined');
    const bob = await Person.comes(browser, site, 'Bob');
    await bob.waitForState('failed');
    const told = await bob.waitForError('room-full');
    await bob.waitForText(told.message ?? 'no message');
    const left = (await bob.events()).find(({ type }) => type === 'call-left');
    assert.equal(left?.reason, 'room-full');
    await ada.sees();

    await ada.clickPart('leave-button');
    await ada.waitForState('left');
    await bob.click('call-room >>> ::-p-text(Join again)');
    await bob.waitForState('joined');
  });

  it('because max-participants says so, leaves those inside in peace', async (test) => {
    const site = await startSite(test);
    const browser = await launchChromium(test);
    const ada = await Person.comes(browser, site, 'Ada');
    const bob = await Person.comes(browser, site, 'Bob');
    await allMeet(ada, bob);
    const cleo = await Person.comes(browser, site, 'Cleo', { 'max-participants': '2' });
    await cleo.waitForError('room-full');
    await cleo.waitForState('failed');
    await Promise.all([ada.sees('Bob'), bob.sees('Ada')]);
    await ada.goesOnReceiving();
  });

  it('without a token, is entered with one, under the name that it says', async (test) => {
    const site = await startSite(test, { access: Access.fromSecret(SECRET) });
    const browser = await launchChromium(test);
    const token = (name: string): Promise<string> =>
      new SignJWT({ room: 'flow', name }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1h').sign(Buffer.from(SECRET));
    const ada = await Person.comes(browser, site, 'Ada', { token: await token('Ada'), 'display-name': 'The Queen' });
    const bob = await Person.comes(browser, site, 'Bob', {});
    const told = await bob.waitForError('unauthorized');
    await bob.waitForState('failed');
    await bob.waitForText(told.message ?? 'no message');
    await ada.sees();

    await bob.run((text: string) => document.querySelector('call-room')?.setAttribute('token', text), await token('Bob'));
    await bob.click('call-room >>> ::-p-text(Join again)');
    await allMeet(ada, bob);
    await ada.sees('Bob');
    await bob.sees('Ada');
  });
});
