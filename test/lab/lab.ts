/**
 * A laboratory of networks: people in real Chromiums behind routers that translate addresses, block, lose and delay,
 * with the real signaling server and a real coturn on the public side. All of it in network namespaces of this machine.
 *
 * ```ts
 * it('goes on when the address changes', { skip: noLab }, async (test) => {
 *   const lab = await startLab(test, { wires: ['A'] });            // ends with the test
 *   lab.network.nat('A', 'symmetric', 'no-udp');                    // how router A treats lanA and lanA2
 *   const [ada, bob] = await lab.meet('lanA', 'lanB');              // both see and hear each other
 *   lab.network.moveAddress('lanA');                                // or moveNetwork('lanA', 'C'): Wi-Fi to 4G
 *   lab.network.cutPath('A', 'B');                                  // restorePath('A', 'B'); coturn stays reachable
 *   lab.network.vanish('lanB');                                     // reappear('lanB')
 *   await lab.network.wire('A').impair({ lossPercent: 5, delayMs: 300, kbitPerSecond: 300 });
 *   await ada.pairs(); await ada.restarts(); await ada.story(since); // and all that a Person of the flows can
 * });
 * ```
 *
 * Several laboratories may run side by side, in one process or in several. `npm run build` first: they serve `dist/cdn`, as
 * it is when the first of them begins.
 */
import { createHash, X509Certificate } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { chromiumLaunchOptions, findChromium } from '../../scripts/browsers.mjs';
import { selfMadeCertificate } from '../../signaling/server/certificate.js';
import { SILENT } from '../../signaling/server/log.js';
import { atEnd, type Ending } from '../support/at-end.js';
import { TestBrowser } from '../support/browser.js';
import { smallCamera } from '../support/camera.js';
import { allMeet, type Attributes } from '../flows/support/person.js';
import { atProcessEnd } from './support/at-process-end.js';
import { Caller } from './support/caller.js';
import { pathOf } from './support/missing.js';
import type { Namespace } from './support/namespace.js';
import { Network, SERVER_ADDRESS, TURN_ADDRESSES, type HostName, type NetworkOptions } from './support/network.js';
import { startSiteServer, type SiteServer } from './support/site-server.js';
import { startTurnServer, type TurnServer } from './support/turn-server.js';

export { noLab } from './support/missing.js';
export type { Caller } from './support/caller.js';

export interface LabOptions extends NetworkOptions {
  /**
   * What cameras show. `small`: 160 × 120, ten times a second, which costs little. `large`: Chromium's own 640 × 480, which
   * fills a narrow wire. Default: small.
   */
  camera?: 'small' | 'large';
  /** How long a TURN credential is good for, in s. Default: the server's own, an hour. */
  turnTtlSeconds?: number;
}

/**
 * What the signaling server tells people to use: STUN and TURN; STUN alone, as of a site without a relay; or, as of one
 * whose owner mixed up secrets, STUN and a TURN server that lets nobody in.
 */
export type Relay = 'turn' | 'none' | 'refusing';

const BUNDLE = fileURLToPath(new URL('../../dist/cdn', import.meta.url));
const PAGE = fileURLToPath(new URL('pages/call.html', import.meta.url));
const PORTS: Readonly<Record<Relay, number>> = { turn: 443, none: 8443, refusing: 9443 };

/** Not that of coturn. */
const OTHER_SECRET = 'a secret of somebody else';

/** Starts a laboratory; it ends with the test. Skip the test where {@link noLab} says so. */
export async function startLab(test: Ending, options: LabOptions = {}): Promise<Lab> {
  const bundle = keptBundle();
  const network = await Network.up(options);
  atEnd(test, () => network.down());
  const { folder, remove } = temporaryFolder();
  atEnd(test, () => Promise.resolve(remove()));
  cpSync(bundle, join(folder, 'site'), { recursive: true });
  cpSync(PAGE, join(folder, 'site', 'call.html'));
  const key = await certify(folder);
  const turn = await startTurnServer(network.public, folder);
  atEnd(test, () => turn.stop());
  const lab = new Lab(network, turn, folder, key, options);
  atEnd(test, () => lab.close());
  return lab;
}

let kept: string | undefined;

/** A copy of the bundle, so that all laboratories of this process have the same, whoever builds meanwhile. */
function keptBundle(): string {
  if (kept) return kept;
  if (!existsSync(join(BUNDLE, 'call-room.js'))) throw new Error('There is no bundle in dist/cdn: npm run build makes it.');
  const { folder } = temporaryFolder();
  cpSync(BUNDLE, folder, { recursive: true });
  kept = folder;
  return folder;
}

/** A new folder, which does not outlive this process. */
function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'call-room-lab-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  atProcessEnd(remove);
  return { folder, remove };
}

/**
 * Makes the certificate of the pages and of coturn.
 * @returns the hash of its public key, by which browsers are told to trust it
 */
async function certify(folder: string): Promise<string> {
  const { cert, key } = await selfMadeCertificate([SERVER_ADDRESS, ...TURN_ADDRESSES], SILENT, join(folder, 'kept.json'));
  writeFileSync(join(folder, 'cert.pem'), cert);
  writeFileSync(join(folder, 'key.pem'), key, { mode: 0o600 });
  const publicKey = new X509Certificate(readFileSync(join(folder, 'cert.pem'))).publicKey;
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
}

