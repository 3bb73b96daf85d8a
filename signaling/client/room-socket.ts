import ReconnectingWebSocket from 'partysocket/ws';
import {
  PROTOCOL_VERSION,
  type ErrorMessage,
  type HostMessage,
  type HelloMessage,
  type PhoneLineMessage,
  type RelayedMessage,
  type RingMessage,
  type ServerBoundMessage,
  type WelcomeMessage,
} from '../protocol/index.js';
import { jsonCodec, type SignalingCodec } from './codec.js';
import { withQuery, type Endpoint } from './endpoint.js';
import { SOCKET_TIMING as TIMING } from './timing.js';

/** Whom a {@link RoomSocket} tells what happens. */
export interface RoomListener {
  /** The room can be spoken to, for the first time or again. `welcome`: our server's; none comes from a plain relay. */
  onOpen: (welcome: WelcomeMessage | undefined) => void;
  /** Somebody else in the room, or our server, says something. */
  onMessage: (message: PhoneLineMessage) => void;
  /** Our server has this person wait until a host lets them in; `onOpen` follows then. */
  onWaiting?: () => void;
  /** The socket is away, or could not be had, and is tried again. Comes once for each attempt. */
  onDown: () => void;
  /** The server wants no further attempt, and said why, if it did. Nothing follows. */
  onRefused: (refusal: ErrorMessage | undefined) => void;
  /** A frame was dropped, and why; unread ones as they came. On a plain relay it is often somebody else's business. */
  onInvalid?: (reason: string, data?: unknown) => void;
}

/** What a {@link RoomSocket} needs to know. */
export interface RoomSocketOptions {
  /** The id to speak under until a server gives another. */
  peer: string;
  room: string;
  endpoint: Endpoint;
  /** This person's name now; asked for at each greeting. */
  displayName: () => string;
  /** The access token; asked for before each connection, so it may be short-lived. */
  getToken?: (() => Promise<string | undefined>) | undefined;
  /** Default: JSON as in PROTOCOL.md. */
  codec?: SignalingCodec | undefined;
}

/** A way to speak with a room: a {@link RoomSocket}, or what looks like one from within. */
export type RoomConnection = Pick<RoomSocket, 'peer' | 'open' | 'hasServer' | 'address' | 'send' | 'greet' | 'probe' | 'close'>;

/** Opens a {@link RoomConnection}. Nobody is told anything before it has returned. */
export type Connect = (options: RoomSocketOptions, listener: RoomListener) => RoomConnection;

/** A message as its author writes it: who speaks, and where, is filled in. */
export type Outgoing<Message = RelayedMessage> = Message extends RelayedMessage | RingMessage | HostMessage
  ? Omit<Message, 'from' | 'room'>
  : never;

/**
 * What the other end of the socket is. `unknown` until its first message: our server's is a welcome. Where a peer
 * speaks first it is a plain relay, and from then on nothing that only a server may say is believed, since anybody
 * in the room could have written it.
 */
type Counterpart = 'unknown' | 'server' | 'relay';

/**
 * True for the close codes by which our server refuses for good (PROTOCOL.md, "error"), all but `idle`, `too-slow` and
 * `rate-limited`. The code of a close frame is the endpoint's own word, which no stranger on a plain relay can speak.
 */
const isFinal = (closeCode: number): boolean => closeCode >= 4400 && closeCode < 4500 && ![4408, 4413, 4429].includes(closeCode);

/** Close code of a socket that we give up. Not 1000: that would mean that this person left. */
const CLOSE_LOST = 4000;

const between = (least: number, most: number): number => least + Math.random() * (most - least);

/**
 * One room over one WebSocket that comes back by itself.
 *
 * Nothing is queued: what can't be sent now is dropped, since after a reconnect it would be stale. Whoever uses
 * this says again on `open` what is still true.
 */
