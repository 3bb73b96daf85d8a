import type { CallState } from '../call/call-state.js';

/** `call-state-change`: the call moved to another state. */
export class CallStateChangeEvent extends Event {
  /** Where the call stands now. */
  readonly state: CallState;
  /** Where it stood before. */
  readonly previous: CallState;

  constructor(state: CallState, previous: CallState) {
    super('call-state-change', { bubbles: true, composed: true });
    this.state = state;
    this.previous = previous;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-state-change': CallStateChangeEvent;
  }
}
