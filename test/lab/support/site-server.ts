import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SERVER_ADDRESS } from './network.js';
import type { Namespace } from './namespace.js';

const PROGRAM = fileURLToPath(new URL('site-process.ts', import.meta.url));
/** How long the server may take to begin, in ms: its TypeScript is compiled first. */
const PATIENCE_MS = 30_000;

/** The real signaling server, with the bundle and a page, in the public namespace. */
export interface SiteServer {
  /** `https://…` */
  readonly origin: string;
  /** Ends it without a goodbye. */
  stop(): Promise<void>;
}

/**
 * @param folder has `cert.pem`, `key.pem` and what is served, in `site`
 * @param options flags of `call-room serve`, and what it finds in its environment
 */
export async function startSiteServer(
  namespace: Namespace,
  folder: string,
  port: number,
  { flags, env }: { flags: readonly string[]; env: Readonly<Record<string, string>> },
): Promise<SiteServer> {
  const all = ['--port', String(port), '--log-level', 'error', ...flags];
  const program = ['--import', 'tsx', PROGRAM, folder, ...all];
  const child = namespace.spawn(process.execPath, program, ['ignore', 'inherit', 'inherit', 'ipc'], env);
  const exited = once(child, 'exit');
  const ended = exited.then(() => Promise.reject(new Error('the server ended before it listened')));
  await Promise.race([once(child, 'message', { signal: AbortSignal.timeout(PATIENCE_MS) }), ended]);
  // From now on it may end.
  ended.catch(() => undefined);
  return {
    origin: `https://${SERVER_ADDRESS}${port === 443 ? '' : `:${port}`}`,
    async stop() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
