import type { TestBrowser } from '../../support/browser.js';
import { IN_PAGE } from '../../flows/support/in-page.js';
import { Person } from '../../flows/support/person.js';
import { IN_LAB, type Arrived, type Growth, type LinkRecord, type Pair, type Told } from './in-page.js';

/** Somebody in a call, at a host of the laboratory. */
export class Caller extends Person {
  /** Opens a page of which every link is recorded. */
  static async calls(browser: TestBrowser, url: string, name: string): Promise<Caller> {
    // Whoever cuts wires hears the browser complain of them.
    const tab = await browser.open(url, { init: IN_PAGE + IN_LAB, expectErrors: [/WebSocket connection to .* failed/] });
    return new Caller(name, tab);
  }

  /** The links that had somebody at their other end, in the order of their making. */
  async links(): Promise<LinkRecord[]> {
    return this.run(() => window.__lab.links.filter(({ hadPeer }) => hadPeer));
  }

  /** What the call has told. */
  told(): Promise<Told[]> {
    return this.run(() => window.__lab.told);
  }

  pairs(): Promise<Pair[]> {
    return this.run(() => window.__lab.pairs());
  }

  arrived(): Promise<Arrived> {
    return this.run(() => window.__lab.arrived());
  }

  /** From now on {@link Caller.growth} grows with what arrives. */
  watch(): Promise<void> {
    return this.run(() => window.__lab.watch());
  }

  growth(): Promise<Growth> {
    return this.run(() => window.__lab.growth);
  }

  /**
   * How often ICE began anew with whoever is at the other end: generations of a link after its first, and links after the
   * first.
   */
  async restarts(): Promise<number> {
    const links = await this.links();
    return links.reduce((sum, { generations }) => sum + generations.length, 0) - 1;
  }

  /** When ICE reached the other end for the first time (`Date.now()`); `undefined`: never. */
  async connectedAt(): Promise<number | undefined> {
    const all = (await this.links()).flatMap(({ states }) => states.filter(({ state }) => state === 'connected'));
    return all.map(({ at }) => at).sort((one, other) => one - other)[0];
  }

  /** What happened since an instant, a line each, with seconds after it: for whoever reads a failure. */
  async story(since: number): Promise<string> {
    const links = await this.links();
    const lines = [
      ...links.flatMap(({ states }, index) => states.map(({ at, state }) => ({ at, text: `link ${index + 1} ${state}` }))),
      ...links.flatMap(({ generations }, index) => generations.map(({ at }) => ({ at, text: `link ${index + 1} begins ICE` }))),
      ...links.flatMap(({ pairs }, index) => pairs.map(({ at, pair }) => ({ at, text: `link ${index + 1} sends ${pair}` }))),
      ...(await this.told()).map(({ at, type, state, code }) => ({ at, text: [type, state, code].filter(Boolean).join(' ') })),
    ];
    const told = lines
      .filter(({ at }) => at >= since)
      .sort((one, other) => one.at - other.at)
      .map(({ at, text }) => `${((at - since) / 1000).toFixed(1)} s ${text}`);
    return `${this.name}: ${told.join('; ') || 'nothing'}`;
  }
}
