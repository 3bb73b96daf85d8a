import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { generate } from 'selfsigned';
import type { IceServerInit } from '../../signaling/protocol/index.js';
import { atEnd, type Ending } from './at-end.js';

/** Why tests with a TURN server are skipped, for the `skip` option of node:test; false where coturn is installed. */
export const noTurnServer: string | false = spawnSync('turnserver', ['--version']).error ? 'no coturn was found' : false;

/** The configuration that site owners get. */
const CONFIGURATION = fileURLToPath(new URL('../../signaling/deploy/turnserver.conf', import.meta.url));
const HOST = '127.0.0.1';
/** A line of coturn's log after which it answers. */
const READY = /Total General servers/;
/** How long coturn may take to begin, in ms. */
const PATIENCE_MS = 20_000;
/** What opens the configuration as far as a test on one machine needs it. */
const LOOPBACK = ['--allow-loopback-peers', `--allowed-peer-ip=${HOST}`];

export interface TurnServerOptions {
  /** A configuration file that has a secret, in place of the one that site owners get. */
  configuration?: string;
  /** Further arguments of coturn; they win over the configuration. */
  args?: readonly string[];
  /** Whether it leads to other allocations on this machine, as a call between two people here needs. Default: true. */
  loopback?: boolean;
}

/** A real coturn on this machine alone, with the configuration that site owners get. */
export class TurnServer {
  /** What the signaling server has to know as well, unless the configuration has one. */
  readonly secret: string;
  readonly port: number;
  readonly tlsPort: number;
  /** Its log so far. */
  readonly log: string[] = [];
  readonly #child: ChildProcess;

  /** Call {@link startTurnServer} instead. */
  constructor(child: ChildProcess, secret: string, port: number, tlsPort: number) {
    this.#child = child;
    this.secret = secret;
    this.port = port;
    this.tlsPort = tlsPort;
    for (const output of [child.stdout, child.stderr]) {
      if (output) createInterface(output).on('line', (line) => this.log.push(line));
    }
  }

  /** Its ways in. */
  get urls(): { udp: string; tcp: string; tls: string } {
    return {
      udp: `turn:${HOST}:${this.port}?transport=udp`,
      tcp: `turn:${HOST}:${this.port}?transport=tcp`,
      tls: `turns:${HOST}:${this.tlsPort}?transport=tcp`,
    };
  }

  /**
   * Allocates with coturn's own client, and asks to be led to an address.
   *
   * @returns what the client says: of a refusal, or of success
   */
  async tryToReach(peer: string, { username = '', credential = '' }: IceServerInit): Promise<string> {
    const who = ['-u', username, '-w', credential];
    const client = spawn('turnutils_uclient', [...who, '-n', '1', '-m', '1', '-e', peer, '-p', String(this.port), HOST]);
    let said = '';
    for (const output of [client.stdout, client.stderr]) output.on('data', (data) => (said += String(data)));
    const impatience = setTimeout(() => client.kill('SIGKILL'), PATIENCE_MS);
    await once(client, 'close');
    clearTimeout(impatience);
    return said;
  }

  /** @throws {Error} with the log, when it ends or does not begin */
  async ready(): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!this.log.some((line) => READY.test(line))) {
      if (this.#hasEnded || Date.now() > deadline) throw new Error(`coturn does not begin:\n${this.log.join('\n')}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Idempotent. */
  async stop(): Promise<void> {
    if (this.#hasEnded) return;
    const exit = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exit;
  }

  get #hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }
}

/** Starts a {@link TurnServer}; it stops at the end of the test. */
export async function startTurnServer(
  test: Ending,
  { configuration, args = [], loopback = true }: TurnServerOptions = {},
): Promise<TurnServer> {
  const folder = await mkdtemp(join(tmpdir(), 'call-room-turn-'));
  atEnd(test, () => rm(folder, { recursive: true }));
  const certificate = await generate([{ name: 'commonName', value: 'localhost' }]);
  const [cert, pkey] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  await Promise.all([writeFile(cert, certificate.cert), writeFile(pkey, certificate.private)]);
  const secret = randomBytes(32).toString('hex');
  const [port, tlsPort] = [await freePort(), await freePort()];
  const child = spawn('turnserver', [
    ...(configuration ? ['-c', configuration] : ['-c', CONFIGURATION, `--static-auth-secret=${secret}`]),
    ...[`--listening-ip=${HOST}`, `--relay-ip=${HOST}`, `--listening-port=${port}`, `--tls-listening-port=${tlsPort}`],
    ...[`--cert=${cert}`, `--pkey=${pkey}`, `--userdb=${join(folder, 'db')}`, `--pidfile=${join(folder, 'pid')}`],
    ...(loopback ? LOOPBACK : []),
    ...args,
  ]);
  const server = new TurnServer(child, secret, port, tlsPort);
  atEnd(test, () => server.stop());
  await server.ready();
  return server;
}

/** A port that is free for UDP and TCP. coturn can't be told to choose one. */
async function freePort(): Promise<number> {
  const tcp = createServer();
  await promisify<number, string>(tcp.listen.bind(tcp))(0, HOST);
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket('udp4');
  try {
    await new Promise<void>((resolve, reject) => {
      udp.once('error', reject);
      udp.bind(port, HOST, resolve);
    });
    return port;
  } finally {
    udp.close();
    await promisify(tcp.close.bind(tcp))();
  }
}
