import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import puppeteer, { type Browser, type BrowserContext, type ConsoleMessage, type Page } from 'puppeteer-core';
import {
  chromiumLaunchOptions,
  findChromium,
  findFirefox,
  firefoxLaunchOptions,
  type MediaOptions,
} from '../../scripts/browsers.mjs';
import { atEnd, type Ending } from './at-end.js';
import { smallCamera } from './camera.js';
import { RECORD_PEER_CONNECTIONS, received, type Received } from './media.js';

/** Why tests in Firefox are skipped, for the `skip` option of node:test; false where it is installed. */
export const noFirefox: string | false = findFirefox() ? false : 'no Firefox was found';

/** How long a condition may take to come true, in ms. A busy machine needs most of it. */
const PATIENCE_MS = 30_000;
/** How often a condition is looked at, in ms. */
const POLL_MS = 100;

/** What a test may want of a page. */
export interface PageOptions {
  /** Errors that this page may tell to the console or throw. Any other fails the test. */
  expectErrors?: RegExp[];
  /** Source that runs before the page's own scripts. */
  init?: string;
  /** In CSS pixels; 640 × 480 by default. */
  viewport?: { width: number; height: number };
  /** Opens another tab of the same person, in front of this one. */
  beside?: TestPage;
}

/** What a test may want of Chromium. */
export interface ChromiumOptions extends MediaOptions {
  /** Keeps pages that are left for a return, as browsers of people do. Puppeteer's own default is not to. */
  backForwardCache?: boolean;
  /** Plays what pages play, through the speakers of the machine. Puppeteer's own default is not to. */
  sound?: boolean;
}

/**
 * Starts Chromium; it is closed at the end of the test, which fails if a page had an unexpected error.
 * @param test the context of the test
 */
export async function launchChromium(
  test: Ending,
  { backForwardCache = false, sound = false, ...media }: ChromiumOptions = {},
): Promise<TestBrowser> {
  const options = chromiumLaunchOptions(await findChromium(), { cameraFile: smallCamera(), ...media });
  const ignoreDefaultArgs = [...(backForwardCache ? ['--disable-back-forward-cache'] : []), ...(sound ? ['--mute-audio'] : [])];
  return started(test, await puppeteer.launch({ ...options, ignoreDefaultArgs }));
}

/**
 * The same with Firefox. See {@link noFirefox}.
 * @throws {Error} where there is none
 */
export async function launchFirefox(
  test: Ending,
  media: Pick<MediaOptions, 'permission' | 'devices'> = {},
): Promise<TestBrowser> {
  const path = findFirefox();
  if (!path) throw new Error('No Firefox was found; the test should have been skipped.');
  return started(test, await puppeteer.launch(firefoxLaunchOptions(path, media)));
}

function started(test: Ending, browser: Browser): TestBrowser {
  const wrapped = new TestBrowser(browser);
  atEnd(test, () => wrapped.close());
  return wrapped;
}

/** A browser whose pages are people: each in its own browser context, so that all of them are visible. */
export class TestBrowser {
  readonly #browser: Browser;
  readonly #pages: TestPage[] = [];

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Opens the address as somebody who was never here before, and waits until the page has loaded. */
  async open(url: string, options: PageOptions = {}): Promise<TestPage> {
    const context = options.beside?.context ?? (await this.#browser.createBrowserContext());
    const page = await context.newPage();
    const wrapped = new TestPage(page, context, options.expectErrors ?? []);
    this.#pages.push(wrapped);
    await page.setViewport(options.viewport ?? { width: 640, height: 480 });
    await page.evaluateOnNewDocument(RECORD_PEER_CONNECTIONS);
    if (options.init) await page.evaluateOnNewDocument(options.init);
    await page.goto(url);
    return wrapped;
  }

  /**
   * Stops every process of the browser, as if its machine had vanished: nothing says goodbye, sockets stay open, and nobody
   * answers on them. Not on Windows.
   */
  vanish(): void {
    this.#signal('SIGSTOP');
  }

  /** Lets the browser go on after {@link vanish}. It does not know that it was away. */
  return(): void {
    this.#signal('SIGCONT');
  }

  #signal(signal: NodeJS.Signals): void {
    const pid = this.#browser.process()?.pid;
    // Puppeteer gives the browser a group of processes of its own.
    if (pid !== undefined) process.kill(-pid, signal);
  }

  /**
   * Closes all pages and the browser.
   * @throws {AssertionError} when a page had errors that nobody expected
   */
  async close(): Promise<void> {
    const errors = this.#pages.flatMap((page) => page.errors);
    // Whoever was made to vanish can't close anything.
    this.return();
    await this.#browser.close();
    assert.deepEqual(errors, [], 'pages had errors that were not expected');
  }
}

/** A page in a test, and what went wrong in it. */
export class TestPage {
  /** What puppeteer offers beyond this. */
  readonly page: Page;
  readonly context: BrowserContext;
  readonly #expected: RegExp[];
  readonly #errors: string[] = [];
  readonly #log: string[] = [];

