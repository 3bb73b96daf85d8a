import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { BOUNDS, type IceServerInit } from '../protocol/index.js';

/** A TURN server of yours, and what it shares with this server. */
export interface TurnOptions {
  /** Its `turn:` and `turns:` URLs (RFC 7065), one for each way in; or those of several servers with the same secret. */
  readonly urls: readonly string[];
  /** The secret that coturn knows as `static-auth-secret`: 20 bytes or more. */
  readonly secret: string;
  /** How long a credential opens the server, in seconds: see {@link TURN_TTL}. */
  readonly ttlSeconds?: number;
}

/**
 * How long a TURN credential is good for, in seconds. It opens the server for new allocations; one that is open goes on.
 * Whoever steals a credential has it for that long, and the two servers' clocks may differ by much less than that: so an
 * hour, where draft-uberti-behave-turn-rest-00 proposes a day to those who hand it out only once. Less than 10 s would
 * expire on a slow network while ICE still gathers.
 */
export const TURN_TTL = { default: 3600, min: 10, max: 86_400 } as const;

/** RFC 2104, 3: a key shorter than the hash's output makes it weaker. Every visitor gets something to try guesses on. */
const MIN_SECRET_BYTES = 20;
/** RFC 7065, 3.1, in small letters. The host is a name (letters, digits, hyphens), IPv4, or IPv6 in brackets. */
const TURN_URL = /^turns?:(?:[\w.-]+|\[[\da-fA-F:.]+\])(?::(?<port>\d+))?(?:\?transport=(?<transport>udp|tcp))?$/;
const MAX_PORT = 65_535;

/**
 * Mints credentials for a TURN server that shares a secret with us: draft-uberti-behave-turn-rest-00, which coturn calls
 * `use-auth-secret`. Nobody has to tell the TURN server of them.
 */
export class Turn {
  readonly urls: readonly string[];
  /** How long a credential is good for. */
  readonly ttlSeconds: number;
  /** In a form that no log, no JSON and no inspection shows. */
  readonly #key: KeyObject;

  /**
   * @throws TypeError when the secret or a URL is not as it must be; the secret itself is not in the message
   * @throws RangeError when `ttlSeconds` is out of its range
   */
  constructor({ urls, secret, ttlSeconds = TURN_TTL.default }: TurnOptions) {
    const key = Buffer.from(secret);
    if (key.length < MIN_SECRET_BYTES) {
      throw new TypeError(`the secret has ${key.length} bytes; at least ${MIN_SECRET_BYTES} are needed`);
    }
    if (!Number.isInteger(ttlSeconds) || ttlSeconds < TURN_TTL.min || ttlSeconds > TURN_TTL.max) {
      throw new RangeError(`ttlSeconds: ${ttlSeconds} is not a whole number from ${TURN_TTL.min} to ${TURN_TTL.max}`);
    }
    this.urls = checkTurnUrls(urls);
    this.ttlSeconds = ttlSeconds;
    this.#key = createSecretKey(key);
  }

  /**
   * A credential that is good from now on.
   *
   * @param user whose it is; coturn counts its `user-quota` by it. It crosses the network in clear text, so it must say
   *   nothing about a person, and it must have no `:`
   */
  credentialFor(user: string, nowMs: number = Date.now()): IceServerInit {
    const username = `${Math.floor(nowMs / 1000) + this.ttlSeconds}:${user}`;
    return {
      urls: [...this.urls],
      username,
      credential: createHmac('sha1', this.#key).update(username).digest('base64'),
    };
  }
}

/**
 * The same URLs, when browsers can use each of them.
 *
 * @throws TypeError that names the one that is wrong, and why
 */
export function checkTurnUrls(urls: readonly string[]): readonly string[] {
  if (urls.length === 0 || urls.length > BOUNDS.iceServers) throw new TypeError(`not 1 to ${BOUNDS.iceServers} URLs`);
  for (const url of urls) {
    const why = whyNoTurnUrl(url);
    if (why) throw new TypeError(`${JSON.stringify(url)} ${why}`);
  }
  return [...urls];
}

function whyNoTurnUrl(url: string): string | undefined {
  const { port = '1', transport } = TURN_URL.exec(url)?.groups ?? { port: '0' };
  if (url.length > BOUNDS.text || Number(port) < 1 || Number(port) > MAX_PORT) {
    return 'is not a TURN URL such as turn:turn.example.com or turns:turn.example.com:443?transport=tcp';
  }
  // TURN over DTLS (RFC 7350): browsers take such a URL, and then do nothing with it.
  return url.startsWith('turns:') && transport === 'udp' ? 'is of no use: browsers speak turns: over TCP alone' : undefined;
}
