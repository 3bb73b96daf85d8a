import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { IceServerInit } from '../protocol/index.js';
import type { Access } from './access.js';
import { Addresses } from './addresses.js';
import { Connection, type Premises } from './connection.js';
import { IceSupply } from './ice-supply.js';
import { resolveLimits, type Limits } from './limits.js';
import { SILENT, type Log } from './log.js';
import { Metrics } from './metrics.js';
import { Rooms } from './rooms.js';
import type { Turn } from './turn.js';

export interface SignalingServerOptions {
  /** Limits that differ from the defaults; see `LIMITS`. */
  readonly limits?: Partial<Limits>;
  /** Who may enter. Default: everybody. */
  readonly access?: Access;
  /**
   * Origins whose pages may connect, such as `https://a.example`. A client that names no origin, as no browser does, is
   * refused too. Default: any origin.
   */
  readonly origins?: readonly string[];
  /** ICE servers told to everybody who enters; an empty list tells them to use none. Default: clients use their own. */
  readonly iceServers?: readonly IceServerInit[];
  /** Mints TURN credentials, for each member at joining and again before they expire. Default: there are none. */
  readonly turn?: Turn;
  /**
   * Takes a client's address from the last entry of `X-Forwarded-For`. Only behind a proxy that sets it; else anybody
   * chooses the address that limits count. Default: false.
   */
  readonly trustProxy?: boolean;
  /** Default: nothing is logged. */
  readonly log?: Log;
}

/** Where {@link SignalingServer.attach} listens. */
export const DEFAULT_PATH = '/signal';

/** How long a client may take to answer a close frame, in ms. */
const CLOSE_TIMEOUT_MS = 5000;
/** How long {@link SignalingServer.stop} waits for clients to go by themselves, in ms. */
const STOP_TIMEOUT_MS = 1000;
/** How often idle sockets, old credentials and forgotten calls are looked for, in ms; more often where their time is short. */
const SWEEP_MS = 5000;

/**
 * The reference signaling server: rooms over WebSockets on any Node HTTP server.
 *
 * @example
 * const signaling = new SignalingServer({ origins: ['https://a.example'] });
 * signaling.attach(httpServer);
 * // …
 * await signaling.stop();
 */
export class SignalingServer {
  /** What it has done so far. */
  readonly metrics: Metrics;
  readonly #rooms: Rooms;
  readonly #addresses: Addresses;
  readonly #premises: Premises;
  readonly #trustProxy: boolean;
  readonly #webSockets: WebSocketServer;
  readonly #connections = new Set<Connection>();
  readonly #sweeper: NodeJS.Timeout;
  readonly #detachers: (() => void)[] = [];
  #whenEmpty: (() => void) | undefined;
  #stopped: Promise<void> | undefined;

