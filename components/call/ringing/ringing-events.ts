import type { EndReason, RingState } from './ring-state.js';
import type { IncomingCall } from './incoming-call.js';
import type { RingingCall } from './ringing-call.js';
import type { CallErrorEvent } from '../call-events.js';

/** `statechange` of a call, and `callchange` of a phone: the call moved to another state. */
export class RingStateEvent extends Event {
  readonly call: RingingCall;
  readonly state: RingState;
  readonly previous: RingState;
  /** Why it ended, when the new state is `ended`. */
  readonly reason: EndReason | undefined;
  constructor(type: 'statechange' | 'callchange', call: RingingCall, previous: RingState) {
    super(type);
    this.call = call;
    this.state = call.state;
    this.previous = previous;
    this.reason = call.reason;
  }
}

/** `incoming`: somebody calls. `preventDefault()` says that the site shows it itself; it rings on. */
export class IncomingEvent extends Event {
  readonly call: IncomingCall;
  constructor(call: IncomingCall) {
    super('incoming', { cancelable: true });
    this.call = call;
  }
}

/** The events of a call that rings. */
export interface RingingCallEvents {
  statechange: RingStateEvent;
  error: CallErrorEvent;
}

/** The events of a phone. */
export interface PhoneEvents {
  /** The phone can be reached, or can't any more. */
  statechange: Event;
  incoming: IncomingEvent;
  callchange: RingStateEvent;
  error: CallErrorEvent;
}
