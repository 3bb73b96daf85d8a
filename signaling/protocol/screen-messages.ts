import { BOUNDS } from './messages.js';
import type { Receiver } from './parse.js';
import { receiverOf } from './parse.js';
import { nullable, text } from './shape.js';

/** A shared screen, over the second data channel: said once its media sections are negotiated, and when it ends. */
export interface ScreenMessage {
  type: 'screen';
  /** The media section (`mid`, RFC 8843) that brings its picture; `null`: nothing is shared any more. */
  video: string | null;
  /** The one that brings its sound; `null` where it has none. */
  audio: string | null;
}

const mid = nullable(text(BOUNDS.id, 1));

/** Whoever shows shared screens. */
export const SCREEN: Receiver<ScreenMessage> = /* @__PURE__ */ receiverOf<ScreenMessage>({ screen: { video: mid, audio: mid } });
