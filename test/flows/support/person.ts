import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator } from 'puppeteer-core';
import type { CallRoom } from '../../../components/elements/call-room/call-room.js';
import type { CallState } from '../../../components/call/call-state.js';
import type { Ending } from '../../support/at-end.js';
import { launchChromium, type PageOptions, type TestBrowser, type TestPage } from '../../support/browser.js';
import { startSite, type Site, type ServedPage } from '../../support/site.js';
import { IN_PAGE, type FromParticipant, type TileView, type ToldEvent } from './in-page.js';

/** Attributes of a tag; `true` for one without a value. */
export type Attributes = Record<string, string | true | undefined>;

/** What else may differ from person to person. */
export interface Coming extends PageOptions, ServedPage {}

/** How long something may take to be there, and how often one looks, in ms. */
const PATIENCE_MS = 30_000;
const POLL_MS = 50;

/** Frames and energy of sound that prove media. Noise before the first sound of the fake microphone is about 1e-10. */
const PROOF = { framesDecoded: 10, audioEnergy: 1e-3 } as const;

/** A call's tag as a stranger pastes it, with no ICE servers: tests never leave this machine. */
export const tag = (attributes: Attributes): string => element('call-room', { room: 'flow', ...attributes });

/** The tag of any of our elements that calls, likewise. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const all: Attributes = { signaling: '/signal', 'ice-servers': '[]', ...attributes };
  const written = Object.entries(all).flatMap(([attribute, value]) =>
    value === undefined
      ? []
      : value === true
        ? [attribute]
        : [`${attribute}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`],
  );
  return `<${name} ${written.join(' ')}>${content}</${name}>`;
}

/** A page as a stranger writes it: one script, and whatever stands in its body. */
export const pageWith = (
  body: string,
  head = '<script type="module" src="/cdn/call-room.js"></script>',
): string => `<!doctype html>
  <html lang="en">
    <head><title>A page</title>${head}</head>
    <body>${body}</body>
  </html>`;

/** Somebody with a browser, on a page with a call. */
export class Person {
  readonly name: string;
  readonly tab: TestPage;
  /** What this person's devices are to send. */
  readonly sends: { audio: boolean; video: boolean };

  constructor(name: string, tab: TestPage, sends = { audio: true, video: true }) {
    this.name = name;
    this.tab = tab;
    this.sends = sends;
  }

  /** Opens a page with one pasted tag, which joins at once unless `auto-join` is undefined. */
  static async comes(
    browser: TestBrowser,
    site: Site,
    name: string,
    attributes: Attributes = {},
    coming: Coming = {},
  ): Promise<Person> {
    const html = pageWith(tag({ 'display-name': name, 'auto-join': true, ...attributes }));
    const sends = { audio: attributes['audio'] !== 'none', video: attributes['video'] !== 'none' };
    return Person.opens(browser, await site.page(html, coming), name, coming, sends);
  }

  /** Opens any page. */
  static async opens(
    browser: TestBrowser,
    url: string,
    name: string,
    options: PageOptions = {},
    sends = { audio: true, video: true },
  ): Promise<Person> {
    const tab = await browser.open(url, { ...options, init: IN_PAGE + (options.init ?? '') });
    return new Person(name, tab, sends);
  }

  /** Runs a function in the page. */
  run<Args extends unknown[], Result>(action: (...args: Args) => Result | Promise<Result>, ...args: Args): Promise<Result> {
    const evaluate = this.tab.page.evaluate.bind(this.tab.page) as (run: typeof action, ...all: Args) => Promise<Result>;
    return evaluate(action, ...args);
  }

  /** Clicks what a selector of puppeteer finds; `>>>` looks into shadow roots. */
  async click(selector: string): Promise<void> {
    await (await this.find(selector)).click();
  }

