import type { Participant } from '../call/participant.js';

/** `call-participant-left`: somebody went. */
export class CallParticipantLeftEvent extends Event {
  /** The last snapshot. */
  readonly participant: Participant;

  constructor(participant: Participant) {
    super('call-participant-left', { bubbles: true, composed: true });
    this.participant = participant;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-participant-left': CallParticipantLeftEvent;
  }
}
