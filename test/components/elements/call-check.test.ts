import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../components/elements/call-check/call-check.js';
import type {
  CallCheck,
  CallCheckCompleteEvent,
  CheckReport,
  CheckStep,
  CheckStepName,
} from '../../../components/elements/call-check/call-check.js';
import { CHECK_ENGLISH } from '../../../components/i18n/check-catalogue.js';
import { comeBack, countConnections, goDown, uniqueName } from '../../support/endpoints.js';
import { waitUntil } from '../../support/patience.js';
import { auditOf, deep, focused, must, textOf } from '../../support/rooms.js';

/** Nobody listens there, neither by UDP nor by TCP. */
const NOBODY = '127.0.0.1:3998';
/** Servers that nobody can reach. That of TURN soon shows it, that of STUN only with time. */
const STUN: RTCIceServer = { urls: `stun:${NOBODY}` };
const TURN: RTCIceServer = { urls: `turn:${NOBODY}?transport=tcp`, username: 'ada-secret', credential: 'pass-secret' };

/** Attributes of the tag. By default it asks for no device and no server. */
interface Settings {
  signaling?: string;
  iceServers?: RTCIceServer[];
  devices?: boolean;
  token?: string;
}

const checkOf = ({ signaling = '', iceServers = [], devices = false, token = '' }: Settings = {}): Promise<CallCheck> =>
  fixture<CallCheck>(
    html`<call-check
      signaling=${signaling}
      ice-servers=${JSON.stringify(iceServers)}
      token=${token}
      audio=${devices ? 'on' : 'none'}
      video=${devices ? 'on' : 'none'}
    ></call-check>`,
  );

function stepOf({ steps }: { steps: readonly CheckStep[] }, name: CheckStepName): CheckStep {
  const step = steps.find((each) => each.name === name);
  if (!step) throw new Error(`There is no step ${name}`);
  return step;
}

/** "failed: stun-unreachable" */
const outcomeOf = (report: CheckReport, name: CheckStepName): string => {
  const { state, code } = stepOf(report, name);
  return `${state}: ${code ?? ''}`;
};
const outcomesOf = (report: CheckReport): Record<string, string> =>
  Object.fromEntries(report.steps.map(({ name }) => [name, outcomeOf(report, name)]));

/** What a person reads in the row of a step. */
const rowOf = (check: CallCheck, name: CheckStepName): string =>
  textOf([...(check.shadowRoot?.querySelectorAll('li') ?? [])][check.steps.findIndex((step) => step.name === name)]);

const startButton = (check: CallCheck): HTMLElement => must(check, '[part~=start-button]');
const summaryOf = (check: CallCheck): string => textOf(must(check, '[part=summary]'));
/** Acts at the very moment at which a step begins. */
const whenRunning = (check: CallCheck, name: CheckStepName, act = (): void => {}): Promise<void> =>
  new Promise((resolve) => {
    check.addEventListener('call-check-step', ({ step }) => {
      if (step.name !== name || step.state !== 'running') return;
      act();
      resolve();
    });
  });

/** Everything that the page opens from now on; `restore` ends the watch. */
function watchPage(): { tracks: MediaStreamTrack[]; sockets: WebSocket[]; connections: RTCPeerConnection[]; restore(): void } {
  const [tracks, sockets, connections]: [MediaStreamTrack[], WebSocket[], RTCPeerConnection[]] = [[], [], []];
  const devices = navigator.mediaDevices;
  const getUserMedia = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (constraints) => {
    const stream = await getUserMedia(constraints);
    tracks.push(...stream.getTracks());
    return stream;
  };
  const restoreSockets = recordNew('WebSocket', sockets);
  const restoreConnections = recordNew('RTCPeerConnection', connections);
  return {
    ...{ tracks, sockets, connections },
    restore() {
      devices.getUserMedia = getUserMedia;
      restoreSockets();
      restoreConnections();
    },
  };
}

/** Each object is the browser's own; it is only written down. */
function recordNew<Made extends object>(name: 'WebSocket' | 'RTCPeerConnection', made: Made[]): () => void {
  const original = window[name];
  Reflect.set(
    window,
    name,
    new Proxy(original, {
      construct(target, args, newTarget) {
        const object = Reflect.construct(target, args, newTarget) as Made;
        made.push(object);
        return object;
      },
    }),
  );
  return () => Reflect.set(window, name, original);
}

