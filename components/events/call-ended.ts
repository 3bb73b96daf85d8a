import type { EndReason } from '../call/ringing/ring-state.js';
import type { RingingCall } from '../call/ringing/ringing-call.js';

/** `call-ended`: a call, or the attempt to make one, is over; `reason` tells why. Fired once for each. */
export class CallEndedEvent extends Event {
  /** The call that is over. */
  readonly call: RingingCall;
  /** Why: `hung-up` after a talk, else what kept it from coming about. */
  readonly reason: EndReason;

  constructor(call: RingingCall, reason: EndReason) {
    super('call-ended', { bubbles: true, composed: true });
    this.call = call;
    this.reason = reason;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-ended': CallEndedEvent;
  }
}
