import type { Reaction } from '../../signaling/protocol/index.js';
import type { Participant } from '../call/participant.js';

/** `call-reaction`: somebody reacts, by one of a few signs; of oneself, too. */
export class CallReactionEvent extends Event {
  /** One of the signs that there are. */
  readonly emoji: Reaction;
  /** Who reacts. */
  readonly participant: Participant;

  constructor(emoji: Reaction, participant: Participant) {
    super('call-reaction', { bubbles: true, composed: true });
    this.emoji = emoji;
    this.participant = participant;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-reaction': CallReactionEvent;
  }
}
