import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Access } from './access.js';
import { DEFAULT_PORT } from './http-server.js';
import { parseIceServers } from './ice.js';
import { LIMIT_NAMES, LIMITS, type LimitName, type Limits } from './limits.js';
import { LOG_LEVELS, type LogLevel } from './log.js';
import type { SignalingServerOptions } from './signaling-server.js';
import { checkTurnUrls, Turn, TURN_TTL } from './turn.js';

/** What the command line asks for. */
export type Command = { readonly name: 'help' } | { readonly name: 'version' } | ServeCommand;

export interface ServeCommand {
  readonly name: 'serve';
  readonly port: number;
  readonly host?: string;
  /** Plain HTTP, HTTPS with a certificate of our own making, or with the given one. */
  readonly tls: 'off' | 'self-made' | { readonly cert: string; readonly key: string };
  readonly logLevel: LogLevel;
  readonly signaling: Omit<SignalingServerOptions, 'log'>;
}

/** A command line that can't be obeyed. The message names the flag, the value and what is allowed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

interface Flag {
  /** What stands for the value in the help; without it the flag is a switch. */
  readonly value?: string;
  readonly multiple?: boolean;
  readonly about: string;
}
type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
type Environment = Readonly<Record<string, string | undefined>>;

const SECRET_VARIABLE = 'CALL_ROOM_JWT_SECRET';
const TURN_SECRET_VARIABLE = 'CALL_ROOM_TURN_SECRET';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const FLAGS: Readonly<Record<string, Flag>> = {
  port: { value: 'number', about: `TCP port (default ${DEFAULT_PORT}; 0: any free one)` },
  host: { value: 'address', about: "address to listen on (default: all of this machine's)" },
  https: { about: 'HTTPS with a self-made certificate, for trying a call from a phone' },
  cert: { value: 'file', about: 'certificate for HTTPS, PEM; with --key' },
  key: { value: 'file', about: 'private key for HTTPS, PEM; with --cert' },
  origin: {
    value: 'origin',
    multiple: true,
    about: 'origin whose pages may connect, such as https://a.example; repeatable (default: any)',
  },
  'jwt-secret-file': {
    value: 'file',
    about: `secret of the access tokens (HS256), 32 bytes or more; or the variable ${SECRET_VARIABLE}`,
  },
  'jwt-public-key-file': { value: 'file', about: 'public key of the access tokens (RS256, ES256, EdDSA), PEM' },
  'ice-servers': { value: 'json', about: 'array of RTCIceServer that clients are told to use' },
  'turn-url': {
    value: 'url',
    multiple: true,
    about: 'TURN server of yours that clients get credentials for, such as turn:turn.example.com; repeatable; needs a secret',
  },
  'turn-secret-file': {
    value: 'file',
    about: `its first line is the secret that coturn has as static-auth-secret, 20 bytes or more; or the variable ${TURN_SECRET_VARIABLE}`,
  },
  'turn-secret': { value: 'secret', about: 'the same, for a machine on which nobody else can read command lines' },
  'turn-ttl': {
    value: 'seconds',
    about: `how long a TURN credential is good for; clients get fresh ones in time (default ${TURN_TTL.default})`,
  },
  'trust-proxy': { about: "take a client's address from the last entry of X-Forwarded-For" },
  'log-level': { value: 'level', about: `${LOG_LEVELS.join(', ')} (default info)` },
  ...Object.fromEntries(LIMIT_NAMES.map((name) => [kebab(name), limitFlag(name)])),
  help: { about: 'print this' },
  version: { about: 'print the version' },
};

function limitFlag(name: LimitName): Flag {
  const { about, default: fallback, unit } = LIMITS[name];
  return { value: 'number', about: `${about} (default ${fallback} ${unit})` };
}

/** What `--help` prints. */
export const HELP = `call-room serve [flags]

Starts the signaling server of call-room, with its demo, on one port.

${Object.entries(FLAGS)
  .map(([name, { value, about }]) => `  --${name}${value ? ` <${value}>` : ''}\n      ${about}`)
  .join('\n')}
`;

/**
 * Reads the command line.
 *
 * @param args what stands behind the program's name
 * @param env where `CALL_ROOM_JWT_SECRET` and `CALL_ROOM_TURN_SECRET` may stand
 * @throws UsageError
 */
export function parseCommand(args: readonly string[], env: Environment): Command {
  const { values, positionals } = read(args);
  if (values['help']) return { name: 'help' };
  if (values['version']) return { name: 'version' };
  if (positionals.length !== 1 || positionals[0] !== 'serve') {
    throw new UsageError(`"${positionals.join(' ')}" is no command; allowed is: call-room serve`);
  }
  const host = text(values, 'host');
  return {
    name: 'serve',
    port: text(values, 'port') === undefined ? DEFAULT_PORT : wholeNumber(values, 'port', 0, 65_535),
    ...(host !== undefined && { host }),
    tls: readTls(values),
    logLevel: readLogLevel(values),
    signaling: readSignaling(values, env),
  };
}

function read(args: readonly string[]): { values: Values; positionals: string[] } {
  const options = Object.fromEntries(
    Object.entries(FLAGS).map(([name, { value, multiple = false }]) => [
      name,
      { type: value ? ('string' as const) : ('boolean' as const), multiple },
    ]),
  );
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    const [sentence = ''] = (cause as Error).message.split('. ');
    const allowed = Object.keys(FLAGS).map((name) => `--${name}`);
    throw new UsageError(`${sentence}; allowed are ${allowed.join(', ')}`, { cause });
  }
}

