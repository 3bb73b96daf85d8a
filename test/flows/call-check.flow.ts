import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { SignJWT } from 'jose';
import type { CallCheck, CheckReport, CheckStep, CheckStepName } from '../../components/elements/call-check/call-check.js';
import type { MediaOptions } from '../../scripts/browsers.mjs';
import { Access } from '../../signaling/server/access.js';
import type { SignalingServerOptions } from '../../signaling/server/signaling-server.js';
import { Turn } from '../../signaling/server/turn.js';
import { launchChromium, type TestPage } from '../support/browser.js';
import { startSite, type ServedPage, type Site } from '../support/site.js';
import { noTurnServer, startTurnServer } from '../support/turn-server.js';
import { CAMERA_IN_USE } from './support/camera-in-use.js';
import { pageWith } from './support/person.js';

const SCRIPT = '<script type="module" src="/cdn/call-check.js"></script>';
const SECRET = 'a secret of at least thirty-two bytes';
const TAG = `<call-check signaling="/signal" ice-servers="[]"></call-check>`;

/** Somebody opens a page with a check and runs it. */
interface Checkup {
  tag?: string;
  media?: MediaOptions;
  server?: SignalingServerOptions;
  page?: ServedPage & { init?: string };
}

async function open(test: TestContext, { tag = TAG, media = {}, server = {}, page = {} }: Checkup = {}): Promise<TestPage> {
  return visit(test, await startSite(test, server), { tag, media, page });
}

async function visit(test: TestContext, site: Site, { tag = TAG, media = {}, page = {} }: Checkup): Promise<TestPage> {
  const browser = await launchChromium(test, media);
  return browser.open(await site.page(pageWith(tag, SCRIPT), page), page.init ? { init: page.init } : {});
}

/** Clicks the button, and waits for the report. */
async function run(tab: TestPage): Promise<CheckReport> {
  await tab.page.locator('call-check >>> [part~=start-button]').click();
  const report = await tab.waitFor(() => document.querySelector<CallCheck>('call-check')?.report, 'the check ends', {
    timeoutMs: 60_000,
  });
  if (!report) throw new TypeError('waitFor() returns only what is true');
  return report;
}

function stepOf({ steps }: CheckReport, name: CheckStepName): CheckStep {
  const step = steps.find((each) => each.name === name);
  if (!step) throw new Error(`There is no step ${name}`);
  return step;
}
const outcomeOf = (report: CheckReport, name: CheckStepName): string => {
  const { state, code } = stepOf(report, name);
  return `${state}: ${code ?? ''}`;
};

/** What a person reads in the element. */
const read = (tab: TestPage): Promise<string> =>
  tab.page.evaluate(
    () =>
      document.querySelector('call-check')?.shadowRoot?.querySelector('[part=check]')?.textContent?.replace(/\s+/g, ' ') ?? '',
  );

/** What goes wrong, how to bring it about, and what the person is told of microphone and camera. */
interface Trouble extends Checkup {
  what: string;
  microphone: string;
  camera: string;
  sentence: string;
}

const WORKS = 'passed: device-works';
const TROUBLES: Trouble[] = [
  {
    what: 'refuses camera and microphone',
    media: { permission: 'denied' },
    microphone: 'failed: device-denied-by-user',
    camera: 'failed: device-denied-by-user',
    sentence: 'You haven’t allowed your microphone. Allow it beside the address bar, then run the check again.',
  },
  {
    what: 'has no camera',
    media: { camera: false },
    microphone: WORKS,
    camera: 'failed: device-not-found',
    sentence: 'No camera found. Connect one, then run the check again.',
  },
  {
    what: 'has a camera that another program uses',
    page: { init: CAMERA_IN_USE },
    microphone: WORKS,
    camera: 'failed: device-in-use',
    sentence: 'Another program uses your camera. Close it there, then run the check again.',
  },
  {
    what: 'is on a page without https:',
    page: { host: 'somebody.test' },
    microphone: 'failed: insecure-context',
    camera: 'failed: insecure-context',
    sentence: 'Your camera can’t be used, because this page isn’t secure. Open it with https:.',
  },
  {
    what: 'is on a page whose owner forbids the camera',
    page: { headers: { 'permissions-policy': 'camera=()' } },
    microphone: WORKS,
    camera: 'failed: device-denied-by-policy',
    sentence: 'This page may not use your camera. Ask its owner to permit it.',
  },
];

