import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';

/** How long it may take until everything is let go, and how often one looks, in ms. */
const PATIENCE_MS = 40_000;
const POLL_MS = 1000;

/** What a page holds at a moment, after its garbage was collected: what is in memory at all, unless it says otherwise. */
export interface Inventory {
  /** Those that are not closed. */
  openConnections: number;
  /** Those that are closed as well. */
  peerConnections: number;
  sockets: number;
  /** Those that have not ended. */
  liveTracks: number;
  tracks: number;
  streams: number;
  /** `<audio>` and `<video>`, those of no document included. */
  players: number;
  audioContexts: number;
  /** Timers that have not fired yet, and intervals. */
  timers: number;
  /** DOM nodes, those of no document included. */
  nodes: number;
  listeners: number;
  /** JavaScript's heap, in bytes. */
  heapBytes: number;
}

declare global {
  interface Window {
    /** Timers of the page that have not fired yet, and who set them. Only tests have this. */
    __timers: Map<number, string>;
  }
}

/** Runs in a page before its scripts: no browser tells how many timers a page has. */
export const COUNT_TIMERS = `(${countTimers.toString()})();`;

/** Runs in the page, where nothing of this file exists. */
function countTimers(): void {
  type SetTimer = (handler: TimerHandler, ms?: number, ...args: unknown[]) => number;
  type ClearTimer = (id?: number) => void;
  const timers = (window.__timers = new Map<number, string>());
  const timed =
    (set: SetTimer, isOver: boolean): SetTimer =>
    (handler, ms, ...args) => {
      const id: number = set(
        (...all: unknown[]) => {
          if (isOver) timers.delete(id);
          if (typeof handler === 'function') (handler as (...all: unknown[]) => void)(...all);
        },
        ms,
        ...args,
      );
      timers.set(id, `${ms} ms ${new Error('set here').stack}`);
      return id;
    };
  const forget =
    (clear: ClearTimer): ClearTimer =>
    (id) => {
      if (id !== undefined) timers.delete(id);
      clear(id);
    };
  Object.assign(window, {
    setTimeout: timed(window.setTimeout.bind(window) as SetTimer, true),
    setInterval: timed(window.setInterval.bind(window) as SetTimer, false),
    clearTimeout: forget(window.clearTimeout.bind(window) as ClearTimer),
    clearInterval: forget(window.clearInterval.bind(window) as ClearTimer),
  });
}

/** What DevTools call what they hold for us. */
const GROUP = 'inventory';

/** Counts what a page of Chromium holds. */
export class Stocktaker {
  readonly #page: Page;
  readonly #devtools: CDPSession;

  private constructor(page: Page, devtools: CDPSession) {
    this.#page = page;
    this.#devtools = devtools;
  }

  static async of(page: Page): Promise<Stocktaker> {
    const devtools = await page.createCDPSession();
    await devtools.send('Performance.enable');
    return new Stocktaker(page, devtools);
  }

  /**
   * The time that the page's process has taken of a processor so far, in s.
   */
  async processorTime(): Promise<number> {
    return (await this.#metrics())('ProcessTime');
  }

  /** What is there now. What tests have recorded in the page is forgotten, since it would keep everything alive. */
  async take(): Promise<Inventory> {
    await this.#forgetRecords();
    await this.#collect();
    const metric = await this.#metrics();
    return {
      openConnections: await this.#count('RTCPeerConnection', `({ connectionState }) => connectionState !== 'closed'`),
      peerConnections: await this.#count('RTCPeerConnection'),
      sockets: await this.#count('WebSocket'),
      liveTracks: await this.#count('MediaStreamTrack', `({ readyState }) => readyState === 'live'`),
      tracks: await this.#count('MediaStreamTrack'),
      streams: await this.#count('MediaStream'),
      players: await this.#count('HTMLMediaElement'),
      audioContexts: await this.#count('BaseAudioContext'),
      timers: await this.#page.evaluate(() => window.__timers.size),
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
      heapBytes: metric('JSHeapUsedSize'),
    };
  }

  async #forgetRecords(): Promise<void> {
    await this.#page.evaluate(() => {
      const { tracks, sockets, said, events } = window.__flow;
      for (const records of [window.__peerConnections, tracks, sockets, said, events]) records.length = 0;
    });
  }

  /**
   * Takes stock until nothing is in the way any more of what is wanted.
   *
   * Chromium keeps what it gave to `getUserMedia()` for some 8 s, to measure how pages use it, and announcements stay for 5.
   *
   * @param excess what there is too much of; empty when all is well
   * @throws {AssertionError} after {@link PATIENCE_MS}
   */
  async settles(excess: (inventory: Inventory) => readonly string[]): Promise<Inventory> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const inventory = await this.take();
      const left = excess(inventory);
      if (left.length === 0) return inventory;
      if (Date.now() > deadline) {
        const timers = await this.#page.evaluate(() => [...window.__timers.values()]);
        assert.fail(`Too much is left: ${left.join(', ')} of ${JSON.stringify(inventory)}; timers:\n${timers.join('\n')}`);
      }
      await sleep(POLL_MS);
    }
  }

  async #metrics(): Promise<(wanted: string) => number> {
    const { metrics } = await this.#devtools.send('Performance.getMetrics');
    return (wanted) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  }

  /** Finalizers run between collections, and what they let go is garbage for the next. */
  async #collect(): Promise<void> {
    for (let times = 0; times < 3; times += 1) {
      await this.#devtools.send('HeapProfiler.collectGarbage');
      await this.#page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))));
    }
  }

  /** How many objects of this type there are, of those that the predicate picks. */
  async #count(type: string, predicate = '() => true'): Promise<number> {
    const prototype = await this.#devtools.send('Runtime.evaluate', { expression: `${type}.prototype`, objectGroup: GROUP });
    const { objectId = '' } = prototype.result;
    const { objects } = await this.#devtools.send('Runtime.queryObjects', { prototypeObjectId: objectId, objectGroup: GROUP });
    const { result } = await this.#devtools.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: `function () { return this.filter(${predicate}).length; }`,
    });
    // Else the answers themselves would keep everything alive.
    await this.#devtools.send('Runtime.releaseObjectGroup', { objectGroup: GROUP });
    return result.value as number;
  }
}
