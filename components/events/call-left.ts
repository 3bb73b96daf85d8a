import type { LeaveReason } from '../call/call-state.js';

/** `call-left`: the call, or the attempt to join it, ended; `reason` tells why. */
export class CallLeftEvent extends Event {
  /** Why it ended; `left` when this person wanted it. */
  readonly reason: LeaveReason;

  constructor(reason: LeaveReason) {
    super('call-left', { bubbles: true, composed: true });
    this.reason = reason;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-left': CallLeftEvent;
  }
}
