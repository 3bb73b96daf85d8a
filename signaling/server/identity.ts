import { createHash, randomBytes } from 'node:crypto';

/** Who a peer is: the id that everybody sees, and the key that only its owner and the server know. */
export interface Identity {
  readonly id: string;
  /** Whoever presents it again gets the same id. */
  readonly resume: string;
}

const KEY_BYTES = 24;
const KEY = /^[\w-]{32}$/;
/** 132 bits: nobody finds a second key for an id. */
const ID_LENGTH = 22;

/** A new peer's identity. */
export const newIdentity = (): Identity => certify(randomBytes(KEY_BYTES).toString('base64url'));

/**
 * The identity that a key proves, or `undefined` when this is no key. The id follows from the key alone, so the server
 * remembers nothing and a peer keeps its id when the server starts anew.
 */
export const identityOf = (resume: string): Identity | undefined => (KEY.test(resume) ? certify(resume) : undefined);

/** What tells a token from all others, and is not one. */
export const markOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

const certify = (resume: string): Identity => ({
  id: createHash('sha256').update(resume).digest('base64url').slice(0, ID_LENGTH),
  resume,
});
