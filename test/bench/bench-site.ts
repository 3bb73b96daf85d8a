import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CDN = `${ROOT}dist/cdn/`;

/** The contenders' pages: files in `pages/`. */
export const PAGES = ['engine', 'element', 'hand-written', 'peerjs', 'tiles', 'ringing', 'ringing-later'] as const;
export type PageName = (typeof PAGES)[number];

/** False before `npm run build`. */
export const hasElement = (): boolean => existsSync(`${CDN}call-room.js`);

/** Serves the contenders' pages: `/<name>`. */
export class BenchSite {
  readonly #server: Server;

  /** Call {@link startBenchSite} instead. */
  constructor(scripts: ReadonlyMap<string, string>) {
    this.#server = createServer(({ url = '/' }, response) => {
      const script = scripts.get(url);
      if (script !== undefined) response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
      else if (scripts.has(`${url}.js`)) response.writeHead(200, { 'content-type': 'text/html' }).end(html(url));
      else response.writeHead(204).end();
    });
  }

  /** The address of a page. */
  page(name: PageName): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}/${name}`;
  }

  listen(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

/** Bundles the pages, minified as they would be published, and serves them. */
export async function startBenchSite(): Promise<BenchSite> {
  const scripts = new Map<string, string>();
  for (const name of PAGES) scripts.set(`/${name}.js`, await bundle(name));
  if (hasElement()) for (const name of readdirSync(CDN)) scripts.set(`/${name}`, readFileSync(CDN + name, 'utf8'));
  const site = new BenchSite(scripts);
  await site.listen();
  return site;
}

/** A script of `pages/`, ready for a browser. */
export async function bundle(name: PageName | 'trace'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${ROOT}test/bench/pages/${name}.ts`],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/** Pages that need the published bundle. */
const WITH_ELEMENT: ReadonlySet<string> = new Set(['/element', '/tiles']);

const html = (url: string): string => `<!doctype html>
<title>call-room bench</title>
<body>
${WITH_ELEMENT.has(url) ? '<script type="module" src="/call-room.js"></script>' : ''}
<script type="module" src="${url}.js"></script>
`;
