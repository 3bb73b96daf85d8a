import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { TURN_ADDRESSES } from './network.js';
import type { Namespace } from './namespace.js';

/** A line of coturn's log after which it answers. */
const READY = /Total General servers/;
/** How long coturn may take to begin, in ms. */
const PATIENCE_MS = 20_000;
const [ADDRESS] = TURN_ADDRESSES;

/** A coturn that runs. */
export interface TurnServer {
  /** What it shares with the signaling server, which makes credentials from it. */
  readonly secret: string;
  /** For plain STUN. */
  readonly stunUrl: string;
  /** All ways to it: over UDP, over TCP, and over TLS on the port that firewalls leave open. */
  readonly urls: readonly string[];
  /** What it has said so far. */
  readonly log: readonly string[];
  /** Ends it without a goodbye. */
  stop(): Promise<void>;
}

/**
 * Starts coturn, as a site owner runs it: with short-lived credentials only (`use-auth-secret`).
 * @param folder for its files; has `cert.pem` and `key.pem`
 */
export async function startTurnServer(namespace: Namespace, folder: string): Promise<TurnServer> {
  const secret = randomBytes(16).toString('hex');
  const child = namespace.spawn('turnserver', options(secret, folder), ['ignore', 'pipe', 'ignore']);
  const log: string[] = [];
  const ready = new Promise<void>((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new Error(`coturn does not begin:\n${log.join('\n')}`)), PATIENCE_MS);
    child.once('exit', () => reject(new Error(`coturn ended:\n${log.join('\n')}`)));
    if (!child.stdout) throw new TypeError('its output is a pipe');
    createInterface(child.stdout).on('line', (line) => {
      log.push(line);
      if (!READY.test(line)) return;
      clearTimeout(giveUp);
      resolve();
    });
  });
  await ready;
  return {
    secret,
    stunUrl: `stun:${ADDRESS}:3478`,
    urls: [`turn:${ADDRESS}:3478?transport=udp`, `turn:${ADDRESS}:3478?transport=tcp`, `turns:${ADDRESS}:443?transport=tcp`],
    log,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}

const options = (secret: string, folder: string): string[] => [
  // No configuration file: everything stands here.
  '-n',
  ...TURN_ADDRESSES.map((address) => `--listening-ip=${address}`),
  `--relay-ip=${ADDRESS}`,
  ...['--listening-port=3478', '--tls-listening-port=443', '--no-dtls'],
  ...[`--cert=${join(folder, 'cert.pem')}`, `--pkey=${join(folder, 'key.pem')}`],
  ...['--use-auth-secret', `--static-auth-secret=${secret}`, '--realm=lab.test', '--fingerprint'],
  ...['--no-cli', '--no-multicast-peers', '--min-port=50000', '--max-port=50999'],
  ...[`--userdb=${join(folder, 'turn.db')}`, `--pidfile=${join(folder, 'turn.pid')}`],
  ...['--log-file=stdout', '--simple-log', '--verbose'],
  // By default it becomes a user of its own, who can't read our files.
  ...['--proc-user=root', '--proc-group=root'],
];
