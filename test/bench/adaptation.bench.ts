import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromiumLaunchOptions, findChromium } from '../../scripts/browsers.mjs';
import { camera } from '../support/camera.js';
import { RECORD_PEER_CONNECTIONS } from '../support/media.js';
import { startBenchSite, type BenchSite } from './bench-site.js';
import { withEnding, type AtEnd } from './ending.js';
import { figure, type Figure, type Goal, type Score } from './figures.js';
import { startServer } from './server-process.js';
import type { Summary } from './statistics.js';

const PEOPLE = 4;
/** How long a call takes to settle once everybody sees everybody, and how long it is then watched, in ms. */
const SETTLE_MS = 12_000;
const WATCH_MS = 10_000;
/** How long four people may take to see each other, in ms. */
const PATIENCE_MS = 120_000;

/**
 * What each camera films. Two processors can't encode twelve pictures of 1280 × 720, and would drop frames of the naive
 * senders alone.
 */
const FILM = { width: 640, height: 480, framesPerSecond: 10, restless: true };

/** The same product in a browser whose senders take no orders. Everything else goes on as ever. */
const NAIVE = 'RTCRtpSender.prototype.setParameters = () => Promise.resolve();';

interface Candidate {
  readonly of: string;
  readonly init: string;
}
const OURS: Candidate = { of: 'call-room', init: '' };
const NAIVE_SENDERS: Candidate = { of: 'naive senders', init: NAIVE };
const CANDIDATES = [OURS, NAIVE_SENDERS] as const;

/** How many of the three others each person has in sight. */
const SCENES = [
  { name: 'three tiles', shown: 3 },
  { name: 'two of them hidden', shown: 1 },
] as const;
type Scene = (typeof SCENES)[number];

/** One call, of all four people together, for each second. */
interface Sample {
  kilobits: number;
  /** Processor time of the whole browser, in s. */
  processor: number;
  framesDecoded: number;
}

interface Rig {
  browser: Browser;
  site: BenchSite;
  port: number;
}

/**
 * What a call of four sends, and what it takes of the processor, all four together: each shows the three others at 320 × 240,
 * and then only one of them. Side by side with the same call whose senders send everybody all they have, as they do when
 * nobody tells them otherwise. In each round both hold the same call, one after the other.
 */
export function benchAdaptation(rounds: number, progress: (text: string) => void): Promise<Figure[]> {
  return withEnding(async (atEnd) => {
    const rig = await setUp(atEnd);
    const samples = new Map(SCENES.map((scene) => [scene, new Map(CANDIDATES.map((candidate) => [candidate, [] as Sample[]]))]));
    for (let round = 1; round <= rounds; round += 1) {
      for (const candidate of CANDIDATES) {
        progress(`adaptation ${round}/${rounds}: ${candidate.of}`);
        const found = await measureCall(rig, candidate, `${round}-${CANDIDATES.indexOf(candidate)}`);
        for (const [scene, sample] of found) samples.get(scene)?.get(candidate)?.push(sample);
      }
    }
    return SCENES.flatMap((scene) => report(scene, samples.get(scene) ?? new Map()));
  });
}

async function setUp(atEnd: AtEnd): Promise<Rig> {
  const site = await startBenchSite();
  atEnd(() => site.stop());
  const server = await startServer('call-room');
  atEnd(() => server.stop());
  const options = chromiumLaunchOptions(await findChromium(), { cameraFile: camera(FILM) });
  const browser = await puppeteer.launch({ ...options, protocolTimeout: PATIENCE_MS });
  atEnd(() => browser.close());
  return { browser, site, port: server.port };
}

/** One call, in all scenes. */
function measureCall(rig: Rig, { init }: Candidate, room: string): Promise<Map<Scene, Sample>> {
  return withEnding(async (atEnd) => {
    const pages: Page[] = [];
    for (let person = 0; person < PEOPLE; person += 1) pages.push(await enter(atEnd, rig, init, room));
    await Promise.all(pages.map(seesEverybody));
    const found = new Map<Scene, Sample>();
    for (const scene of SCENES) {
      await Promise.all(pages.map((page) => page.evaluate((count) => window.tiles.show(count), scene.shown)));
      await sleep(SETTLE_MS);
      found.set(scene, await watch(rig, pages));
    }
    return found;
  });
}

