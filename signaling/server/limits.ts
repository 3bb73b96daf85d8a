import { BOUNDS } from '../protocol/index.js';

/** One limit as it is documented, offered on the command line and checked. */
export interface LimitSpec {
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  /** What it bounds and what happens beyond it. */
  readonly about: string;
}

/** Every limit of the server. On the command line `maxRoomSize` is `--max-room-size`. */
export const LIMITS = {
  maxFrameBytes: {
    default: BOUNDS.frame,
    min: 1024,
    max: BOUNDS.frame,
    unit: 'bytes',
    about: 'largest frame a client may send; a larger one ends its socket with code 1009',
  },
  messagesPerSecond: {
    default: 50,
    min: 1,
    max: 100_000,
    unit: 'messages a second',
    about: 'what one client may send for long; what is beyond is dropped with error rate-limited',
  },
  messageBurst: {
    default: 250,
    min: 1,
    max: 1_000_000,
    unit: 'messages',
    about: 'what one client may send at once after a pause',
  },
  floodTimeoutMs: {
    default: 5000,
    min: 0,
    max: 600_000,
    unit: 'ms',
    about: 'how long a client may stay over its rate before rate-limited ends its socket',
  },
  maxRoomSize: {
    default: 12,
    min: 1,
    max: BOUNDS.peers,
    unit: 'people',
    about: 'people in one room; one more is refused with room-full',
  },
  maxWaiting: {
    default: 32,
    min: 1,
    max: BOUNDS.peers,
    unit: 'people',
    about: 'people who wait to be let into one room; one more is refused with room-full',
  },
  waitTimeoutMs: {
    default: 600_000,
    min: 100,
    max: 3_600_000,
    unit: 'ms',
    about: 'how long somebody may wait to be let in; then refused-entry ends the socket',
  },
  maxPhoneRoomSize: {
    default: 200,
    min: 2,
    max: 100_000,
    unit: 'sockets',
    about: 'phones of one name that can be called, and again as many callers; one more is refused with room-full',
  },
  ringsPerMinute: {
    default: 20,
    min: 1,
    max: 100_000,
    unit: 'calls a minute',
    about: 'new calls that one address may place, a quarter of them at once; beyond: refused with rate-limited',
  },
  maxRoomsPerAddress: {
    default: 20,
    min: 1,
    max: 1_000_000,
    unit: 'rooms',
    about: 'rooms that one address may be in at once; beyond: too-many-rooms',
  },
  maxConnectionsPerAddress: {
    default: 100,
    min: 1,
    max: 1_000_000,
    unit: 'sockets',
    about: 'sockets that one address may hold at once; beyond: too-many-connections',
  },
  idleTimeoutMs: {
    default: 60_000,
    min: 100,
    max: 3_600_000,
    unit: 'ms',
    about: 'silence after which a socket is ended with error idle; clients ping every 10 s',
  },
  maxBacklogBytes: {
    default: 1_048_576,
    min: 1024,
    max: 1_073_741_824,
    unit: 'bytes',
    about: 'what may wait to be sent on one socket; a client that reads too slowly gets too-slow',
  },
} as const satisfies Record<string, LimitSpec>;

export type LimitName = keyof typeof LIMITS;
export type Limits = Readonly<Record<LimitName, number>>;

/** The names of all limits, in the order of {@link LIMITS}. */
export const LIMIT_NAMES = Object.keys(LIMITS) as LimitName[];

/**
 * The given limits, with defaults for the rest.
 *
 * @throws RangeError that names the limit, the value and what is allowed
 */
export function resolveLimits(given: Partial<Limits> = {}): Limits {
  return Object.fromEntries(
    LIMIT_NAMES.map((name) => {
      const { default: fallback, min, max, unit } = LIMITS[name];
      const value = given[name] ?? fallback;
      if (!Number.isInteger(value) || value < min || value > max) {
        throw new RangeError(`${name}: ${value} is not a whole number of ${unit} from ${min} to ${max}`);
      }
      return [name, value];
    }),
  ) as Limits;
}
