import type { RingingCall } from '../call/ringing/ringing-call.js';

/** `call-ringing`: it rings at the other side; of an incoming call: here. */
export class CallRingingEvent extends Event {
  /** The call that rings. */
  readonly call: RingingCall;

  constructor(call: RingingCall) {
    super('call-ringing', { bubbles: true, composed: true });
    this.call = call;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-ringing': CallRingingEvent;
  }
}
