import type { ServerErrorCode } from '../protocol/index.js';

/** Why a client does not get what it wants. Both fields are told to the client, so they hold nothing internal. */
export class Refusal extends Error {
  readonly code: ServerErrorCode;

  /** @param message for developers, in English, up to `BOUNDS.text` characters */
  constructor(code: ServerErrorCode, message: string) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
  }
}
