import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromiumLaunchOptions, findChromium } from '../../scripts/browsers.mjs';
import { withEnding, type AtEnd } from './ending.js';
import { bundle, hasElement, startBenchSite, type BenchSite, type PageName } from './bench-site.js';
import { quickCamera } from './camera.js';
import { startDelayProxy, type DelayProxy } from './delay-proxy.js';
import { figure, type Figure, type Goal, type Score } from './figures.js';
import type { Place, Times } from './pages/contender.js';
import { startServer, type ServerProcess } from './server-process.js';
import { summarize, type Summary } from './statistics.js';
import { timeline, type Traced } from './timeline.js';

/** How much longer each signaling hop is made, in ms. */
const HOP_MS = 100;
/** How long the one already present has been there, in ms: long enough for what is made ready in the meantime. */
const SETTLE_MS = 1500;
/** How long a sample may take, in ms. */
const PATIENCE_MS = 20_000;

interface Candidate {
  readonly of: string;
  readonly page: PageName;
  readonly server: 'call-room' | 'peerjs';
  /** Whether the joiner has been in the lobby before: camera open, link made. */
  readonly fromLobby?: boolean;
}

const HAND_WRITTEN: Candidate = { of: 'hand-written', page: 'hand-written', server: 'call-room' };
const ENGINE: Candidate = { of: 'call-room engine', page: 'engine', server: 'call-room' };
const CANDIDATES: readonly Candidate[] = [
  ENGINE,
  { of: '<call-room auto-join>', page: 'element', server: 'call-room' },
  { of: 'engine, from lobby', page: 'engine', server: 'call-room', fromLobby: true },
  { of: '<call-room>, from lobby', page: 'element', server: 'call-room', fromLobby: true },
  HAND_WRITTEN,
  { of: 'PeerJS', page: 'peerjs', server: 'peerjs' },
];

/** Ways to the signaling server. Pages and media never go these ways. */
const WAYS = ['plain', 'messages', 'everything'] as const;
type Way = (typeof WAYS)[number];

type Samples = Record<Way, Sample[]>;

/** Ms from `join()` at the joiner to the first frame of the other: at the joiner, and at the one already there. */
interface Sample {
  joiner: number;
  present: number;
}

/** Everything that runs while joins are measured. */
interface Rig {
  browser: Browser;
  site: BenchSite;
  ports: Record<Candidate['server'], Record<Way, number>>;
  /** Source that runs before the pages' own; notes what happens. */
  trace?: string;
}

/**
 * Time to the first frame of the person already in the room, from the joiner's call of `join()`: opening the socket,
 * asking for camera and microphone, signaling, ICE, DTLS, the first key frame, decoding and showing it. The page is
 * loaded before; permission is given. In each round each contender joins once by each way, one after the other, all in
 * fresh browser contexts.
 *
 * Trips: how many times {@link HOP_MS} a join takes longer when each hop takes that much longer. "Of messages" leaves out
 * the two legs of the WebSocket's upgrade; so were the published counts made (PeerJS: 5.0). "With the upgrade" is what
 * happens in the world, the handshakes of TCP and TLS apart, which are the same for everybody.
 */
export function benchJoin(rounds: number, progress: (text: string) => void): Promise<Figure[]> {
  return withEnding(async (atEnd) => {
    const rig = await setUp(atEnd);
    const samples = new Map(contenders().map((candidate) => [candidate, noSamples()]));
    for (let round = 1; round <= rounds; round += 1) {
      for (const way of WAYS) {
        for (const [candidate, ways] of samples) {
          const sample = await measureJoin(rig, candidate, way, round);
          ways[way].push(sample);
          progress(`join ${round}/${rounds}: ${way}, ${candidate.of}: ${sample.joiner.toFixed(0)} ms`);
        }
      }
    }
    return report(samples);
  });
}

/** Tells what happens when, on both sides, while each contender joins by the plain way. */
export function traceJoin(rounds: number, tell: (text: string) => void): Promise<void> {
  return withEnding(async (atEnd) => {
    const rig: Rig = { ...(await setUp(atEnd)), trace: await bundle('trace') };
    for (let round = 1; round <= rounds; round += 1) {
      for (const candidate of contenders()) await measureJoin(rig, candidate, 'plain', round, tell);
    }
  });
}

const noSamples = (): Samples => ({ plain: [], messages: [], everything: [] });

/** The contenders that can run: the element only once it is built. */
const contenders = (): readonly Candidate[] => CANDIDATES.filter(({ page }) => page !== 'element' || hasElement());

