/** `call-media-change`: this person’s microphone, camera or shared screen is otherwise than before. */
export class CallMediaChangeEvent extends Event {
  /** True while this person can be heard. */
  readonly audio: boolean;
  /** True while this person’s camera sends. */
  readonly video: boolean;
  /** True while this person shares a screen. */
  readonly screen: boolean;

  constructor(audio: boolean, video: boolean, screen: boolean) {
    super('call-media-change', { bubbles: true, composed: true });
    this.audio = audio;
    this.video = video;
    this.screen = screen;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-media-change': CallMediaChangeEvent;
  }
}
