import { createPublicKey, type KeyObject } from 'node:crypto';
import { errors, jwtVerify, type JWTPayload } from 'jose';
import { BOUNDS } from '../protocol/index.js';
import { admits, calledName, readPhoneRights, type PhoneRights } from './phone-rights.js';
import { Refusal } from './refusal.js';

/** What a token grants besides entry. */
export interface Grant {
  /** The person's name, which nothing that the client says can change. */
  readonly name?: string;
  /** The person may admit, remove and mute others. */
  readonly isHost?: boolean;
  /** The person has to be let in by a host. */
  readonly mustWait?: boolean;
  /** Who the person is for whoever made the token: its `sub`. Told to nobody. */
  readonly subject?: string;
  /** What the person may do in a phone room; absent in other rooms. */
  readonly phone?: PhoneRights;
}

/** RFC 7518, 3.2: a key of the same size as the hash output or larger. */
const MIN_SECRET_BYTES = 32;
/** How far the clocks of issuer and server may differ, in seconds. */
const CLOCK_TOLERANCE_S = 5;
/** Which algorithms a public key serves. Named by the key, never by the token, so that `none` or a swapped one is refused. */
const ALGORITHMS: Partial<Record<string, string[]>> = { rsa: ['RS256'], ec: ['ES256'], ed25519: ['EdDSA', 'Ed25519'] };

/**
 * Who may enter: whoever brings a JSON Web Token (RFC 7519) that is signed with our key. Its claims: `exp` (required),
 * `room` (the room's name, a list of names, or `*` for any) and `name` (the person's name), `role` (`host`: may
 * moderate), `wait` (`true`: has to be let in by a host) and `sub` (who it is). Phone rooms take no notice of
 * `room`; there count `phone` (a name or a list: may be called under it) and `call` (a name, a list, or `*`: may call it).
 */
export class Access {
  readonly #key: KeyObject | Uint8Array;
  readonly #algorithms: string[];

  private constructor(key: KeyObject | Uint8Array, algorithms: string[]) {
    this.#key = key;
    this.#algorithms = algorithms;
  }

  /**
   * Tokens signed with HS256.
   *
   * @throws TypeError when the secret is shorter than 32 bytes
   */
  static fromSecret(secret: string): Access {
    const key = new TextEncoder().encode(secret);
    if (key.length < MIN_SECRET_BYTES) {
      throw new TypeError(`the secret has ${key.length} bytes; at least ${MIN_SECRET_BYTES} are needed`);
    }
    return new Access(key, ['HS256']);
  }

  /**
   * Tokens signed with RS256, ES256 or EdDSA, whichever the key is for.
   *
   * @param pem the public key; nothing secret
   * @throws TypeError when it is no such key
   */
  static fromPublicKey(pem: string): Access {
    let key: KeyObject;
    try {
      key = createPublicKey(pem);
    } catch (cause) {
      throw new TypeError('not a public key in PEM form', { cause });
    }
    const algorithms = ALGORITHMS[key.asymmetricKeyType ?? ''];
    const curve = key.asymmetricKeyDetails?.namedCurve;
    if (!algorithms || (curve !== undefined && curve !== 'prime256v1')) {
      throw new TypeError('not a key for RS256, ES256 or EdDSA');
    }
    return new Access(key, algorithms);
  }

  /**
   * Checks a token against the room it is shown for.
   *
   * @param isBack true for the very token of somebody who comes back to a call: it may have expired meanwhile
   * @throws Refusal `unauthorized`
   */
  async check(token: string | undefined, room: string, isBack = false): Promise<Grant> {
    if (!token) throw new Refusal('unauthorized', 'token: missing');
    const called = calledName(room);
    const claims = await this.#verify(token, called === undefined ? ['exp', 'room'] : ['exp'], isBack);
    const phone = called === undefined ? undefined : readPhoneRights(claims, called);
    const mayEnter = phone ? phone.mayCall || phone.mayBeCalled : admits(claims['room'], room);
    if (!mayEnter) throw new Refusal('unauthorized', 'token: not for this room');
    const name = readName(claims);
    return { ...(name !== undefined && { name }), ...(phone ? { phone } : readManners(claims)) };
  }

  async #verify(token: string, requiredClaims: string[], mayBeExpired: boolean): Promise<JWTPayload> {
    try {
      const options = { algorithms: this.#algorithms, requiredClaims, clockTolerance: CLOCK_TOLERANCE_S };
      return (await jwtVerify(token, this.#key, options)).payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) {
        // Said of what is signed and otherwise valid.
        if (mayBeExpired) return error.payload;
        throw new Refusal('unauthorized', 'token: expired');
      }
      if (error instanceof errors.JOSEError) throw new Refusal('unauthorized', 'token: not valid');
      throw error;
    }
  }
}

/** What the claims `role`, `wait` and `sub` tell of somebody in a call. */
function readManners({ role, wait, sub }: JWTPayload): Pick<Grant, 'isHost' | 'mustWait' | 'subject'> {
  const isHost = role === 'host';
  return {
    ...(isHost && { isHost }),
    ...(wait === true && !isHost && { mustWait: true }),
    ...(typeof sub === 'string' && sub !== '' && { subject: sub }),
  };
}

function readName(claims: JWTPayload): string | undefined {
  const name = claims['name'];
  if (name === undefined) return undefined;
  if (typeof name !== 'string' || name.length < 1 || name.length > BOUNDS.name || /\p{Surrogate}/u.test(name)) {
    throw new Refusal('unauthorized', `token: its name must be text of 1 to ${BOUNDS.name} characters`);
  }
  return name;
}