  /** Waits for what a selector finds. Puppeteer itself looks again when the document changes, not when a shadow root does. */
  async find(selector: string): Promise<Locator<Element>> {
    const { page } = this.tab;
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await page.$(selector)) && Date.now() < deadline) await sleep(POLL_MS);
    return page.locator(selector);
  }

  /** Clicks a button of the call by its part. */
  clickPart(part: string): Promise<void> {
    return this.click(`call-room >>> [part~="${part}"]`);
  }

  tiles(): Promise<TileView[]> {
    return this.run(() => window.__flow.tiles());
  }

  events(): Promise<ToldEvent[]> {
    return this.run(() => window.__flow.events);
  }

  received(): Promise<FromParticipant[]> {
    return this.run(() => window.__flow.received());
  }

  /** Which of the page's peer connections are connected, by the order in which it made them. */
  connected(): Promise<number[]> {
    return this.run(() => window.__flow.connected());
  }

  /** The ids of the others in the call. */
  others(): Promise<string[]> {
    return this.run(() => document.querySelector<CallRoom>('call-room')?.participants.map(({ id }) => id) ?? []);
  }

  async waitForState(state: CallState): Promise<void> {
    const isThere = (wanted: string): boolean => document.querySelector<CallRoom>('call-room')?.state === wanted;
    await this.tab.waitFor(isThere, `${this.name} is ${state}`, { args: [state] });
  }

  /** Waits until it is known how good the way to somebody is, which only what is loaded after the first frame finds out. */
  async waitForUpkeep(): Promise<void> {
    await this.tab.waitFor(
      () => document.querySelector<CallRoom>('call-room')?.participants.some(({ quality }) => quality !== 'unknown'),
      `${this.name} knows how good the way is`,
    );
  }

  async waitForText(text: string): Promise<void> {
    await this.tab.waitFor((wanted: string) => window.__flow.text().includes(wanted), `${this.name} reads "${text}"`, {
      args: [text],
    });
  }

  async waitForError(code: string): Promise<ToldEvent> {
    const find = (wanted: string): ToldEvent | undefined => window.__flow.events.find((event) => event.code === wanted);
    const event = await this.tab.waitFor(find, `${this.name} is told of ${code}`, { args: [code] });
    if (!event) throw new TypeError('waitFor() returns only what is true');
    return event;
  }

  /** Waits until the others' tiles are exactly these, and say exactly this: "Bob", "Cleo, muted". */
  async sees(...others: string[]): Promise<void> {
    const seesThem = (wanted: string): boolean => {
      const tiles = window.__flow.tiles().filter(({ own }) => !own);
      return JSON.stringify(tiles.map(({ says }) => says).sort()) === wanted;
    };
    await this.tab.waitFor(seesThem, `${this.name} sees ${others.join('; ') || 'nobody'}`, {
      args: [JSON.stringify(others.sort())],
    });
  }

  /** Waits until the others are exactly these people, each with name and picture, and all that they send arrives. */
  async meets(...others: Person[]): Promise<void> {
    await this.receivesFrom(...others);
    await this.tab.waitFor(
      (count: number) => window.__flow.tiles().filter(({ own }) => !own).length === count,
      `${this.name} sees nobody else`,
      { args: [others.length] },
    );
  }

  /** Waits until these people are there, each with name and picture, and all that they send arrives. */
  async receivesFrom(...others: Person[]): Promise<void> {
    const receives = async (wanted: Wanted[], proof: typeof PROOF): Promise<boolean> => {
      const tiles = window.__flow.tiles().filter(({ own }) => !own);
      const received = await window.__flow.received();
      return wanted.every(({ name, audio, video }) => {
        const tile = tiles.find((one) => one.name === name);
        const from = received.find((one) => one.name === name);
        if (!tile || !from) return false;
        return (
          tile.picture === video &&
          (!video || from.framesDecoded >= proof.framesDecoded) &&
          (!audio || from.audioEnergy >= proof.audioEnergy)
        );
      });
    };
    const wanted = others.map(({ name, sends }) => ({ name, ...sends }));
    await this.tab.waitFor(receives, `${this.name} sees and hears ${others.map(({ name }) => name).join(', ')}`, {
      args: [wanted, PROOF],
      timeoutMs: 50_000,
    });
  }

  /** Waits until more has come from each of those who send now: at least ten further frames, and sound. */
  async goesOnReceiving(): Promise<void> {
    const goesOn = async (before: FromParticipant[]): Promise<boolean> => {
      const now = await window.__flow.received();
      return before.every(({ id, audio, video, framesDecoded, audioEnergy }) => {
        const from = now.find((one) => one.id === id);
        return (!video || (from?.framesDecoded ?? 0) >= framesDecoded + 10) && (!audio || (from?.audioEnergy ?? 0) > audioEnergy);
      });
    };
    await this.tab.waitFor(goesOn, `${this.name} goes on receiving`, { args: [await this.received()] });
  }
}

interface Wanted {
  name: string;
  audio: boolean;
  video: boolean;
}

/**
 * People who come to our server one after another, all in one Chromium, and meet. The site and the browser end with
 * the test.
 */
export async function peopleMeet<Names extends string[]>(
  test: Ending,
  ...names: Names
): Promise<{ [Index in keyof Names]: Person }> {
  const site = await startSite(test);
  const browser = await launchChromium(test);
  const people: Person[] = [];
  for (const name of names) people.push(await Person.comes(browser, site, name));
  await allMeet(...people);
  return people as { [Index in keyof Names]: Person };
}

/** Waits until everybody sees and hears everybody else. */
export async function allMeet(...people: Person[]): Promise<void> {
  await Promise.all(people.map((person) => person.meets(...people.filter((other) => other !== person))));
}

/** Everybody joins at the same instant; none of them may have joined before. */
export async function allJoinAtOnce(...people: Person[]): Promise<void> {
  await Promise.all(people.map((person) => person.waitForState('lobby')));
  // One clock for all: they are on one machine.
  const at = Date.now() + 500;
  const join = async (moment: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, moment - Date.now()));
    await document.querySelector<CallRoom>('call-room')?.join();
  };
  await Promise.all(people.map((person) => person.run(join, at)));
}
