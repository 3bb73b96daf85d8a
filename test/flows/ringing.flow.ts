import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SignJWT, type JWTPayload } from 'jose';
import { Access } from '../../signaling/server/access.js';
import { serve } from '../../signaling/server/http-server.js';
import { atEnd } from '../support/at-end.js';
import { launchChromium, type TestBrowser } from '../support/browser.js';
import { startSite, type Site } from '../support/site.js';
import { focused, press, tabTo } from './support/keyboard.js';
import { pageWith, Person, type Attributes, type Coming } from './support/person.js';
import { Agent, Caller, DESK, endings, talk } from './support/ringing.js';

/** What a browser says of a WebSocket that it can't open, or that broke. */
const TROUBLE = { expectErrors: [/^WebSocket connection to /] };
const SECRET = 'a secret of thirty-two bytes or more';
const WITH_VIDEO = { audio: true, video: true };
/** What a site has to allow; `pages.flow.ts` says why. */
const STRICT = {
  headers: {
    'content-security-policy':
      "default-src 'self'; connect-src 'self' ws:; require-trusted-types-for 'script'; trusted-types lit-html",
  },
};

/** Whose pages all these people have. */
let browser: TestBrowser;
let closeBrowser = (): Promise<void> => Promise.resolve();
before(async () => {
  browser = await launchChromium({ after: (close) => void (closeBrowser = close) }, { backForwardCache: true });
});
after(() => closeBrowser());

/** Somebody with a shop's page, who is gone before the site is. */
async function caller(test: TestContext, site: Site, name: string, attributes?: Attributes, coming?: Coming): Promise<Caller> {
  const person = await Caller.visits(browser, site, name, attributes, coming);
  atEnd(test, () => closed(person));
  return person;
}

/** Somebody with an agent's page, likewise. */
async function agent(
  test: TestContext,
  site: Site,
  name: string,
  attributes?: Attributes,
  coming?: Coming,
  sends?: Person['sends'],
): Promise<Agent> {
  const person = await Agent.sits(browser, site, name, attributes, coming, sends);
  atEnd(test, () => closed(person));
  return person;
}

/** Some close their window in the middle of a test. */
async function closed({ tab }: Person): Promise<void> {
  if (!tab.page.isClosed()) await tab.close();
}

/** One at a desk, and one who has called it: it rings. */
async function ringing(test: TestContext, attributes: Attributes = {}, coming?: Coming): Promise<[Caller, Agent, Site]> {
  const site = await startSite(test);
  const grace = await agent(test, site, 'Grace', attributes, coming);
  const ada = await caller(test, site, 'Ada', attributes, coming);
  await ada.presses();
  await grace.hearsRinging('Ada');
  await ada.isIn('ringing');
  return [ada, grace, site];
}

const hasLetGo = (person: Person): Promise<unknown> =>
  person.tab.waitFor(
    () => window.__flow.tracks.every(({ readyState }) => readyState === 'ended'),
    `${person.name} has let go of the devices`,
  );