async function enter(atEnd: AtEnd, { browser, site, port }: Rig, init: string, room: string): Promise<Page> {
  const context = await browser.createBrowserContext();
  atEnd(() => context.close());
  const page = await context.newPage();
  await page.setViewport({ width: 400, height: 800 });
  await page.evaluateOnNewDocument(RECORD_PEER_CONNECTIONS + init);
  await page.goto(site.page('tiles'));
  await page.waitForFunction(() => 'tiles' in window);
  await page.evaluate((onPort, inRoom) => window.tiles.enter(onPort, inRoom), port, room);
  return page;
}

const seesEverybody = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    async (others) => (await window.tiles.pictures()) === others,
    { timeout: PATIENCE_MS, polling: 500 },
    PEOPLE - 1,
  );

async function watch({ browser }: Rig, pages: readonly Page[]): Promise<Sample> {
  const before = await lookAt(browser, pages);
  await sleep(WATCH_MS);
  const after = await lookAt(browser, pages);
  const seconds = (after.at - before.at) / 1000;
  const rate = (member: 'sentBytes' | 'processor' | 'framesDecoded'): number => (after[member] - before[member]) / seconds;
  return { kilobits: (rate('sentBytes') * 8) / 1000, processor: rate('processor'), framesDecoded: rate('framesDecoded') };
}

async function lookAt(browser: Browser, pages: readonly Page[]): Promise<{ at: number } & Record<keyof typeof NOTHING, number>> {
  const sum = { ...NOTHING };
  for (const traffic of await Promise.all(pages.map((page) => page.evaluate(() => window.tiles.traffic())))) {
    sum.sentBytes += traffic.sentBytes;
    sum.framesDecoded += traffic.framesDecoded;
  }
  return { ...sum, processor: await processorTime(browser), at: performance.now() };
}

const NOTHING = { sentBytes: 0, framesDecoded: 0, processor: 0 };

/** What all processes of the browser have used so far, in s. */
async function processorTime(browser: Browser): Promise<number> {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

function report(scene: Scene, samples: ReadonlyMap<Candidate, readonly Sample[]>): Figure[] {
  const compare = (what: string, unit: string, value: (sample: Sample) => number, isGoal = true): Figure[] => {
    const score = (candidate: Candidate): Score => ({
      subject: 'adaptation',
      name: `${what}, ${scene.name}`,
      of: candidate.of,
      unit,
      samples: (samples.get(candidate) ?? []).map(value),
    });
    const naive = score(NAIVE_SENDERS);
    const less = (_: Summary, ratio?: Summary): Goal => ({ text: 'ratio < 1', met: (ratio?.median ?? Infinity) < 1 });
    return [figure(score(OURS), naive, isGoal ? less : undefined), figure(naive)];
  };
  return [
    ...compare('uplink of all', 'kbit/s', ({ kilobits }) => kilobits),
    ...compare('processor', 's a second', ({ processor }) => processor),
    ...compare('pictures decoded', 'a second', ({ framesDecoded }) => framesDecoded, false),
    ...(scene.shown === PEOPLE - 1 ? forEachPicture(compare) : []),
  ];
}

/** A machine at its limit drops pictures, of naive senders most: then only what each picture costs can be compared. */
const forEachPicture = (compare: (what: string, unit: string, value: (sample: Sample) => number) => Figure[]): Figure[] => [
  ...compare('uplink for each picture', 'kbit', ({ kilobits, framesDecoded }) => kilobits / framesDecoded),
  ...compare('processor for each picture', 'ms', ({ processor, framesDecoded }) => (processor * 1000) / framesDecoded),
];
