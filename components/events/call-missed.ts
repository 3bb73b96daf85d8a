import type { EndReason } from '../call/ringing/ring-state.js';
import type { RingingCall } from '../call/ringing/ringing-call.js';

/**
 * `call-missed`: somebody called in vain. It rang here and nobody answered, as far as this phone learned; or the one person
 * whose phone it is was busy (with `ring="all"`, somebody else may have answered that). Follows the `call-ended` of that call.
 */
export class CallMissedEvent extends Event {
  /** The call that was missed. */
  readonly call: RingingCall;
  /** Why it ended: `cancelled` by the caller, `no-answer`, `busy`, or `signaling-lost` and `unauthorized` if this phone was cut off. */
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