  /** @throws RangeError when a limit is out of its range, or there are more ICE servers than clients take */
  constructor(options: SignalingServerOptions = {}) {
    const { access, origins, turn, trustProxy = false, log = SILENT } = options;
    const limits = resolveLimits(options.limits);
    const ice = new IceSupply(options.iceServers, turn);
    this.#rooms = new Rooms(limits);
    this.#addresses = new Addresses(limits);
    this.metrics = new Metrics({
      sockets: () => this.#connections.size,
      rooms: () => this.#rooms.size,
      members: () => this.#rooms.members,
      waiting: () => this.#rooms.waiting,
    });
    this.#premises = {
      limits,
      rate: { perSecond: limits.messagesPerSecond, burst: limits.messageBurst, patienceMs: limits.floodTimeoutMs },
      rooms: this.#rooms,
      addresses: this.#addresses,
      metrics: this.metrics,
      log,
      ice,
      forget: (connection) => this.#forget(connection),
      ...(access && { access }),
      ...(origins && { origins: new Set(origins) }),
    };
    this.#trustProxy = trustProxy;
    const webSocketOptions = {
      noServer: true,
      clientTracking: false,
      // It would cost each socket more memory than all its messages are worth.
      perMessageDeflate: false,
      maxPayload: limits.maxFrameBytes,
      // Pings count against the message rate, so connections answer them.
      autoPong: false,
      closeTimeout: CLOSE_TIMEOUT_MS,
    };
    this.#webSockets = new WebSocketServer(webSocketOptions);
    const sweepMs = Math.min(SWEEP_MS, limits.idleTimeoutMs / 4, ice.graceMs / 2);
    this.#sweeper = setInterval(() => this.#sweep(), sweepMs).unref();
    if (!access) log.warn({}, 'access is off: whoever knows a room may enter it');
    if (turn && !access) log.warn({}, 'access is off: anybody gets a TURN credential, and may use your bandwidth');
    if (!origins) log.warn({}, 'pages of any origin may connect');
  }

  /** What there is at the moment. All are 0 once everybody has gone. */
  get size(): { sockets: number; rooms: number; members: number; addresses: number } {
    return {
      sockets: this.#connections.size,
      rooms: this.#rooms.size,
      members: this.#rooms.members,
      addresses: this.#addresses.size,
    };
  }

  /** True as soon as {@link stop} has been called. */
  get isStopping(): boolean {
    return this.#stopped !== undefined;
  }

  /** Takes over the WebSocket upgrades of one path; those of other paths are left to other listeners. */
  attach(server: HttpServer, path: string = DEFAULT_PATH): void {
    const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
      const [pathname, query = ''] = split(request.url ?? '');
      if (pathname === path) this.#upgrade(request, query, socket, head);
    };
    server.on('upgrade', onUpgrade);
    this.#detachers.push(() => server.off('upgrade', onUpgrade));
  }

  /**
   * Sends everybody away with close code 1012, so that they come back to whoever listens next, and waits for them up to
   * a second. Upgrades are meanwhile answered with 503. Again or later: the same promise.
   */
  stop(): Promise<void> {
    return (this.#stopped ??= this.#stop());
  }

  async #stop(): Promise<void> {
    clearInterval(this.#sweeper);
    const empty = new Promise<void>((resolve) => (this.#whenEmpty = resolve));
    for (const connection of this.#connections) connection.restart();
    if (this.#connections.size > 0) {
      const impatience = setTimeout(() => {
        for (const connection of this.#connections) connection.terminate();
      }, STOP_TIMEOUT_MS);
      await empty;
      clearTimeout(impatience);
    }
    for (const detach of this.#detachers) detach();
  }

  #upgrade(request: IncomingMessage, query: string, socket: Duplex, head: Buffer): void {
    const address = this.#addressOf(request);
    if (this.isStopping) return abort(socket, '503 Service Unavailable');
    if (this.#addresses.isSwamped(address)) return abort(socket, '429 Too Many Requests');
    const { origin } = request.headers;
    this.#webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      const isOneTooMany = this.#addresses.connect(address);
      this.#connections.add(new Connection(webSocket, socket, { query, origin, address, isOneTooMany }, this.#premises));
    });
  }

  #forget(connection: Connection): void {
    this.#connections.delete(connection);
    this.#addresses.disconnect(connection.address);
    if (this.#connections.size === 0) this.#whenEmpty?.();
  }

  #addressOf(request: IncomingMessage): string {
    const forwarded = this.#trustProxy ? request.headers['x-forwarded-for'] : undefined;
    // Node joins several such headers with commas; the last entry is the proxy's own.
    const last = forwarded?.toString().split(',').at(-1)?.trim();
    return last || (request.socket.remoteAddress ?? 'unknown');
  }

  #sweep(): void {
    const nowMs = performance.now();
    for (const connection of this.#connections) connection.sweep(nowMs);
    this.#rooms.sweep(nowMs);
  }
}

/** A request's target, split at the first `?`. `new URL` would throw at what strangers send. */
function split(target: string): [path: string, query?: string] {
  const mark = target.indexOf('?');
  return mark < 0 ? [target] : [target.slice(0, mark), target.slice(mark + 1)];
}

function abort(socket: Duplex, status: string): void {
  // The client may be gone already; there is nobody to tell.
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\nRetry-After: 1\r\n\r\n`);
}