function readSignaling(values: Values, env: Environment): ServeCommand['signaling'] {
  const access = readAccess(values, env);
  const origins = values['origin'] as string[] | undefined;
  const iceServers = text(values, 'ice-servers');
  const turn = readTurn(values, env);
  return {
    limits: readLimits(values),
    trustProxy: values['trust-proxy'] === true,
    ...(access && { access }),
    ...(origins && { origins: origins.map(checkOrigin) }),
    ...(iceServers !== undefined && { iceServers: blame('ice-servers', () => parseIceServers(iceServers)) }),
    ...(turn && { turn }),
  };
}

function readAccess(values: Values, env: Environment): Access | undefined {
  const secretFile = text(values, 'jwt-secret-file');
  const keyFile = text(values, 'jwt-public-key-file');
  const secret = env[SECRET_VARIABLE];
  if ([secretFile, keyFile, secret].filter((source) => source !== undefined).length > 1) {
    throw new UsageError(`only one of --jwt-secret-file, --jwt-public-key-file and ${SECRET_VARIABLE} is allowed`);
  }
  // The newline that editors and `echo` put at the end of a file is no part of the secret.
  if (secretFile) return blame('jwt-secret-file', () => Access.fromSecret(readFileSync(secretFile, 'utf8').trimEnd()));
  if (keyFile) return blame('jwt-public-key-file', () => Access.fromPublicKey(readFileSync(keyFile, 'utf8')));
  if (secret !== undefined) return blame(SECRET_VARIABLE, () => Access.fromSecret(secret));
  return undefined;
}

function readTurn(values: Values, env: Environment): Turn | undefined {
  const urls = values['turn-url'] as string[] | undefined;
  const secret = readTurnSecret(values, env);
  const hasTtl = text(values, 'turn-ttl') !== undefined;
  if (!urls) {
    if (!secret && !hasTtl) return undefined;
    throw new UsageError(`--turn-url is missing; ${secret ? nameOf(secret.source) : '--turn-ttl'} is of no use without it`);
  }
  if (!secret) throw new UsageError(`--turn-url needs --turn-secret-file, --turn-secret or ${TURN_SECRET_VARIABLE}`);
  const turn = {
    urls: blame('turn-url', () => checkTurnUrls(urls)),
    secret: secret.text,
    ...(hasTtl && { ttlSeconds: wholeNumber(values, 'turn-ttl', TURN_TTL.min, TURN_TTL.max) }),
  };
  return blame(secret.source, () => new Turn(turn));
}

function readTurnSecret(values: Values, env: Environment): { source: string; text: string } | undefined {
  const file = text(values, 'turn-secret-file');
  const sources = {
    // coturn may know several while one is being replaced: the newest stands in the first line.
    'turn-secret-file': file && blame('turn-secret-file', () => readFileSync(file, 'utf8').split('\n', 1)[0]?.trimEnd()),
    'turn-secret': text(values, 'turn-secret'),
    [TURN_SECRET_VARIABLE]: env[TURN_SECRET_VARIABLE],
  };
  const given = Object.entries(sources).flatMap(([source, secret]) => (secret === undefined ? [] : { source, text: secret }));
  if (given.length > 1) {
    throw new UsageError(`only one of --turn-secret-file, --turn-secret and ${TURN_SECRET_VARIABLE} is allowed`);
  }
  return given[0];
}

function readTls(values: Values): ServeCommand['tls'] {
  const cert = text(values, 'cert');
  const key = text(values, 'key');
  if (cert === undefined && key === undefined) return values['https'] ? 'self-made' : 'off';
  if (cert === undefined || key === undefined) throw new UsageError('--cert and --key are allowed only together');
  return { cert: blame('cert', () => readFileSync(cert, 'utf8')), key: blame('key', () => readFileSync(key, 'utf8')) };
}

function readLogLevel(values: Values): LogLevel {
  const given = text(values, 'log-level') ?? 'info';
  const level = LOG_LEVELS.find((known) => known === given);
  if (!level) throw new UsageError(`--log-level: "${given}" is not one of ${LOG_LEVELS.join(', ')}`);
  return level;
}

function readLimits(values: Values): Partial<Limits> {
  const given = LIMIT_NAMES.filter((name) => text(values, kebab(name)) !== undefined);
  const readLimit = (name: LimitName): number => wholeNumber(values, kebab(name), LIMITS[name].min, LIMITS[name].max);
  return Object.fromEntries(given.map((name) => [name, readLimit(name)]));
}

function checkOrigin(given: string): string {
  if (URL.canParse(given) && new URL(given).origin === given) return given;
  throw new UsageError(`--origin: "${given}" is not an origin such as https://a.example or http://localhost:3000`);
}

function wholeNumber(values: Values, flag: string, min: number, max: number): number {
  const given = text(values, flag) ?? '';
  const value = Number(given);
  if (/^\d+$/.test(given) && value >= min && value <= max) return value;
  throw new UsageError(`--${flag}: "${given}" is not a whole number from ${min} to ${max}`);
}

/** Makes an error of somebody who does not know the flag into one that names it. */
function blame<Value>(source: string, make: () => Value): Value {
  try {
    return make();
  } catch (cause) {
    throw new UsageError(`${nameOf(source)}: ${(cause as Error).message}`, { cause });
  }
}

/** How a person writes a flag or an environment variable. */
const nameOf = (source: string): string => `${source in FLAGS ? '--' : ''}${source}`;

function text(values: Values, flag: string): string | undefined {
  const value = values[flag];
  return typeof value === 'string' ? value : undefined;
}