  constructor(page: Page, context: BrowserContext, expected: RegExp[]) {
    this.page = page;
    this.context = context;
    this.#expected = [...expected];
    page.on('pageerror', (error) =>
      this.#record(`thrown: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
    );
    page.on('error', (error) => this.#record(`crashed: ${error.message}`));
    page.on('console', (message) => this.#hear(message));
  }

  /** Errors so far that nobody expected. */
  get errors(): string[] {
    return this.#errors.filter((error) => !this.#expected.some((pattern) => pattern.test(error)));
  }

  /** From now on, and looking back, errors that match are no fault. */
  expectErrors(...patterns: RegExp[]): void {
    this.#expected.push(...patterns);
  }

  /**
   * Waits until the function, run in the page, returns something true.
   *
   * @param predicate runs in the page, where nothing of this file exists; may return a promise
   * @param message what was awaited: "Ada is shown"
   * @returns what it returned
   * @throws {AssertionError} after the patience is over, with the page's state and statistics
   */
  async waitFor<Args extends unknown[], Result>(
    predicate: string | ((...args: Args) => Result | Promise<Result>),
    message: string,
    { timeoutMs = PATIENCE_MS, args = [] as unknown as Args }: { timeoutMs?: number; args?: Args } = {},
  ): Promise<Result> {
    const look = this.page.evaluate.bind(this.page) as (run: typeof predicate, ...args: Args) => Promise<Result>;
    return this.#until(() => look(predicate, ...args), message, timeoutMs);
  }

  /**
   * Waits until the page sees and hears this many others.
   * @param others how many peer connections must have delivered
   * @param want how much each must have delivered; 0 where nothing is expected
   */
  async waitForMedia(others: number, { framesDecoded = 10, audioEnergy = 1e-3, timeoutMs = 45_000 } = {}): Promise<Received[]> {
    const enough = (one: Received): boolean =>
      one.connectionState === 'connected' && one.framesDecoded >= framesDecoded && one.audioEnergy >= audioEnergy;
    return this.#until(
      async () => {
        const all = await received(this.page);
        return all.filter(enough).length >= others ? all : undefined;
      },
      `media of ${others} others`,
      timeoutMs,
    ) as Promise<Received[]>;
  }

  /** Ends the page as a person does who closes the window. */
  async close(): Promise<void> {
    await this.page.close({ runBeforeUnload: false });
    await this.context.close();
  }

  /** Ends the page as a fault in the browser does, without any farewell. Chromium only. */
  async crash(): Promise<void> {
    this.expectErrors(/^crashed: /);
    const client = await this.page.createCDPSession();
    // The answer never comes: whoever would send it is gone.
    await Promise.race([client.send('Page.crash').catch(() => undefined), sleep(1000)]);
  }

  async #until<Result>(look: () => Promise<Result>, message: string, timeoutMs: number): Promise<Result> {
    const deadline = Date.now() + timeoutMs;
    let problem: unknown;
    while (Date.now() < deadline) {
      try {
        const result = await look();
        if (result) return result;
        problem = undefined;
      } catch (error) {
        // The page may be on its way from one document to the next. If not, the last problem is told below.
        problem = error;
      }
      await sleep(POLL_MS);
    }
    throw new assert.AssertionError({
      message: [
        `Waited ${timeoutMs} ms in vain for: ${message}`,
        ...(problem ? [`Looking failed: ${inspect(problem)}`] : []),
        await this.#describe(),
      ].join('\n'),
    });
  }

  /** Where the page stands, for whoever reads the failure. */
  async #describe(): Promise<string> {
    const state = await this.page.evaluate(pageState).catch((error: unknown) => `not to be asked: ${String(error)}`);
    const stats = await received(this.page).catch((error: unknown) => `not to be asked: ${String(error)}`);
    return [
      `Page: ${this.page.url()}`,
      `State: ${JSON.stringify(state)}`,
      `Received: ${JSON.stringify(stats)}`,
      `Console: ${this.#log.slice(-10).join('\n         ') || 'silent'}`,
      `Errors: ${this.#errors.join('\n        ') || 'none'}`,
    ].join('\n');
  }

  #record(error: string): void {
    this.#errors.push(error);
  }

  #hear(message: ConsoleMessage): void {
    const text = message.text();
    this.#log.push(`${message.type()}: ${text}`);
    if (message.type() === 'error') this.#record(`${text}${message.location().url ? ` (${message.location().url})` : ''}`);
  }
}

/** Runs in the page: what a person would tell of it. */
function pageState(): unknown {
  return [...document.querySelectorAll<HTMLElement & { state?: string; participants?: unknown }>('call-room')].map((room) => ({
    state: room.state,
    participants: JSON.stringify(room.participants),
    text: room.shadowRoot?.textContent?.replace(/\s+/g, ' ').slice(0, 300),
  }));
}
