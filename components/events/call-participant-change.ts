import type { Participant } from '../call/participant.js';

/** `call-participant-change`: somebody is otherwise than before: muted, renamed, speaking, connected, … */
export class CallParticipantChangeEvent extends Event {
  /** The newest snapshot. */
  readonly participant: Participant;
  /** The snapshot before. */
  readonly previous: Participant | undefined;

  constructor(participant: Participant, previous: Participant | undefined) {
    super('call-participant-change', { bubbles: true, composed: true });
    this.participant = participant;
    this.previous = previous;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-participant-change': CallParticipantChangeEvent;
  }
}
