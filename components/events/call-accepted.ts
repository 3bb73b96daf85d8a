import type { RingingCall } from '../call/ringing/ringing-call.js';

/** `call-accepted`: somebody answered; the two are connected in a moment. */
export class CallAcceptedEvent extends Event {
  /** The call that was answered. */
  readonly call: RingingCall;

  constructor(call: RingingCall) {
    super('call-accepted', { bubbles: true, composed: true });
    this.call = call;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-accepted': CallAcceptedEvent;
  }
}
