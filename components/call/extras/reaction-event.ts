import type { Reaction } from '../../../signaling/protocol/index.js';
import type { Participant } from '../participant.js';

/** `reaction`: somebody reacts, by one of a few signs; of oneself, too. */
export class ReactionEvent extends Event {
  readonly emoji: Reaction;
  /** Who reacts. */
  readonly participant: Participant;

  constructor(emoji: Reaction, participant: Participant) {
    super('reaction');
    this.emoji = emoji;
    this.participant = participant;
  }
}
