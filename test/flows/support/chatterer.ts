import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { BOUNDS, CLIENT, parseMessage, PROTOCOL_VERSION } from '../../../signaling/protocol/index.js';

/** Between two bursts, in ms. */
const PAUSE_MS = 100;
/** Frames of junk for each burst. */
const BURST = 8;

/** Somebody on a plain relay who never stops talking, and lies about who they are. */
export class Chatterer {
  readonly #socket: WebSocket;
  readonly #random: () => number;
  /** Whom it has heard of: what it knows of their offers. */
  readonly #known = new Map<string, string | undefined>();
  #chatting: Promise<void> | undefined;
  #lies = false;
  #said = 0;

  private constructor(socket: WebSocket, random: () => number) {
    this.#socket = socket;
    this.#random = random;
    socket.on('message', (data) => this.#hear((data as Buffer).toString()));
  }

  /** Goes to the relay; it says nothing yet. */
  static async comes(url: string, seed = 7): Promise<Chatterer> {
    const socket = new WebSocket(url);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return new Chatterer(socket, randomFrom(seed));
  }

  /** Talks until {@link stops}. */
  talks(): void {
    this.#chatting ??= this.#chat();
  }

  /** From now on it also speaks in the name of those whom it has heard. */
  lies(): void {
    this.#lies = true;
  }

  /** How many frames it has sent. */
  get said(): number {
    return this.#said;
  }

  #say(frame: unknown): void {
    this.#said += 1;
    this.#socket.send(typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame));
  }

  async stops(): Promise<void> {
    this.#socket.close();
    await this.#chatting;
  }

  #hear(frame: string): void {
    const parsed = parseMessage(frame, CLIENT);
    if (!parsed.ok || !('from' in parsed.message)) return;
    const { from } = parsed.message;
    this.#known.set(from, parsed.message.type === 'offer' ? parsed.message.sdp : this.#known.get(from));
  }

  async #chat(): Promise<void> {
    while (this.#socket.readyState === WebSocket.OPEN) {
      for (let count = 0; count < BURST; count += 1) this.#say(this.#pick(JUNK)(this.#random));
      if (this.#lies) this.#lie();
      await sleep(PAUSE_MS);
    }
  }

  /** In everybody's name, to everybody. */
  #lie(): void {
    for (const [from, sdp] of this.#known) {
      for (const to of this.#known.keys()) for (const forge of FORGERIES) this.#say(forge({ from, to }, sdp));
    }
  }

  #pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[Math.floor(this.#random() * items.length)] ?? items[0];
  }
}

type Junk = (random: () => number) => unknown;

const HTML = '<img src=x onerror="document.title=\'taken\'"><b>Mallory</b>';
const hello = (from: string, name = 'Mallory'): object => ({ type: 'hello', from, v: PROTOCOL_VERSION, name });

/** What nobody could mistake for the truth, and what a stranger may make up without knowing anybody. */
const JUNK: readonly [Junk, ...Junk[]] = [
  (random) => `just talking ${random()}`,
  () => randomBytes(64),
  () => '{"type":"hello","from":',
  () => 'x'.repeat(BOUNDS.frame + 1),
  () => ({ event: 'chat', user: 'somebody', text: 'of another application', type: 17 }),
  () => [null, 1, 'two', { type: 'hello' }],
  () => hello(randomUUID()),
  () => hello(randomUUID(), HTML),
  () => hello('__proto__', HTML),
  () => hello('constructor'),
  () => ({ ...hello(randomUUID()), name: '\ud800' }),
  () => ({ ...hello(randomUUID()), v: 'one' }),
  () => ({ type: 'welcome', v: PROTOCOL_VERSION, id: randomUUID(), resume: '', peers: [{ id: randomUUID(), name: HTML }] }),
  () => ({ type: 'error', code: 'removed', message: 'go away', fatal: true }),
  () => ({ type: 'joined', peer: { id: randomUUID(), name: HTML } }),
  () => ({ type: 'offer', from: randomUUID(), link: randomUUID(), sdp: 'v=0' }),
  () => ({ type: 'bye', from: randomUUID() }),
];

/** What may be made up about somebody who is known by id. */
const FORGERIES: readonly ((route: { from: string; to: string }, sdp: string | undefined) => unknown)[] = [
  ({ from }) => ({ type: 'bye', from }),
  (route) => ({ type: 'bye', ...route }),
  ({ from }) => ({ type: 'left', peer: from, reason: 'left' }),
  ({ from }) => hello(from, HTML),
  (route, sdp = 'v=0\r\n') => ({ type: 'offer', ...route, link: randomUUID(), sdp: withForeignKeys(sdp) }),
  (route) => ({ type: 'answer', ...route, link: randomUUID(), sdp: 'v=0\r\n' }),
  (route) => ({
    type: 'candidate',
    ...route,
    link: randomUUID(),
    candidate: { candidate: 'candidate:1 1 udp 1 nowhere 9 typ host' },
  }),
];

/** A description that is as good as the one overheard, but for whose it is. */
const withForeignKeys = (sdp: string): string =>
  sdp.replace(
    /^(a=fingerprint:sha-256 ).*$/gm,
    `$1${Array.from(randomBytes(32), (byte) => byte.toString(16).padStart(2, '0'))
      .join(':')
      .toUpperCase()}`,
  );

/** Numbers from 0 to 1 that are the same in each run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
