import type { Participant } from '../call/participant.js';

/** `call-participant-joined`: somebody came, or was there already when this person joined. */
export class CallParticipantJoinedEvent extends Event {
  /** The newest snapshot. */
  readonly participant: Participant;

  constructor(participant: Participant) {
    super('call-participant-joined', { bubbles: true, composed: true });
    this.participant = participant;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-participant-joined': CallParticipantJoinedEvent;
  }
}
