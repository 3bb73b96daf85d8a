import { once } from 'node:events';
import type { TestContext } from 'node:test';
import { WebSocket, type ClientOptions } from 'ws';
import type { ErrorMessage, PhoneLineMessage, WelcomeMessage } from '../../../../signaling/protocol/index.js';
import { serve, type ServeOptions, type Serving } from '../../../../signaling/server/index.js';

export type Message = PhoneLineMessage;
type Query = Readonly<Record<string, string>>;

/** How a client was sent away. */
export interface Refused {
  error: ErrorMessage;
  closeCode: number;
}

/** A server on a free port of this machine that ends with its test. */
export async function startServer(t: TestContext, options: ServeOptions = {}): Promise<Serving> {
  const serving = await serve({ port: 0, host: '127.0.0.1', folders: [], ...options });
  t.after(() => serving.close());
  return serving;
}

/** A client that keeps what it hears in order until somebody asks. */
export class Client {
  readonly socket: WebSocket;
  /** Set by {@link join}. */
  id = '';
  resume = '';
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly #heard: Message[] = [];
  #wake: (() => void) | undefined;
  #isClosed = false;

  constructor(serving: Serving, query: Query, options: ClientOptions = {}) {
    const url = `ws://127.0.0.1:${serving.port}/signal?${new URLSearchParams({ v: '1', ...query })}`;
    this.socket = new WebSocket(url, { perMessageDeflate: false, ...options });
    this.socket.on('message', (data) => {
      this.#heard.push(JSON.parse((data as Buffer).toString()) as Message);
      this.#wake?.();
    });
    this.closed = new Promise((resolve) => {
      this.socket.on('close', (code, reason) => {
        this.#isClosed = true;
        this.#wake?.();
        resolve({ code, reason: String(reason) });
      });
    });
    // A socket that breaks also closes, and that is what tests look at.
    this.socket.on('error', () => undefined);
  }

  /** Connects and waits for `welcome`. */
  static async join(serving: Serving, query: Query = {}, options?: ClientOptions): Promise<Client & { welcome: WelcomeMessage }> {
    const client = new Client(serving, { room: 'room', ...query }, options);
    const welcome = await client.next('welcome');
    client.id = welcome.id;
    client.resume = welcome.resume;
    return Object.assign(client, { welcome });
  }

  /** Connects, and is refused for good: what it was told, and the code that its socket was closed with. */
  static refused(serving: Serving, query: Query = {}, options?: ClientOptions): Promise<Refused> {
    return new Client(serving, { room: 'room', ...query }, options).end();
  }

  say(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  /** The next message, which must be of that type. */
  async next<Type extends Message['type']>(type: Type): Promise<Extract<Message, { type: Type }>> {
    while (this.#heard.length === 0) {
      if (this.#isClosed) throw new Error(`closed while waiting for ${type}`);
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    const message = this.#heard.shift();
    if (message?.type !== type) throw new Error(`expected ${type}, got ${JSON.stringify(message)}`);
    return message as Extract<Message, { type: Type }>;
  }

  /** All that is still to come until the server has dealt with what this client has said so far. */
  async settle(): Promise<Message[]> {
    this.say({ type: 'ping' });
    const pong = (): number => this.#heard.findIndex(({ type }) => type === 'pong');
    while (pong() < 0) {
      if (this.#isClosed) throw new Error('closed while settling');
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    // Something may have come right behind it.
    return this.#heard.splice(0, pong() + 1).slice(0, -1);
  }

  /** The fatal error that ends this client; whatever came before it is skipped. */
  async end(): Promise<Refused> {
    const { code } = await this.closed;
    const error = this.#heard.findLast((message) => message.type === 'error');
    if (error?.type !== 'error') throw new Error(`closed with ${code} and no error`);
    return { error, closeCode: code };
  }

  async leave(): Promise<void> {
    this.socket.close(1000);
    await this.closed;
  }

  /** Gone without a word, as when a process dies. */
  vanish(): void {
    this.socket.terminate();
  }

  async opened(): Promise<void> {
    await once(this.socket, 'open');
  }
}

/** Turns of the event loop until something holds; a test that waits in vain fails by its own time limit. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

export const offer = (from: string, link: string, to?: string): object => ({
  type: 'offer',
  from,
  link,
  sdp: `v=0 ${link}`,
  ...(to && { to }),
});
export const hello = (from: string, name: string, to?: string): object => ({
  type: 'hello',
  v: 1,
  from,
  name,
  ...(to && { to }),
});
export const candidate = (from: string, to: string, text: string): object => ({
  type: 'candidate',
  from,
  to,
  link: 'link',
  candidate: { candidate: text },
});
