import type { CallError, CallErrorCode } from '../call/errors.js';

/** `call-error`: something failed. The call goes on unless the state says otherwise. */
export class CallErrorEvent extends Event {
  readonly error: CallError;
  /** What failed; the remedy differs from code to code. */
  readonly code: CallErrorCode;
  /** True when the call goes on, or may succeed without anybody's doing. */
  readonly recoverable: boolean;
  /** The sentence for a person, in the language of the element. */
  readonly message: string;

  constructor(error: CallError, message: string) {
    super('call-error', { bubbles: true, composed: true });
    this.error = error;
    this.code = error.code;
    this.recoverable = error.recoverable;
    this.message = message;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-error': CallErrorEvent;
  }
}