describe('A person who checks the connection', () => {
  it('needs one script and one tag, and reads that all is well', async (test) => {
    const tab = await open(test);
    const report = await run(tab);
    assert.equal(report.state, 'passed');
    assert.match(await read(tab), /All is well: calls work here\./);
    assert.deepEqual(
      await tab.page.evaluate(() => window.__peerConnections.map(({ signalingState }) => signalingState)),
      Array(4).fill('closed'),
    );
  });

  it('may do so under a strict Content Security Policy', async (test) => {
    const headers = {
      'content-security-policy': `default-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html`,
    };
    const report = await run(await open(test, { page: { headers } }));
    assert.equal(report.state, 'passed');
  });

  for (const { what, microphone, camera, sentence, ...checkup } of TROUBLES) {
    it(`is told what to do, and the check goes on: ${what}`, async (test) => {
      const tab = await open(test, checkup);
      const report = await run(tab);
      assert.equal(outcomeOf(report, 'microphone'), microphone);
      assert.equal(outcomeOf(report, 'camera'), camera);
      assert.equal(outcomeOf(report, 'picture'), 'skipped: device-missing');
      assert.equal(outcomeOf(report, 'sound'), microphone === WORKS ? 'passed: sound-heard' : 'skipped: device-missing');
      assert.equal(outcomeOf(report, 'signaling'), 'passed: signaling-answers');
      assert.equal(outcomeOf(report, 'bitrate'), 'passed: bitrate-local');
      assert.ok((await read(tab)).includes(sentence), sentence);
    });
  }

  it('is told of a token that does not admit them', async (test) => {
    const access = Access.fromSecret(SECRET);
    const tab = await open(test, { server: { access }, tag: TAG.replace('>', ' token="forged.token.here">') });
    const report = await run(tab);
    assert.equal(outcomeOf(report, 'signaling'), 'failed: unauthorized');
    assert.equal(stepOf(report, 'signaling').figures.refusal, 'unauthorized');
    assert.ok(!JSON.stringify(report).includes('forged'));
  });

  it('knocks at the room of the page, where the token admits to no other', async (test) => {
    const access = Access.fromSecret(SECRET);
    const token = await new SignJWT({ room: 'standup' })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('1 minute')
      .sign(new TextEncoder().encode(SECRET));
    const tab = await open(test, { server: { access }, tag: TAG.replace('>', ` room="standup" token="${token}">`) });
    assert.equal(outcomeOf(await run(tab), 'signaling'), 'passed: signaling-answers');
  });

  it('is told that the server refuses this site', async (test) => {
    const report = await run(await open(test, { server: { origins: ['https://somebody-else.example'] } }));
    assert.equal(outcomeOf(report, 'signaling'), 'failed: signaling-refused');
    assert.equal(stepOf(report, 'signaling').figures.refusal, 'origin-refused');
  });
});

describe('A person who checks a site with a relay', { skip: noTurnServer }, () => {
  const withoutIce = TAG.replace(` ice-servers="[]"`, '');

  it('learns that it passes data on, by UDP and TCP, with credentials of the signaling server', async (test) => {
    const relay = await startTurnServer(test);
    const turn = new Turn({ urls: [relay.urls.udp, relay.urls.tcp], secret: relay.secret });
    const iceServers = [{ urls: `stun:127.0.0.1:${relay.port}` }];
    const tab = await open(test, { server: { turn, iceServers }, tag: withoutIce });
    const report = await run(tab);
    assert.deepEqual(stepOf(report, 'ice-servers').figures, { stunServers: 1, turnServers: 2 });
    assert.equal(outcomeOf(report, 'stun'), 'passed: stun-answers');
    assert.equal(outcomeOf(report, 'turn'), 'passed: turn-relays');
    assert.deepEqual(stepOf(report, 'turn').figures.relayProtocols, ['tcp', 'udp']);
    assert.equal(outcomeOf(report, 'bitrate'), 'passed: bitrate-video');
    const { path, bitrateKbps = 0, transferredBytes = 0, roundTripMs } = stepOf(report, 'bitrate').figures;
    assert.equal(path, 'relay');
    assert.ok(bitrateKbps > 0 && transferredBytes <= 1_000_000);
    assert.equal(typeof roundTripMs, 'number');
    assert.equal(report.state, 'passed');
    const { userAgent: _, ...rest } = report;
    assert.doesNotMatch(JSON.stringify(rest), /127\.0|\d+\.\d+\.\d+\.\d+|stun:|turn:/);
    test.diagnostic(`${bitrateKbps} kbit/s over the relay, ${report.durationMs} ms in all`);
  });

  it('learns that a relay does not take the credentials', async (test) => {
    const relay = await startTurnServer(test);
    const turn = new Turn({ urls: [relay.urls.udp], secret: 'another secret, that the relay does not know' });
    const tab = await open(test, { server: { turn }, tag: withoutIce });
    const report = await run(tab);
    assert.equal(outcomeOf(report, 'turn'), 'failed: turn-refused');
    assert.deepEqual(stepOf(report, 'turn').figures.errorCodes, [401]);
    assert.match(await read(tab), /It refuses this site’s credentials\./);
  });

  it('learns that a relay answers, but leads nowhere', async (test) => {
    const relay = await startTurnServer(test, { loopback: false });
    const turn = new Turn({ urls: [relay.urls.udp], secret: relay.secret });
    const report = await run(await open(test, { server: { turn }, tag: withoutIce }));
    assert.equal(outcomeOf(report, 'turn'), 'failed: turn-blocked');
  });
});