async function setUp(atEnd: AtEnd): Promise<Rig> {
  const site = await startBenchSite();
  atEnd(() => site.stop());
  const ports = { 'call-room': await setUpServer(atEnd, 'call-room'), peerjs: await setUpServer(atEnd, 'peerjs') };
  const options = chromiumLaunchOptions(await findChromium(), { cameraFile: quickCamera() });
  const browser = await puppeteer.launch({ ...options, protocolTimeout: PATIENCE_MS });
  atEnd(() => browser.close());
  return { browser, site, ports };
}

async function setUpServer(atEnd: AtEnd, name: Candidate['server']): Promise<Record<Way, number>> {
  const server: ServerProcess = await startServer(name);
  atEnd(() => server.stop());
  const proxy = async (upgrade: boolean): Promise<DelayProxy> => {
    const proxy = await startDelayProxy(server.port, { ms: HOP_MS, upgrade });
    atEnd(() => proxy.stop());
    return proxy;
  };
  return { plain: server.port, messages: (await proxy(false)).port, everything: (await proxy(true)).port };
}

function measureJoin(
  rig: Rig,
  candidate: Candidate,
  way: Way,
  round: number,
  tell?: (timeline: string) => void,
): Promise<Sample> {
  return withEnding(async (atEnd) => {
    const port = rig.ports[candidate.server][way];
    const room = [candidate.page, candidate.fromLobby ? 'lobby' : 'cold', way, round].join('-');
    const [present, joiner] = [await openPage(atEnd, rig, candidate), await openPage(atEnd, rig, candidate)];
    await enter(present, { port, room, self: 'present' });
    const joinersPlace: Place = { port, room, self: 'joiner' };
    if (candidate.fromLobby) await joiner.evaluate((place) => window.bench.prepare(place), joinersPlace);
    await sleep(SETTLE_MS);
    await enter(joiner, joinersPlace);
    const [atJoiner, atPresent] = await Promise.all([joiner, present].map((page) => page.evaluate(() => window.bench.times())));
    if (!atJoiner || !atPresent) throw new Error('no times');
    const title = `${candidate.of}: joiner at the left, present at the right`;
    tell?.(await timeline(traced(joiner, atJoiner), traced(present, atPresent), atJoiner.entered, title));
    return { joiner: atJoiner.firstFrame - atJoiner.entered, present: atPresent.firstFrame - atJoiner.entered };
  });
}

const enter = (page: Page, place: Place): Promise<void> => page.evaluate((place) => window.bench.enter(place), place);

async function openPage(atEnd: AtEnd, { browser, site, trace }: Rig, { page: name }: Candidate): Promise<Page> {
  const context = await browser.createBrowserContext();
  atEnd(() => context.close());
  const page = await context.newPage();
  if (trace) await page.evaluateOnNewDocument(trace);
  await page.goto(site.page(name));
  await page.waitForFunction(() => 'bench' in window);
  return page;
}

const traced = (page: Page, { firstFrame }: Times): Traced => ({ page, own: [[firstFrame, 'FIRST FRAME']] });

function report(samples: ReadonlyMap<Candidate, Samples>): Figure[] {
  const score = (candidate: Candidate, name: string, of: (ways: Samples) => number[], unit = 'ms'): Score => {
    const ways = samples.get(candidate);
    return { subject: 'join', name, of: candidate.of, unit, samples: ways ? of(ways) : [] };
  };
  const compare = (
    name: string,
    of: (ways: Samples) => number[],
    unit?: string,
    goal?: (summary: Summary, ratio?: Summary) => Goal,
  ): Figure[] =>
    [...samples.keys()].map((candidate) => {
      const isOurs = candidate === ENGINE || candidate.page === 'element';
      const other = candidate === HAND_WRITTEN || unit === 'trips' ? undefined : score(HAND_WRITTEN, name, of, unit);
      return figure(score(candidate, name, of, unit), other, isOurs ? goal : undefined);
    });
  const joiner = (way: Way) => (ways: Samples) => ways[way].map((sample) => sample.joiner);
  const present = (way: Way) => (ways: Samples) => ways[way].map((sample) => sample.present);
  const trips = (way: Way) => (ways: Samples) => {
    const plain = summarize(joiner('plain')(ways)).median;
    return joiner(way)(ways).map((ms) => (ms - plain) / HOP_MS);
  };
  const fewTrips = ({ median }: Summary): Goal => ({ text: '<= 5', met: median <= 5 });
  const quick = (_: Summary, ratio?: Summary): Goal => ({ text: 'ratio <= 1.15', met: (ratio?.median ?? Infinity) <= 1.15 });
  return [
    ...compare('join to first frame', joiner('plain'), 'ms', quick),
    ...compare('… at the one present', present('plain')),
    ...compare('join, +100 ms a message', joiner('messages')),
    ...compare('join, +100 ms a hop', joiner('everything')),
    ...compare('trips of messages', trips('messages'), 'trips', fewTrips),
    ...compare('trips with the upgrade', trips('everything'), 'trips', fewTrips),
  ];
}