async function nothingIsOpen({ tracks, sockets, connections }: ReturnType<typeof watchPage>): Promise<void> {
  expect(tracks.map(({ readyState }) => readyState)).not.to.include('live');
  expect(connections.map(({ signalingState }) => signalingState).filter((state) => state !== 'closed')).to.deep.equal([]);
  await waitUntil(() => sockets.every(({ readyState }) => readyState === WebSocket.CLOSED), 'a socket stays open');
}

describe('<call-check>', function () {
  this.timeout(60_000);

  describe('where all is well', () => {
    it('waits until it is told to start, and says what it is for', async () => {
      const check = await checkOf({ devices: true });
      expect(check.steps.map(({ state }) => state)).to.deep.equal(Array(9).fill('waiting'));
      expect(check.report).to.equal(undefined);
      expect(summaryOf(check)).to.equal(CHECK_ENGLISH.introduction);
      expect(deep(check, '[part~=copy-button]')).to.equal(undefined);
      await auditOf(check);
    });

    it('examines devices and server by one click, and says so', async () => {
      const check = await checkOf({ signaling: '/signal', devices: true });
      const complete = oneEvent<CallCheckCompleteEvent>(check, 'call-check-complete');
      startButton(check).click();
      const { report } = await complete;
      expect(outcomesOf(report)).to.deep.equal({
        microphone: 'passed: device-works',
        camera: 'passed: device-works',
        picture: 'passed: picture-seen',
        sound: 'passed: sound-heard',
        signaling: 'passed: signaling-answers',
        'ice-servers': 'skipped: ice-servers-none',
        stun: 'skipped: stun-none',
        turn: 'skipped: turn-none',
        bitrate: 'passed: bitrate-local',
      });
      const { endpoint, roundTripMs = -1 } = stepOf(report, 'signaling').figures;
      expect(endpoint).to.equal('server');
      expect(roundTripMs).to.be.at.least(0);
      expect(stepOf(report, 'picture').figures.width).to.be.above(0);
      await check.updateComplete;
      expect(summaryOf(check)).to.equal(CHECK_ENGLISH['all-well']);
      expect(rowOf(check, 'microphone')).to.equal('Microphone Allowed, and it starts. OK');
      expect(check.matches(':state(passed)')).to.equal(true);
      await auditOf(check);
    });

    it('tells of each step by an event that leaves every shadow root, in order, and reads each result aloud', async () => {
      const check = await checkOf({ signaling: '/signal' });
      const told: string[] = [];
      const listen = ({ step }: HTMLElementEventMap['call-check-step']): unknown => told.push(`${step.name} ${step.state}`);
      addEventListener('call-check-step', listen);
      await check.start();
      removeEventListener('call-check-step', listen);
      expect(told.slice(0, 2)).to.deep.equal(['microphone running', 'microphone skipped']);
      expect(told.slice(-2)).to.deep.equal(['bitrate running', 'bitrate passed']);
      expect(told).to.have.length(18);
      await check.updateComplete;
      const said = [...must(check, '[role=log]').children].map(textOf);
      expect(said).to.have.length(10);
      expect(said[4]).to.equal('Server of the call: OK');
      expect(said.at(-1)).to.equal(CHECK_ENGLISH['all-well']);
    });

    it('hears itself on a plain relay, and disturbs nobody there', async () => {
      const check = await checkOf({ signaling: `/relay/${uniqueName()}` });
      const report = await check.start();
      expect(outcomeOf(report, 'signaling')).to.equal('passed: signaling-answers');
      expect(stepOf(report, 'signaling').figures.endpoint).to.equal('relay');
    });

    it('examines a server alone, where neither camera nor microphone is wanted', async () => {
      const page = watchPage();
      const check = await checkOf({ signaling: '/signal' });
      const report = await check.start();
      page.restore();
      for (const name of ['microphone', 'camera', 'picture', 'sound'] as const) {
        expect(outcomeOf(report, name)).to.equal('skipped: not-wanted');
      }
      expect(page.tracks).to.deep.equal([]);
    });

    it('starts by itself with auto-start, once for each time that it is inserted', async () => {
      const check = document.createElement('call-check');
      for (const kind of ['audio', 'video']) check.setAttribute(kind, 'none');
      check.setAttribute('ice-servers', '[]');
      check.autoStart = true;
      const first = oneEvent<CallCheckCompleteEvent>(check, 'call-check-complete');
      document.body.append(check);
      const { report } = await first;
      check.remove();
      await Promise.resolve();
      const second = oneEvent<CallCheckCompleteEvent>(check, 'call-check-complete');
      document.body.append(check);
      expect((await second).report).not.to.equal(report);
      check.remove();
    });

    it('waits for the answer to the question for devices, and reads well meanwhile', async () => {
      const devices = navigator.mediaDevices;
      const getUserMedia = devices.getUserMedia.bind(devices);
      // The rig's browser answers at once; a person who thinks about it looks like this.
      let answer = (): void => {};
      devices.getUserMedia = async (constraints) => {
        await new Promise<void>((resolve) => (answer = resolve));
        return getUserMedia(constraints);
      };
      const check = await checkOf({ devices: true });
      const running = whenRunning(check, 'microphone');
      const report = check.start();
      await running;
      devices.getUserMedia = getUserMedia;
      await check.updateComplete;
      expect(summaryOf(check)).to.equal('Checking, step 1 of 9…');
      await auditOf(check);
      answer();
      expect(outcomeOf(await report, 'microphone')).to.equal('passed: device-works');
    });

    it('begins once, however often it is told to', async () => {
      const check = await checkOf();
      const [one, other] = await Promise.all([check.start(), check.start()]);
      expect(one).to.equal(other);
      expect(await check.start()).not.to.equal(one);
    });
  });

  describe('where something is wrong', () => {
    afterEach(() => comeBack('signal'));

    it('says that the server does not answer', async () => {
      await goDown('signal');
      const check = await checkOf({ signaling: '/signal' });
      const report = await check.start();
      expect(outcomeOf(report, 'signaling')).to.equal('failed: signaling-unreachable');
      expect(report.state).to.equal('failed');
      await check.updateComplete;
      expect(rowOf(check, 'signaling')).to.equal(
        'Server of the call No answer. Check your network; a firewall or VPN may block the way. Problem',
      );
      expect(summaryOf(check)).to.equal('There is a problem. See below what to do.');
      expect(check.matches(':state(failed)')).to.equal(true);
      await auditOf(check);
    });

    it('says that the server’s address is none', async () => {
      const report = await (await checkOf({ signaling: 'ftp://example.com' })).start();
      expect(outcomeOf(report, 'signaling')).to.equal('failed: signaling-invalid');
    });

    it('says that the page got no token, and goes on', async () => {
      const check = await checkOf({ signaling: '/signal' });
      check.getToken = () => Promise.reject(new Error('no session'));
      const report = await check.start();
      expect(outcomeOf(report, 'signaling')).to.equal('failed: token-unavailable');
      expect(outcomeOf(report, 'bitrate')).to.equal('passed: bitrate-local');
    });

    it('says that STUN and TURN servers can’t be reached', async () => {
      const check = await checkOf({ iceServers: [STUN, TURN] });
      const report = await check.start();
      expect(outcomeOf(report, 'ice-servers')).to.equal('passed: ice-servers-known');
      expect(stepOf(report, 'ice-servers').figures).to.deep.equal({ stunServers: 1, turnServers: 1 });
      expect(outcomeOf(report, 'stun')).to.equal('failed: stun-unreachable');
      expect(outcomeOf(report, 'turn')).to.equal('failed: turn-unreachable');
      await check.updateComplete;
      expect(rowOf(check, 'turn')).to.contain('No answer. Your network may block it');
      expect(summaryOf(check)).to.equal('There are 2 problems. See below what to do.');
    });

    it('says that an ICE server is wrongly written', async () => {
      const report = await (await checkOf({ iceServers: [{ urls: 'turn:example.com' }] })).start();
      expect(outcomeOf(report, 'ice-servers')).to.equal('failed: ice-servers-invalid');
      expect(outcomeOf(report, 'turn')).to.equal('skipped: turn-none');
    });

    it('warns of a microphone that sends silence, and of a camera that shows black', async () => {
      const devices = navigator.mediaDevices;
      const getUserMedia = devices.getUserMedia.bind(devices);
      const camera = coveredCamera();
      devices.getUserMedia = async () => {
        const muted = await getUserMedia({ audio: true });
        for (const track of muted.getTracks()) track.enabled = false;
        return new MediaStream([...muted.getTracks(), camera.track]);
      };
      const check = await checkOf({ devices: true });
      const report = await check.start();
      devices.getUserMedia = getUserMedia;
      camera.end();
      expect(outcomeOf(report, 'picture')).to.equal('warning: picture-black');
      expect(outcomeOf(report, 'sound')).to.equal('warning: sound-silent');
      expect(report.state).to.equal('warning');
      await check.updateComplete;
      expect(summaryOf(check)).to.equal(CHECK_ENGLISH['some-limits']);
      await auditOf(check);
    });

    it('takes what nobody foresaw for a finding', async () => {
      const check = await checkOf();
      const created = Object.getOwnPropertyDescriptor(RTCPeerConnection.prototype, 'createDataChannel') ?? {};
      const { reportError: original } = globalThis;
      const reported: unknown[] = [];
      globalThis.reportError = (error) => reported.push(error);
      RTCPeerConnection.prototype.createDataChannel = () => {
        throw new RangeError('10.1.2.3 is strange');
      };
      const report = await check.start();
      Object.defineProperty(RTCPeerConnection.prototype, 'createDataChannel', created);
      globalThis.reportError = original;
      expect(reported).to.have.length(1);
      expect(reported[0]).to.be.an.instanceof(RangeError);
      expect(outcomeOf(report, 'bitrate')).to.equal('failed: unexpected');
      expect(stepOf(report, 'bitrate').figures).to.deep.equal({ error: 'RangeError' });
    });
  });

  describe('lets go of everything', () => {
    it('at the end', async () => {
      const page = watchPage();
      const check = await checkOf({ signaling: '/signal', devices: true });
      await check.start();
      page.restore();
      expect([page.tracks.length, page.sockets.length, page.connections.length]).to.deep.equal([2, 1, 4]);
      await nothingIsOpen(page);
      await waitUntil(async () => (await countConnections('signal')) === 0, 'the server has a connection left');
    });

    for (const name of ['microphone', 'picture', 'sound', 'signaling', 'stun', 'turn'] as const) {
      it(`when it is removed while it examines: ${name}`, async () => {
        const page = watchPage();
        const check = await checkOf({ signaling: '/relay/nobody', devices: true, iceServers: name === 'stun' ? [STUN] : [TURN] });
        const removed = whenRunning(check, name, () => check.remove());
        const rejection: unknown = await check.start().catch((error: unknown) => error);
        await removed;
        page.restore();
        expect(rejection).to.be.an.instanceof(DOMException).with.property('name', 'AbortError');
        expect(stepOf(check, name)).to.include({ state: 'skipped', code: 'stopped' });
        // A question that was asked is answered some time, and then what comes is too late.
        await waitUntil(() => page.tracks.length === 2, 'the devices never came');
        await nothingIsOpen(page);
        expect(check.report).to.equal(undefined);
      });
    }

    it('when it is stopped by its button, and starts again by the same', async () => {
      const page = watchPage();
      const check = await checkOf({ iceServers: [STUN] });
      startButton(check).focus();
      const running = whenRunning(check, 'stun');
      await sendKeys({ press: 'Enter' });
      await running;
      await check.updateComplete;
      expect(textOf(focused())).to.equal('Stop');
      expect(check.matches(':state(running)')).to.equal(true);
      expect(summaryOf(check)).to.equal('Checking, step 7 of 9…');
      await sendKeys({ press: 'Enter' });
      await check.updateComplete;
      page.restore();
      await nothingIsOpen(page);
      expect(summaryOf(check)).to.equal(CHECK_ENGLISH['check-stopped']);
      expect(textOf(focused())).to.equal('Run again');
      await auditOf(check);
      check.iceServers = [];
      const complete = oneEvent<CallCheckCompleteEvent>(check, 'call-check-complete');
      await sendKeys({ press: 'Enter' });
      expect((await complete).report.state).to.equal('passed');
    });

    it('but goes on when it is moved', async () => {
      const check = await checkOf({ signaling: '/relay/nobody' });
      const elsewhere = document.createElement('section');
      check.parentElement?.append(elsewhere);
      const moved = whenRunning(check, 'signaling', () => elsewhere.append(check));
      const report = await check.start();
      await moved;
      expect(outcomeOf(report, 'signaling')).to.equal('passed: signaling-answers');
    });

    it('and needs a document to start', async () => {
      const check = document.createElement('call-check');
      const error: unknown = await check.start().catch((reason: unknown) => reason);
      expect(error).to.be.an.instanceof(DOMException).with.property('name', 'InvalidStateError');
    });
  });

  describe('its report', () => {
    it('is frozen, fit for JSON, and names no address, credential or device', async () => {
      const check = await checkOf({
        signaling: '/signal',
        devices: true,
        token: 'token-secret',
        iceServers: [TURN],
      });
      const report = await check.start();
      const { userAgent, date, ...rest } = report;
      const json = JSON.stringify(rest);
      // Dotted numbers, colons between hexadecimal digits, names of hosts: IPv4, IPv6, mDNS.
      expect(json).not.to.match(/\d+\.\d+\.\d+\.\d+|[\da-f]*:[\da-f]*:[\da-f]|\.local|localhost/i);
      expect(json).not.to.match(/secret|fake|default|\/signal|stun:|turn:/i);
      const devices = await navigator.mediaDevices.enumerateDevices();
      for (const { label, deviceId } of devices) {
        if (label) expect(json).not.to.contain(label);
        if (deviceId) expect(json).not.to.contain(deviceId);
      }
      expect(userAgent).to.equal(navigator.userAgent);
      expect(new Date(date).toISOString()).to.equal(date);
      expect(JSON.parse(JSON.stringify(report))).to.deep.equal(report);
      const frozen = (value: unknown): boolean =>
        typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen));
      expect(frozen(report)).to.equal(true);
    });

    it('is copied by a button', async () => {
      const written: string[] = [];
      const clipboard = stubClipboard((text) => Promise.resolve(void written.push(text)));
      const check = await checkOf();
      const report = await check.start();
      await check.updateComplete;
      must(check, '[part~=copy-button]').click();
      await waitUntil(() => textOf(must(check, '[part~=copy-button]')) === 'Copied', 'not copied');
      clipboard.restore();
      expect(JSON.parse(written[0] ?? '')).to.deep.equal(report);
      expect(textOf(must(check, '[role=log]'))).to.match(/Copied$/);
    });

    it('is shown to be copied by hand where the clipboard is refused', async () => {
      const clipboard = stubClipboard(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
      const check = await checkOf();
      const report = await check.start();
      await check.updateComplete;
      must(check, '[part~=copy-button]').click();
      await waitUntil(() => deep(check, 'textarea'), 'no text');
      clipboard.restore();
      const area = must<HTMLTextAreaElement>(check, 'textarea');
      expect(JSON.parse(area.value)).to.deep.equal(report);
      expect([area.selectionStart, area.selectionEnd]).to.deep.equal([0, area.value.length]);
      await auditOf(check);
    });
  });

  it('takes other texts', async () => {
    const check = await checkOf();
    check.messages = { start: 'Prüfen', microphone: 'Mikrofon' };
    await check.updateComplete;
    expect(textOf(startButton(check))).to.equal('Prüfen');
    expect(rowOf(check, 'microphone')).to.equal('Mikrofon Waiting');
  });
});

/** Frames that come and show nothing. */
function coveredCamera(): { track: MediaStreamTrack; end(): void } {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  const [track] = canvas.captureStream().getTracks();
  if (!context || !track) throw new Error('This browser has no canvas to film.');
  let count = 0;
  // A canvas that does not change sends nothing; so it has a little noise, as a sensor has.
  const film = setInterval(() => {
    context.fillStyle = `rgb(${++count % 2} 0 0)`;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }, 50);
  return { track, end: () => clearInterval(film) };
}

/** The test runner's pages have no say over the system's clipboard. */
function stubClipboard(writeText: (text: string) => Promise<void>): { restore(): void } {
  const original = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  return {
    restore() {
      if (original) Object.defineProperty(navigator, 'clipboard', original);
      else Reflect.deleteProperty(navigator, 'clipboard');
    },
  };
}
