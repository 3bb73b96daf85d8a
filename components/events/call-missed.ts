import type { EndReason } from '../call/ringing/ring-state.js';
import type { RingingCall } from '../call/ringing/ringing-call.js';

/** `call-missed`: somebody called, and nobody answered here or at another device. Follows the `call-ended` of that call. */
export class CallMissedEvent extends Event {
  /** The call that was missed. */
  readonly call: RingingCall;
  /** Why it ended, e.g. `no-answer`, or `cancelled` by the caller. */
  readonly reason: EndReason;

  constructor(call: RingingCall, reason: EndReason) {
    super('call-missed', { bubbles: true, composed: true });
    this.call = call;
    this.reason = reason;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-missed': CallMissedEvent;
  }
}
