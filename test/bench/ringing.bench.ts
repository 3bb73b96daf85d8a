import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromiumLaunchOptions, findChromium } from '../../scripts/browsers.mjs';
import { RECORD_PEER_CONNECTIONS } from '../support/media.js';
import { bundle, startBenchSite, type BenchSite, type PageName } from './bench-site.js';
import { quickCamera } from './camera.js';
import { startDelayProxy } from './delay-proxy.js';
import { withEnding, type AtEnd } from './ending.js';
import { figure, type Figure, type Goal, type Score } from './figures.js';
import { steadyMicrophone } from './microphone.js';
import type { Line, Perceived } from './pages/ringer.js';
import { startServer } from './server-process.js';
import { summarize, type Summary } from './statistics.js';
import { timeline, type Traced } from './timeline.js';

/** How much longer each signaling hop is made, in ms. */
const HOP_MS = 100;
/** How long it rings, in ms: long enough for what is made ready in the meantime. Nobody accepts sooner. */
const RINGS_MS = 1500;
/** How long a sample may take, in ms. */
const PATIENCE_MS = 20_000;

interface Candidate {
  readonly of: string;
  readonly page: PageName;
  /** Whether the site lets the phone connect while it rings. */
  readonly early?: boolean;
}

const LATER: Candidate = { of: 'set up after accept', page: 'ringing-later' };
const OURS: Candidate = { of: 'call-room', page: 'ringing' };
const CANDIDATES: readonly Candidate[] = [OURS, { of: 'call-room, early-connection', page: 'ringing', early: true }, LATER];

/** Ways to the signaling server. Pages and media never go these ways. */
const WAYS = ['plain', 'hops'] as const;
type Way = (typeof WAYS)[number];

/** The two ends of a call. */
const ENDS = ['phone', 'caller'] as const;
type End = (typeof ENDS)[number];

/** Ms from `accept()` at the phone until each end heard and saw the other. */
type Sample = Record<End, Perceived>;
type Samples = Record<Way, Sample[]>;

/** Everything that runs while it rings. */
interface Rig {
  browser: Browser;
  site: BenchSite;
  ports: Record<Way, number>;
  /** Sources that run before the pages' own. */
  before: readonly string[];
}

/**
 * From `accept()` to the first sound and the first picture, at both ends, of a call that was made ready while it rang, against
 * one whose two ends enter a room of their own once it is accepted: same server, same messages for ringing, same engine,
 * caller's devices open and phone's closed until then. In each round each contender rings once by each way, all in fresh
 * browser contexts.
 */
export function benchRinging(rounds: number, progress: (text: string) => void): Promise<Figure[]> {
  return withEnding(async (atEnd) => {
    const rig = await setUp(atEnd);
    const samples = new Map(CANDIDATES.map((candidate) => [candidate, noSamples()]));
    for (let round = 1; round <= rounds; round += 1) {
      for (const way of WAYS) {
        for (const [candidate, ways] of inTurn([...samples], round)) {
          progress(`ringing ${round}/${rounds}: ${way}, ${candidate.of}`);
          ways[way].push(await measureCall(rig, candidate, way, round));
        }
      }
    }
    return report(samples);
  });
}

/** Tells what happens when, on both sides, from `accept()` on. */
export function traceRinging(rounds: number, tell: (text: string) => void): Promise<void> {
  return withEnding(async (atEnd) => {
    const rig = await setUp(atEnd, [await bundle('trace')]);
    for (let round = 1; round <= rounds; round += 1) {
      for (const candidate of CANDIDATES) await measureCall(rig, candidate, 'plain', round, tell);
    }
  });
}

const noSamples = (): Samples => ({ plain: [], hops: [] });

/** Whoever comes first in one round comes last in the next. */
const inTurn = <Item>(items: readonly Item[], round: number): readonly Item[] => (round % 2 === 0 ? items.toReversed() : items);

