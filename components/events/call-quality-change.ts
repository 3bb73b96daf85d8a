import type { Participant, Quality } from '../call/participant.js';

/**
 * `call-quality-change`: somebody can be seen and heard better or worse than before; for oneself, how well the others see
 * and hear.
 */
export class CallQualityChangeEvent extends Event {
  /** The newest snapshot of the person; `participant.local` tells whether it is oneself. */
  readonly participant: Participant;
  readonly quality: Quality;
  readonly previous: Quality;

  constructor(participant: Participant, previous: Quality) {
    super('call-quality-change', { bubbles: true, composed: true });
    this.participant = participant;
    this.quality = participant.quality;
    this.previous = previous;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-quality-change': CallQualityChangeEvent;
  }
}
