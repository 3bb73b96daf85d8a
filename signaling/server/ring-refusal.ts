import type { RefusedReason } from '../protocol/index.js';

/** Why an invitation goes to nobody: told to the caller, whose socket stays. */
export class RingRefusal extends Error {
  readonly call: string;
  readonly reason: RefusedReason;

  constructor(call: string, reason: RefusedReason) {
    super(`an invitation is refused: ${reason}`);
    this.name = 'RingRefusal';
    this.call = call;
    this.reason = reason;
  }
}
