import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { SignalingServer, type SignalingServerOptions } from '../../signaling/server/signaling-server.js';
import { atEnd, type Ending } from './at-end.js';
import { Door } from './door.js';
import { PlainRelay } from './plain-relay.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGES = join(ROOT, 'test/flows/pages');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** What a page of the site is served with. */
export interface ServedPage {
  /** Further response headers, such as `Content-Security-Policy` or `Permissions-Policy`. */
  headers?: OutgoingHttpHeaders;
  /** The query of its address. */
  query?: Record<string, string>;
  /** The host by which it is asked for. `localhost` by default; `somebody.test` is no secure context. */
  host?: string;
}

/**
 * Somebody's web site that uses the published bundle, with our signaling server and a plain relay on the same port:
 *
 * - `/cdn/…`: what is in `dist/cdn`, as a CDN serves it, for pages of any origin
 * - `/<name>.js`: a bundle of `test/flows/pages/<name>.ts` or `.tsx`
 * - `/signal`: the real signaling server; `/side-door`: the same by another way; `/relay`: a plain relay
 */
export class Site {
  readonly #server: Server;
  readonly #pages = new Map<string, { html: string; headers: OutgoingHttpHeaders }>();
  readonly #requests: string[] = [];
  readonly signaling: SignalingServer;
  readonly relay = new PlainRelay();
  /** Before the signaling server and before the relay. The side door stays open. */
  readonly doors: { signal: Door; relay: Door };

  /** Call {@link startSite} instead. */
  constructor(options: SignalingServerOptions) {
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    });
    this.doors = { signal: new Door(this.#server, '/signal'), relay: new Door(this.#server, '/relay') };
    this.signaling = new SignalingServer(options);
    this.signaling.attach(this.#server, '/signal');
    this.signaling.attach(this.#server, '/side-door');
    this.relay.attach(this.#server, '/relay');
  }

  /** Starts to listen, on a free port of this machine alone. */
  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** `http://localhost:…`, where pages may use the camera. */
  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  /** The address of the signaling server, for pages elsewhere. */
  get signalUrl(): string {
    return `ws://localhost:${this.port}/signal`;
  }

  /** The address of a plain relay; another name is another room. */
  relayUrl(name: string): string {
    return `ws://localhost:${this.port}/relay/${encodeURIComponent(name)}`;
  }

  /** Paths that were asked for, in order. */
  get requests(): readonly string[] {
    return this.#requests;
  }

  /**
   * Puts a page on the site.
   * @param page the name of a file in `test/flows/pages`, or the whole source of a page, which begins with `<`
   * @returns its address, which is new each time
   */
  async page(page: string, { headers = {}, query = {}, host = 'localhost' }: ServedPage = {}): Promise<string> {
    const html = page.trimStart().startsWith('<') ? page : await readFile(join(PAGES, page), 'utf8');
    const path = `/page-${this.#pages.size + 1}`;
    this.#pages.set(path, { html, headers });
    const search = new URLSearchParams(query).toString();
    return `http://${host}:${this.port}${path}${search && `?${search}`}`;
  }

  /** Ends every connection and stops listening. */
  async stop(): Promise<void> {
    this.relay.stop();
    await this.signaling.stop();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    this.#requests.push(pathname);
    const page = this.#pages.get(pathname);
    if (page) {
      response.writeHead(200, { 'content-type': TYPES['.html'], ...page.headers }).end(page.html);
      return;
    }
    const content = await (pathname.startsWith('/cdn/') ? fileOfCdn(pathname) : bundleOf(pathname));
    if (content === undefined) {
      // Browsers ask for an icon unasked; the lack of one is no error of the page.
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    const type = TYPES[extname(pathname)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' }).end(content);
  }
}

/**
 * Starts a {@link Site}; it stops at the end of the test.
 * @param test the context of the test
 * @param options of the signaling server
 */
export async function startSite(test: Ending, options: SignalingServerOptions = {}): Promise<Site> {
  const site = new Site(options);
  await site.listen();
  atEnd(test, () => site.stop());
  return site;
}

async function fileOfCdn(pathname: string): Promise<Buffer | undefined> {
  const folder = join(ROOT, 'dist/cdn');
  const path = normalize(join(folder, decodeURIComponent(pathname.slice('/cdn/'.length))));
  return path.startsWith(folder + sep) && existsSync(path) ? readFile(path) : undefined;
}

/** A test page's own script, with everything that it imports but the call itself. */
async function bundleOf(pathname: string): Promise<string | undefined> {
  const name = /^\/([\w-]+)\.js$/.exec(pathname)?.[1];
  const entry = ['ts', 'tsx'].map((extension) => join(PAGES, `${name}.${extension}`)).find((path) => existsSync(path));
  if (!name || !entry) return undefined;
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    external: ['/cdn/*'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return outputFiles[0]?.text;
}
