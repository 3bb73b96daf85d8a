import { createHmac, randomBytes } from 'node:crypto';
import { pino } from 'pino';

type Write = (fields: object, message: string) => void;

/**
 * Where the server tells what happens. `error`: a user lost something; `warn`: we recovered, or somebody should know;
 * `info`: one line per step of a life; `debug`: the rest. Addresses appear at `debug` alone; SDP, names, tokens and room
 * names never. A `pino` logger is one.
 */
export interface Log {
  readonly error: Write;
  readonly warn: Write;
  readonly info: Write;
  readonly debug: Write;
}

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** For a server inside another program that did not ask for a log. */
export const SILENT: Log = { error: ignore, warn: ignore, info: ignore, debug: ignore };
function ignore(): void {
  // Nobody listens.
}

/** A log on stderr: one line for a person where a person looks at it, else one line of JSON. */
export function createLog(level: LogLevel): Log {
  const forPerson = { write: (line: string) => process.stderr.write(humanLine(line)) };
  return pino({ level, base: null }, process.stderr.isTTY ? forPerson : pino.destination(2));
}

/** A line of JSON as `pino` writes it. */
interface Line {
  readonly time: number;
  readonly level: number;
  readonly msg: string;
  readonly [field: string]: unknown;
}

/** Turns a line of JSON into `12:00:00 WARN  access is off  port=8080`. */
export function humanLine(json: string): string {
  const { time, level, msg, ...fields } = JSON.parse(json) as Line;
  const clock = new Date(time).toTimeString().slice(0, 8);
  const label = (pino.levels.labels[level] ?? String(level)).toUpperCase().padEnd(5);
  const rest = Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);
  return `${clock} ${label} ${msg}${rest.map((pair) => `  ${pair.join('=')}`).join('')}\n`;
}

/**
 * Stands for a room in the log, so that lines about the same room can be told. Salted for each process: a room's name
 * is often short enough to be guessed from a plain hash.
 */
export const roomTag = (room: string): string => createHmac('sha256', SALT).update(room).digest('hex').slice(0, 8);
const SALT = randomBytes(16);