async function setUp(atEnd: AtEnd, traces: readonly string[] = []): Promise<Rig> {
  const site = await startBenchSite();
  atEnd(() => site.stop());
  const server = await startServer('call-room');
  atEnd(() => server.stop());
  const hops = await startDelayProxy(server.port, { ms: HOP_MS, upgrade: true });
  atEnd(() => hops.stop());
  const options = chromiumLaunchOptions(await findChromium(), {
    cameraFile: quickCamera(),
    args: [`--use-file-for-fake-audio-capture=${steadyMicrophone()}`],
  });
  const browser = await puppeteer.launch({ ...options, protocolTimeout: PATIENCE_MS });
  atEnd(() => browser.close());
  return { browser, site, ports: { plain: server.port, hops: hops.port }, before: [RECORD_PEER_CONNECTIONS, ...traces] };
}

function measureCall(
  rig: Rig,
  candidate: Candidate,
  way: Way,
  round: number,
  tell?: (timeline: string) => void,
): Promise<Sample> {
  return withEnding(async (atEnd) => {
    const early = candidate.early ?? false;
    const line: Line = { port: rig.ports[way], name: [candidate.page, early, way, round].join('-'), early };
    const [phone, caller] = [await openPage(atEnd, rig, candidate), await openPage(atEnd, rig, candidate)];
    await phone.evaluate((line) => window.ringing.wait(line), line);
    await caller.evaluate((line) => window.ringing.ring(line), line);
    await sleep(RINGS_MS);
    const accepted = await phone.evaluate(() => window.ringing.accept());
    const [atPhone, atCaller] = await Promise.all([perceivedAt(phone), perceivedAt(caller)]);
    const title = `${candidate.of}: phone at the left, caller at the right`;
    const [left, right] = [traced(phone, atPhone), traced(caller, atCaller)];
    tell?.(await timeline(left, right, accepted, title));
    return { phone: since(accepted, atPhone), caller: since(accepted, atCaller) };
  });
}

async function openPage(atEnd: AtEnd, { browser, site, before }: Rig, { page: name }: Candidate): Promise<Page> {
  const context = await browser.createBrowserContext();
  atEnd(() => context.close());
  const page = await context.newPage();
  for (const source of before) await page.evaluateOnNewDocument(source);
  await page.goto(site.page(name));
  await page.waitForFunction(() => 'ringing' in window);
  return page;
}

const perceivedAt = (page: Page): Promise<Perceived> => page.evaluate(() => window.ringing.perceived());

const since = (start: number, { sound, picture }: Perceived): Perceived => ({ sound: sound - start, picture: picture - start });

const traced = (page: Page, { sound, picture }: Perceived): Traced => ({
  page,
  own: [
    [sound, 'FIRST SOUND'],
    [picture, 'FIRST PICTURE'],
  ],
});

function report(samples: ReadonlyMap<Candidate, Samples>): Figure[] {
  const compare = (name: string, of: (ways: Samples) => number[], unit = 'ms'): Figure[] => {
    const score = (candidate: Candidate): Score => {
      const ways = samples.get(candidate);
      return { subject: 'ringing', name, of: candidate.of, unit, samples: ways ? of(ways) : [] };
    };
    const later = unit === 'ms' ? score(LATER) : undefined;
    const sooner = (_: Summary, ratio?: Summary): Goal => ({ text: 'ratio < 1', met: (ratio?.median ?? Infinity) < 1 });
    return CANDIDATES.map((candidate) =>
      candidate === LATER ? figure(score(LATER)) : figure(score(candidate), later, later && sooner),
    );
  };
  const pick = (way: Way, end: End, what: keyof Perceived) => (ways: Samples) => ways[way].map((sample) => sample[end][what]);
  const trips = (end: End, what: keyof Perceived) => (ways: Samples) => {
    const plain = summarize(pick('plain', end, what)(ways)).median;
    return pick('hops', end, what)(ways).map((ms) => (ms - plain) / HOP_MS);
  };
  return (['sound', 'picture'] as const).flatMap((what) =>
    ENDS.flatMap((end) => [
      ...compare(`first ${what} at the ${end}`, pick('plain', end, what)),
      ...compare(`…, +${HOP_MS} ms a hop`, pick('hops', end, what)),
      ...compare('… in trips', trips(end, what), 'trips'),
    ]),
  );
}
