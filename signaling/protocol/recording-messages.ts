import type { Receiver } from './parse.js';
import { receiverOf } from './parse.js';
import { boolean } from './shape.js';

/** "I record this call", or not any more. What a page does that says nothing, nobody can know. */
export interface RecordingMessage {
  type: 'recording';
  on: boolean;
}

/** Whoever shows who records. */
export const RECORDINGS: Receiver<RecordingMessage> = /* @__PURE__ */ receiverOf<RecordingMessage>({
  recording: { on: boolean },
});
