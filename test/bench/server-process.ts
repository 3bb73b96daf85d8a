import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Answer, Question, Usage } from './servers/child.js';

/** The servers that are compared: files in `servers/`. */
export type ServerName = 'call-room' | 'bare-relay' | 'peerjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Inside the project, so that packages are found from there. */
const OUT = `${ROOT}.cache/bench`;
/** How long a process may take for an answer, in ms. */
const PATIENCE_MS = 20_000;

/** A server in a process of its own, so that what it uses is its own. */
export class ServerProcess {
  readonly port: number;
  readonly #child: ChildProcess;

  /** Call {@link startServer} instead. */
  constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  /** @param collect whether garbage is collected first */
  async usage({ collect = false } = {}): Promise<Usage> {
    this.#child.send({ ask: 'measure', collect } satisfies Question);
    return (await answer(this.#child)) as Usage;
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exit = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exit;
  }
}

/** Starts a server as it would run in production: compiled, without any loader. */
export async function startServer(name: ServerName): Promise<ServerProcess> {
  const child = fork(await compiled(name), { execArgv: ['--expose-gc'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  try {
    const { port } = (await answer(child)) as { port: number };
    return new ServerProcess(child, port);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

async function answer(child: ChildProcess): Promise<Answer> {
  const [message] = (await once(child, 'message', { signal: AbortSignal.timeout(PATIENCE_MS) })) as [Answer];
  return message;
}

async function compiled(name: ServerName): Promise<string> {
  await mkdir(OUT, { recursive: true });
  const outfile = `${OUT}/${name}.mjs`;
  await build({
    entryPoints: [`${ROOT}test/bench/servers/${name}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    packages: 'external',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  return outfile;
}