describe('A button that calls, and a phone that rings', () => {
  it('let two people see and hear each other, on strict pages, and let go of everything in the end', async (test) => {
    const site = await startSite(test);
    const grace = await agent(test, site, 'Grace', {}, STRICT, WITH_VIDEO);
    const ada = await caller(test, site, 'Ada', { video: true, subject: 'Order <b>12</b>' }, STRICT);
    assert.equal(await grace.run(() => window.__flow.tracks.length), 0, 'a phone that waits has no device open');

    await ada.presses();
    await grace.hearsRinging('Ada');
    await grace.reads('Order <b>12</b>');
    await grace.reads('Name not verified');
    assert.equal(await grace.run(() => window.__flow.tracks.length), 0, 'nor has one that rings');
    await ada.reads('Ringing…');
    await grace.accepts();
    await talk(ada, grace);
    await ada.reads('Connected to Grace');

    await ada.hangsUp();
    await Promise.all([grace.isFree(), ada.isIn('ended')]);
    assert.deepEqual([await endings(ada), await endings(grace)], [['hung-up'], ['hung-up']]);
    assert.deepEqual(await grace.missed(), []);
    await Promise.all([hasLetGo(ada), hasLetGo(grace)]);
    await ada.tab.waitFor(
      () =>
        window.__flow.sockets.length === 1 && window.__flow.sockets.every(({ readyState }) => readyState >= WebSocket.CLOSING),
      'the caller has no socket open',
    );
    assert.equal(await grace.run(() => window.__flow.connected().length), 0);
  });

  it('do so over a plain relay, where the one who is called hangs up', async (test) => {
    const site = await startSite(test);
    const signaling = site.relayUrl('ringing');
    const grace = await agent(test, site, 'Grace', { signaling });
    const ada = await caller(test, site, 'Ada', { signaling });
    await ada.presses();
    await grace.hearsRinging('Ada');
    await grace.accepts();
    await talk(ada, grace);
    await grace.hangsUp();
    await Promise.all([grace.isFree(), ada.isIn('ended')]);
    assert.deepEqual([await endings(ada), await endings(grace)], [['hung-up'], ['hung-up']]);
  });

  it('ring at every agent, and the first to accept has the call', async (test) => {
    const [ada, grace, site] = await ringing(test);
    const alan = await agent(test, site, 'Alan');
    // He has come while it rings.
    await alan.hearsRinging('Ada');
    await alan.accepts();
    await grace.isFree();
    await talk(ada, alan);
    assert.deepEqual(await endings(grace), ['answered-elsewhere']);
    await grace.reads('The call of Ada was answered on another device.');
    assert.deepEqual(await grace.missed(), []);
    await ada.reads('Connected to Alan');
  });

  it('are the pages of the demo', async (test) => {
    const folders = ['dist/demo', 'dist/cdn'].map((folder) => fileURLToPath(new URL(`../../${folder}`, import.meta.url)));
    const demo = await serve({ port: 0, host: '127.0.0.1', folders });
    atEnd(test, () => demo.close());
    const query = 'no-sound&ice-servers=[]';
    const desk = await Person.opens(browser, `${demo.url}/desk.html?agent=Grace&${query}`, 'Grace');
    const grace = new Agent('Grace', desk.tab, { audio: true, video: false });
    atEnd(test, () => closed(grace));
    const shop = await Person.opens(browser, `${demo.url}/shop.html?display-name=Ada&${query}`, 'Ada');
    const ada = new Caller('Ada', shop.tab, { audio: true, video: false });
    atEnd(test, () => closed(ada));
    await grace.isOnline();
    await ada.presses();
    await grace.hearsRinging('Ada');
    await grace.accepts();
    await talk(ada, grace);
  });
});

describe('A call that comes to nothing', () => {
  it('is declined, with words that the caller reads', async (test) => {
    const [ada, grace] = await ringing(test);
    await grace.click('call-phone >>> ::-p-text(Decline with a message)');
    await grace.click('call-phone >>> input[name=words]');
    await grace.tab.page.keyboard.type('Closed for lunch <3');
    await grace.tab.page.keyboard.press('Enter');
    await ada.isIn('ended');
    await ada.reads('Your call was declined.');
    await ada.reads('“Closed for lunch <3”');
    await grace.isFree();
    assert.deepEqual([await endings(ada), await endings(grace)], [['declined'], ['declined']]);
    assert.deepEqual(await grace.missed(), []);
  });

  it('finds the line busy, and gets through once it is free', async (test) => {
    const [ada, grace, site] = await ringing(test);
    await grace.accepts();
    await talk(ada, grace);
    const bob = await caller(test, site, 'Bob');
    await bob.presses();
    await bob.isIn('ended');
    await bob.reads('The line is busy. Try again in a moment.');
    assert.deepEqual(await endings(bob), ['busy']);
    await grace.goesOnReceiving();

    await ada.hangsUp();
    await grace.isFree();
    await bob.pressesPart('again-button');
    await grace.hearsRinging('Bob');
    await bob.pressesPart('cancel-button');
    await Promise.all([bob.isIn('idle'), grace.isFree()]);
  });

  it('is answered by nobody, or finds nobody there', async (test) => {
    const site = await startSite(test);
    const ada = await caller(test, site, 'Ada', { 'ring-timeout': '3' });
    await ada.presses();
    await ada.isIn('ended');
    await ada.reads('Nobody is available right now. Try again later.');

    const grace = await agent(test, site, 'Grace');
    await ada.pressesPart('again-button');
    await grace.hearsRinging('Ada');
    await ada.isIn('ended');
    await ada.reads('Nobody answered. Try again later.');
    await grace.isFree();
    await grace.reads('Missed calls');
    assert.deepEqual(await grace.missed(), ['Ada']);
    assert.deepEqual(await endings(ada), ['unavailable', 'no-answer']);
  });

  it('is missed when the caller closes the tab, or the page crashes', async (test) => {
    const [ada, grace, site] = await ringing(test);
    await ada.tab.close();
    await grace.isFree();
    await grace.reads('Missed calls');
    assert.deepEqual(await grace.missed(), ['Ada']);

    const bob = await caller(test, site, 'Bob');
    await bob.presses();
    await grace.hearsRinging('Bob');
    await bob.tab.crash();
    await grace.isFree();
    assert.deepEqual(await grace.missed(), ['Bob', 'Ada']);
    assert.deepEqual(await endings(grace), ['cancelled', 'cancelled']);
  });
});