/** A {@link Network} with servers in its middle and people at its ends. Call {@link startLab}. */
export class Lab {
  readonly network: Network;
  readonly turn: TurnServer;
  readonly #folder: string;
  readonly #key: string;
  readonly #options: LabOptions;
  readonly #browsers = new Map<HostName, Promise<TestBrowser>>();
  readonly #sites = new Map<Relay, Promise<SiteServer>>();
  readonly #callers: Caller[] = [];
  #rooms = 0;

  /**
   * @param folder with certificate and pages
   * @param key hash of the public key that browsers are to trust
   */
  constructor(network: Network, turn: TurnServer, folder: string, key: string, options: LabOptions) {
    this.network = network;
    this.turn = turn;
    this.#folder = folder;
    this.#key = key;
    this.#options = options;
  }

  /** The browser of a host, which is started once. */
  browser(host: HostName): Promise<TestBrowser> {
    const browser = this.#browsers.get(host) ?? launchIn(this.network.host(host), this.#key, this.#options);
    this.#browsers.set(host, browser);
    return browser;
  }

  /** The signaling server, which is started once. */
  site(relay: Relay = 'turn'): Promise<SiteServer> {
    const site = this.#sites.get(relay) ?? startSiteServer(this.network.public, this.#folder, PORTS[relay], this.#offer(relay));
    this.#sites.set(relay, site);
    return site;
  }

  /** A room that nobody was in before. */
  newRoom(): string {
    return `lab-${(this.#rooms += 1)}`;
  }

  /** Somebody opens a page with a call at a host, and joins. The signaling server names the ICE servers. */
  async comes(host: HostName, name: string, attributes: Attributes, relay: Relay = 'turn'): Promise<Caller> {
    const [browser, { origin }] = await Promise.all([this.browser(host), this.site(relay)]);
    // The page names no servers of its own, so that the default one is not asked: it is out in the world.
    const all: Attributes = { signaling: '/signal', 'ice-servers': '[]', 'display-name': name, 'auto-join': true, ...attributes };
    const query = Object.entries(all).map(([key, value]) => [key, value === true ? '' : (value ?? '')]);
    const caller = await Caller.calls(browser, `${origin}/call.html?${new URLSearchParams(query).toString()}`, name);
    this.#callers.push(caller);
    return caller;
  }

  /** All close their pages; the next may come. */
  async everybodyLeaves(): Promise<void> {
    for (const caller of this.#callers.splice(0)) await caller.tab.close();
  }

  /** Ada and Bob call each other in a room of their own, and meet: each sees and hears the other. */
  async meet(adas: HostName, bobs: HostName, relay: Relay = 'turn'): Promise<[ada: Caller, bob: Caller]> {
    const room = this.newRoom();
    const ada = await this.comes(adas, 'Ada', { room }, relay);
    await ada.waitForState('joined');
    const bob = await this.comes(bobs, 'Bob', { room }, relay);
    await allMeet(ada, bob);
    return [ada, bob];
  }

  /** Closes all browsers and ends the signaling servers. */
  async close(): Promise<void> {
    const closing = [...this.#browsers.values()].map(async (browser) => (await browser).close());
    const ended = await Promise.allSettled(closing);
    for (const site of this.#sites.values()) await (await site).stop();
    const failed = ended.filter((result) => result.status === 'rejected');
    if (failed[0]) throw failed[0].reason;
  }

  #offer(relay: Relay): { flags: string[]; env: Record<string, string> } {
    const stun = ['--ice-servers', JSON.stringify([{ urls: this.turn.stunUrl }])];
    if (relay === 'none') return { flags: stun, env: {} };
    const urls = this.turn.urls.flatMap((url) => ['--turn-url', url]);
    const { turnTtlSeconds } = this.#options;
    const ttl = turnTtlSeconds === undefined ? [] : ['--turn-ttl', String(turnTtlSeconds)];
    return {
      flags: [...stun, ...urls, ...ttl],
      env: { CALL_ROOM_TURN_SECRET: relay === 'turn' ? this.turn.secret : OTHER_SECRET },
    };
  }
}

async function launchIn(namespace: Namespace, key: string, { camera = 'small' }: LabOptions): Promise<TestBrowser> {
  const ip = pathOf('ip');
  if (!ip) throw new Error('There is no ip: the test should have been skipped.');
  const found = await findChromium();
  const options = chromiumLaunchOptions(found, {
    ...(camera === 'small' && { cameraFile: smallCamera() }),
    args: [
      `--ignore-certificate-errors-spki-list=${key}`,
      // The last one counts: the addresses of the laboratory, and nothing else.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 203.0.113.*',
    ],
  });
  // Here are networks: a path by the loopback interface would be none.
  const args = (options.args ?? []).filter((arg) => arg !== '--allow-loopback-in-peer-connection');
  const all = puppeteer.defaultArgs({ ...options, args });
  const within = ['netns', 'exec', namespace.name, found.executablePath, ...all];
  const browser = await puppeteer.launch({ ...options, executablePath: ip, ignoreDefaultArgs: true, args: within });
  return new TestBrowser(browser);
}
