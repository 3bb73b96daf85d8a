/** `call-media-change`: this person’s microphone or camera is otherwise than before. */
export class CallMediaChangeEvent extends Event {
  /** True while this person can be heard. */
  readonly audio: boolean;
  /** True while this person’s camera sends. */
  readonly video: boolean;

  constructor(audio: boolean, video: boolean) {
    super('call-media-change', { bubbles: true, composed: true });
    this.audio = audio;
    this.video = video;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-media-change': CallMediaChangeEvent;
  }
}