export class RoomSocket {
  #listener: RoomListener;
  #options: RoomSocketOptions;
  #codec: SignalingCodec;
  #socket: ReconnectingWebSocket;
  #counterpart: Counterpart = 'unknown';
  #peer: string;
  #resume: string | undefined;
  #open = false;
  /** Somebody is to let us in. */
  #waits = false;
  #heard = 0;
  #opened = 0;
  /** The last fatal refusal. It tells more than the close code that makes it true. */
  #refusal: ErrorMessage | undefined;
  #life = new AbortController();
  #welcomeTimer: ReturnType<typeof setTimeout> | undefined;
  #proofTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: RoomSocketOptions, listener: RoomListener) {
    this.#options = options;
    this.#listener = listener;
    this.#codec = options.codec ?? jsonCodec;
    this.#peer = options.peer;
    const { signal } = this.#life;
    this.#socket = new ReconnectingWebSocket(() => this.#url(), null, {
      maxEnqueuedMessages: 0,
      connectionTimeout: TIMING.connect,
      reconnectionDelayGrowFactor: TIMING.retryGrowth,
      // Read before each attempt, so each waits at random: partysocket itself has no jitter.
      get minReconnectionDelay() {
        return between(TIMING.retryMin, TIMING.retryMax);
      },
      get maxReconnectionDelay() {
        return between(TIMING.retryLongest * 0.75, TIMING.retryLongest);
      },
      shouldReconnectOnClose: ({ code }) => !isFinal(code),
    });
    this.#socket.addEventListener('open', () => this.#onOpen(), { signal });
    this.#socket.addEventListener('message', (event) => this.#onFrame(event.data), { signal });
    this.#socket.addEventListener('close', ({ code }) => this.#onClose(code), { signal });
    // Without a `close` when there was no socket yet: a token that can't be had, an address that the page may not use.
    this.#socket.addEventListener('error', () => this.#onClose(), { signal });
    this.#keepAlive(signal);
  }

  /** The id under which others see this person now. */
  get peer(): string {
    return this.#peer;
  }

  /** True while the room can be spoken to. */
  get open(): boolean {
    return this.#open;
  }

  /** True when the other end is our server, whose word on who is there counts. */
  get hasServer(): boolean {
    return this.#counterpart === 'server';
  }

  /** The address being used, without what is secret in it. */
  get address(): string {
    return this.#options.endpoint.url;
  }

  /** Sends now or not at all; `false` tells the latter. */
  send(message: Outgoing<RelayedMessage | RingMessage | HostMessage>): boolean {
    return this.#write({
      ...message,
      from: this.#peer,
      ...(this.#options.endpoint.roomInMessages && !this.hasServer && { room: this.#options.room }),
    });
  }

  /** Greets the room, or one peer. */
  greet(to?: string): boolean {
    const hello: Omit<HelloMessage, 'from'> = { type: 'hello', v: PROTOCOL_VERSION, name: this.#options.displayName() };
    return this.send(to ? { ...hello, to } : hello);
  }

  /**
   * The network may have changed: finds out quickly whether the socket still lives, and opens another one if not.
   * @param patienceMs how long an answer may take
   */
  probe(patienceMs: number = TIMING.probe): void {
    if (!this.#isUp || !this.hasServer) return this.#reconnect();
    this.#write({ type: 'ping' });
    const asked = Date.now();
    // Each question has its own time: a patient one must not put off an urgent one.
    setTimeout(() => {
      if (this.#isUp && this.#heard < asked) this.#reconnect();
    }, patienceMs);
  }

  /** Says goodbye and ends the socket for good. Idempotent. */
  close(): void {
    if (this.#life.signal.aborted) return;
    this.send({ type: 'bye' });
    this.#end();
  }

  async #url(): Promise<string> {
    // One that never comes would keep all further attempts from being made; so would a rejection with something other than an `Error`,
    // of which partysocket reads the message alone.
    const late = new Promise<never>((_, reject) => setTimeout(reject, TIMING.connect));
    const token = await Promise.race([this.#options.getToken?.(), late]).catch((cause: unknown) => {
      throw Error(cause as string);
    });
    return withQuery(this.#options.endpoint.url, { token, resume: this.#resume });
  }

  #onOpen(): void {
    this.#opened = this.#heard = Date.now();
    this.#refusal = undefined;
    this.greet();
    if (this.#counterpart === 'relay') this.#ready();
    else if (this.hasServer) this.#welcomeTimer = setTimeout(() => this.#reconnect(), TIMING.connect);
    else this.#welcomeTimer = setTimeout(() => this.#ready(), TIMING.welcome);
  }

  #onWelcome(welcome: WelcomeMessage): void {
    this.#counterpart = 'server';
    this.#peer = welcome.id;
    this.#resume = welcome.resume;
    // First, since whoever is told may end it all.
    this.#demandProof();
    this.#ready(welcome);
  }

  /**
   * As little believed as a welcome. Where a server has let us in it means nothing; where a slow one was taken for a plain relay,
   * another socket may be quicker.
   */
  #onWaiting(): void {
    if (this.#isUp) return void (this.hasServer || this.#reconnect());
    this.#counterpart = 'server';
    this.#waits = true;
    clearTimeout(this.#welcomeTimer);
    this.#demandProof();
    this.#listener.onWaiting?.();
  }

  /** True while the server is to be kept hearing from us. */
  get #isUp(): boolean {
    return this.#open || this.#waits;
  }

  /**
   * On a plain relay, anybody who speaks before all others can welcome us. A server answers a ping; junk that merely
   * looks like a welcome does not, and is seen through. (Somebody who means harm can answer, too: PROTOCOL.md.)
   */
  #demandProof(): void {
    clearTimeout(this.#proofTimer);
    this.#write({ type: 'ping' });
    this.#proofTimer = setTimeout(() => this.#disbelieve('unknown'), TIMING.connect);
  }

  /** What a false server told is void: begins anew, under the own id. */
  #disbelieve(counterpart: Counterpart): void {
    this.#counterpart = counterpart;
    this.#peer = this.#options.peer;
    this.#resume = undefined;
    this.#reconnect();
  }

  #ready(welcome?: WelcomeMessage): void {
    clearTimeout(this.#welcomeTimer);
    this.#open = true;
    this.#listener.onOpen(welcome);
  }

  #onFrame(data: unknown): void {
    this.#heard = Date.now();
    const parsed = this.#codec.decode(data);
    if (parsed.ok) this.#onMessage(parsed.message);
    else this.#listener.onInvalid?.(parsed.reason, data);
  }

  #onMessage(message: PhoneLineMessage): void {
    if ('from' in message) {
      if (!this.#isForUs(message)) return;
      if (this.#counterpart === 'unknown') this.#counterpart = 'relay';
      if (!this.#open && this.#counterpart === 'relay') this.#ready();
      this.#listener.onMessage(message);
    } else if (this.#counterpart === 'relay') {
      this.#listener.onInvalid?.(`${message.type}: only a server may say this`);
    } else if (message.type === 'welcome') {
      // A server welcomes once a socket.
      if (this.hasServer && this.#open) this.#disbelieve('relay');
      else this.#onWelcome(message);
    } else if (message.type === 'waiting') {
      this.#onWaiting();
    } else if (message.type === 'error') {
      this.#onError(message);
    } else if (message.type === 'pong') {
      clearTimeout(this.#proofTimer);
    } else if (this.hasServer) {
      this.#listener.onMessage(message);
    }
  }

  #isForUs({ from, to, room }: RelayedMessage | RingMessage): boolean {
    const { endpoint, room: ours } = this.#options;
    const rightRoom = this.hasServer || !endpoint.roomInMessages ? room === undefined || room === ours : room === ours;
    return from !== this.#peer && (to === undefined || to === this.#peer) && rightRoom;
  }

  #onError(refusal: ErrorMessage): void {
    if (refusal.fatal) this.#refusal = refusal;
    else this.#listener.onInvalid?.(`refused: ${refusal.code}: ${refusal.message}`);
  }

  #onClose(code = 0): void {
    this.#clearTimers();
    this.#open = this.#waits = false;
    if (!isFinal(code)) return this.#listener.onDown();
    this.#end();
    this.#listener.onRefused(this.#refusal);
  }

  #reconnect(): void {
    if (!this.#life.signal.aborted) this.#socket.reconnect(CLOSE_LOST, 'lost');
  }

  /**
   * Browsers neither show nor send WebSocket pings, and after sleep a dead socket still says OPEN. So we speak
   * regularly and give up a socket from which nothing comes back.
   */
  #keepAlive(signal: AbortSignal): void {
    const heartbeat = setInterval(() => {
      if (!this.#isUp) return;
      if (this.hasServer) this.probe(TIMING.answer);
      // Alone on a plain relay silence is natural, so there it counts only once somebody has been heard.
      else if (this.#heard > this.#opened && Date.now() - this.#heard > TIMING.silence) this.#reconnect();
      else this.greet();
    }, TIMING.heartbeat);
    signal.addEventListener('abort', () => clearInterval(heartbeat));
    addEventListener('online', () => this.probe(), { signal });
  }

  #write(message: ServerBoundMessage): boolean {
    if (this.#socket.readyState !== WebSocket.OPEN) return false;
    const data = this.#codec.encode(message);
    return data !== undefined && this.#socket.send(data);
  }

  #clearTimers(): void {
    clearTimeout(this.#welcomeTimer);
    clearTimeout(this.#proofTimer);
  }

  #end(): void {
    this.#clearTimers();
    this.#life.abort();
    this.#open = false;
    this.#socket.close();
  }
}