describe('While it rings', () => {
  it('a desk that is reloaded rings again', async (test) => {
    const [ada, grace] = await ringing(test);
    await grace.tab.page.reload();
    await grace.hearsRinging('Ada');
    await ada.isIn('ringing');
    await grace.accepts();
    await talk(ada, grace);
    assert.deepEqual(await endings(ada), []);
  });

  it('the server may stop and another one start, and so it may in the talk', async (test) => {
    const first = await serve({ port: 0, host: '127.0.0.1', folders: [] });
    atEnd(test, () => first.close());
    const [ada, grace] = await ringing(test, { signaling: `ws://localhost:${first.port}/signal` }, TROUBLE);
    await first.close();
    await grace.isOffline();
    await grace.hearsRinging('Ada');
    const second = await serve({ port: first.port, host: '127.0.0.1', folders: [] });
    atEnd(test, () => second.close());
    await grace.isOnline();
    await grace.hearsRinging('Ada');
    await ada.tab.waitFor(
      () => !window.__flow.find('call-panel')?.shadowRoot?.querySelector('[part=error]'),
      'Ada reads of no failure that is over',
    );
    await grace.accepts();
    await talk(ada, grace);

    await second.close();
    await grace.isOffline();
    await Promise.all([ada.goesOnReceiving(), grace.goesOnReceiving()]);
    await ada.hangsUp();
    await Promise.all([ada.isIn('ended'), grace.isFree()]);
    assert.deepEqual([await endings(ada), await endings(grace)], [['hung-up'], ['hung-up']]);
  });
});

