import type { Participant } from '../call/participant.js';

/** `call-mute-request`: a host asks this person to mute. `preventDefault()` keeps the microphone as it is. */
export class CallMuteRequestEvent extends Event {
  /** The host. */
  readonly participant: Participant;

  constructor(participant: Participant) {
    super('call-mute-request', { bubbles: true, composed: true, cancelable: true });
    this.participant = participant;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-mute-request': CallMuteRequestEvent;
  }
}
