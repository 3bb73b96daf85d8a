import type { Participant } from '../call/participant.js';

/** `call-message`: somebody's page sent data of its own. */
export class CallMessageEvent extends Event {
  /** Whatever their page sent, by `send()`: a stranger's word. */
  readonly data: unknown;
  /** Who sent it. */
  readonly participant: Participant;

  constructor(data: unknown, participant: Participant) {
    super('call-message', { bubbles: true, composed: true });
    this.data = data;
    this.participant = participant;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-message': CallMessageEvent;
  }
}
