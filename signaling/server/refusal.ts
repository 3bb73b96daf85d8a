import type { ServerErrorCode } from '../protocol/index.js';

/** Why a client does not get what it wants. Code and message are told to the client, so they hold nothing internal. */
export class Refusal extends Error {
  readonly code: ServerErrorCode;
  /** True when it ends the socket. At the door every refusal does. */
  readonly isFatal: boolean;

  /** @param message for developers, in English, up to `BOUNDS.text` characters */
  constructor(code: ServerErrorCode, message: string, { isFatal = false } = {}) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.isFatal = isFatal;
  }
}