describe('With access tokens', () => {
  const token = (claims: JWTPayload): Promise<string> =>
    new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1h').sign(Buffer.from(SECRET));

  it('a caller reaches the desk under the name that the token says, and so does the agent', async (test) => {
    const site = await startSite(test, { access: Access.fromSecret(SECRET) });
    const graces = await token({ phone: DESK, name: 'Grace' });
    const grace = await agent(test, site, 'Grace', { 'display-name': 'Somebody else', token: graces });
    const adas = await token({ call: DESK, name: 'Ada' });
    const ada = await caller(test, site, 'Ada', { 'display-name': 'The Queen', token: adas });
    await ada.presses();
    await grace.hearsRinging('Ada');
    await grace.reads('Verified name');
    await grace.accepts();
    await talk(ada, grace);
    await ada.reads('Connected to Grace');
  });

  it('a phone that was refused rings as soon as it has the right one', async (test) => {
    const site = await startSite(test, { access: Access.fromSecret(SECRET) });
    const grace = await agent(test, site, 'Grace', { token: await token({ phone: DESK }) }, TROUBLE);
    await grace.run(() => document.querySelector('call-phone')?.setAttribute('user', 'sales'));
    await grace.reads('Try again');
    await grace.isOffline();
    const give = async (claims: JWTPayload): Promise<void> =>
      grace.run((value) => document.querySelector('call-phone')?.setAttribute('token', value), await token(claims));
    await give({ phone: [DESK, 'sales'] });
    await grace.isOnline();
    const ada = await caller(test, site, 'Ada', { to: 'sales', token: await token({ call: 'sales', name: 'Ada' }) });
    await ada.presses();
    await grace.hearsRinging('Ada');
  });

  it('a caller without the right one is told so, and nobody hears of it', async (test) => {
    const site = await startSite(test, { access: Access.fromSecret(SECRET) });
    const grace = await agent(test, site, 'Grace', { token: await token({ phone: DESK }) });
    const ada = await caller(test, site, 'Ada', {}, TROUBLE);
    const useless = [undefined, { room: '*' }, { call: 'sales' }, { phone: DESK }];
    for (const claims of useless) {
      const text = claims && (await token(claims));
      await ada.run((value) => document.querySelector('call-button')?.setAttribute('token', value), text ?? '');
      await ada.presses();
      await ada.isIn('ended');
      await ada.reads('You may not call here.');
      await ada.pressesPart('close-button');
      await ada.isIn('idle');
    }
    assert.deepEqual(
      await endings(ada),
      useless.map(() => 'unauthorized'),
    );

    await ada.run(
      (value) => document.querySelector('call-button')?.setAttribute('token', value),
      await token({ call: ['sales', DESK] }),
    );
    await ada.presses();
    await grace.hearsRinging('Ada');
    const told = (await grace.events()).filter(({ type }) => type === 'call-incoming');
    assert.equal(told.length, 1, 'the phone has heard of one call alone');
  });
});

describe('A page with a button that nobody has pressed', () => {
  it('opens and loads nothing, stays in the back-forward cache, and calls when it is back', async (test) => {
    const site = await startSite(test);
    const ada = await caller(test, site, 'Ada');
    const elsewhere = await site.page(pageWith('<p>Elsewhere</p>', ''));
    await ada.run(() => {
      document.title = 'kept';
      addEventListener('pageshow', ({ persisted }) => document.body.append(persisted ? 'It was kept.' : 'It is new.'));
    });
    await ada.tab.page.goto(elsewhere);
    // A page that comes out of the cache does not load, which is what puppeteer would wait for.
    void ada.tab.page.goBack().catch(() => undefined);
    await ada.tab.waitFor(() => document.body.textContent.includes('It was kept.'), 'the page was kept');
    assert.equal(await ada.tab.page.title(), 'kept');
    assert.deepEqual(await ada.run(() => [window.__flow.sockets.length, window.__flow.tracks.length]), [0, 0]);
    assert.deepEqual(
      site.requests.filter((path) => path.startsWith('/cdn/')),
      ['/cdn/call-button.js'],
    );

    const grace = await agent(test, site, 'Grace');
    await ada.presses();
    await grace.hearsRinging('Ada');
  });
});

describe('With nothing but a keyboard', () => {
  it('one calls and one accepts, one hangs up, and both are where they were', async (test) => {
    const site = await startSite(test);
    const grace = await agent(test, site, 'Grace');
    const ada = await caller(test, site, 'Ada');
    await tabTo(grace, 'Other work');
    await ada.tab.page.keyboard.press('Tab');
    await ada.tab.page.keyboard.press('Enter');
    await grace.hearsRinging('Ada');
    await ada.isIn('ringing');
    assert.equal(await focused(ada), 'Cancel');
    await grace.tab.waitFor(() => window.__flow.focused()?.textContent.trim() === 'Accept', 'the focus is on Accept');
    await grace.tab.page.keyboard.press('Enter');
    await talk(ada, grace);

    await press(grace, 'Leave call', 'Enter');
    await Promise.all([grace.isFree(), ada.isIn('ended')]);
    await grace.tab.waitFor(() => window.__flow.focused()?.id === 'work', 'the focus is back on the other work');
    await press(ada, 'Close', 'Space');
    await ada.isIn('idle');
    assert.equal(await ada.run(() => document.activeElement?.localName), 'call-button');
  });
});
