import { existsSync } from 'node:fs';
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { DEFAULT_PATH, SignalingServer, type SignalingServerOptions } from './signaling-server.js';

export interface ServeOptions extends SignalingServerOptions {
  /** TCP port; 0 lets the system choose one. Default: 8080. */
  readonly port?: number;
  /** Address to listen on. Default: all of this machine's. */
  readonly host?: string;
  /** Certificate and private key, in PEM form. Default: plain HTTP. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /**
   * Folders served at `/`, the first that has the file wins; one that does not exist is left out. Default: the demo and
   * the bundle of this package, `dist/demo` and `dist/cdn`, which `npm run build` makes.
   */
  readonly folders?: readonly string[];
}

/** A server that listens. */
export interface Serving {
  /** `http://localhost:8080`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly signaling: SignalingServer;
  /** Stops gracefully: see {@link SignalingServer.stop}. */
  close(): Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export const DEFAULT_PORT = 8080;

/** Relative to this file as it is built: `dist/signaling/server/http-server.js`. */
const DEFAULT_FOLDERS = ['../../demo', '../../cdn'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  // A link to a call names its room.
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(self), microphone=(self), display-capture=(self)',
  'Content-Security-Policy': "base-uri 'none'; object-src 'none'; frame-ancestors 'self'",
};

/** A page elsewhere may load the bundle from here: a module script is always fetched with CORS. */
const FILE_HEADERS = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };

/**
 * Starts a signaling server of its own on one port: WebSockets at `/signal`, the demo at `/`, the bundle at
 * `/call-room.js`, `/healthz` and `/metrics`.
 *
 * @throws RangeError when a limit is out of its range; the error of `listen` (such as `EADDRINUSE`) when it can't listen
 */
export async function serve(options: ServeOptions = {}): Promise<Serving> {
  const { port = DEFAULT_PORT, host, tls, folders = DEFAULT_FOLDERS } = options;
  const signaling = new SignalingServer(options);
  const handler = handlerOf(signaling, folders.filter(existsSync));
  const server = tls ? createHttpsServer(tls, handler) : createHttpServer(handler);
  signaling.attach(server);
  server.on('upgrade', (request: IncomingMessage, socket) => {
    if (request.url?.split('?')[0] !== DEFAULT_PATH) socket.destroy();
  });
  try {
    await listen(server, port, host);
  } catch (error) {
    await signaling.stop();
    throw error;
  }
  const actualPort = (server.address() as AddressInfo).port;
  return {
    url: `${tls ? 'https' : 'http'}://localhost:${actualPort}`,
    port: actualPort,
    signaling,
    async close() {
      // The HTTP side goes last, so that a load balancer sees 503 at /healthz while sockets are sent away.
      await signaling.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function handlerOf(signaling: SignalingServer, folders: readonly string[]): RequestListener {
  const handlers: Handler[] = [own(signaling), ...folders.map(files)];
  return (request, response) => {
    setHeaders(response, HEADERS);
    if (request.method !== 'GET' && request.method !== 'HEAD') return reply(response.setHeader('Allow', 'GET, HEAD'), 405);
    const run = (index: number): void => {
      const handle = handlers[index];
      if (handle) handle(request, response, () => run(index + 1));
      else reply(response, 404);
    };
    run(0);
  };
}

/** What the server says of itself. */
function own(signaling: SignalingServer): Handler {
  return (request, response, next) => {
    switch (request.url?.split('?')[0]) {
      case '/healthz':
        response.setHeader('Cache-Control', 'no-store');
        return replyJson(response, signaling.isStopping ? 503 : 200, { status: signaling.isStopping ? 'stopping' : 'ok' });
      case '/metrics':
        return void signaling.metrics.text().then(
          (text) => response.setHeader('Content-Type', signaling.metrics.contentType).end(text),
          () => reply(response, 500),
        );
      case DEFAULT_PATH:
        return reply(response.setHeader('Upgrade', 'websocket'), 426);
      default:
        return next();
    }
  };
}

function files(folder: string): Handler {
  const serveFile = sirv(folder, { etag: true, setHeaders: (response) => setHeaders(response, FILE_HEADERS) });
  return (request, response, next) => {
    // sirv throws at a range that ends before it begins, and nothing here is large enough to need one.
    delete request.headers.range;
    // A file that a new build has removed must not take the process down.
    response.once('pipe', (file) => file.once('error', () => response.destroy()));
    serveFile(request, response, next);
  };
}

function setHeaders(response: ServerResponse, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

function reply(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}

function replyJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
