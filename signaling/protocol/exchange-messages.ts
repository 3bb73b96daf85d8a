import type { Receiver } from './parse.js';
import { receiverOf } from './parse.js';
import type { Check } from './shape.js';

/** Data of the page's own, for the pages of others. */
export interface DataMessage {
  type: 'data';
  /** Anything that JSON can hold. */
  data: unknown;
}

const anything: Check = () => true;

/** Whoever reads data of pages. */
export const DATA: Receiver<DataMessage> = /* @__PURE__ */ receiverOf<DataMessage>({ data: { 'data?': anything } });

/** Over the first data channel of a link: "I have the second one, too, and listen there". Answered in kind, once a link. */
export interface ExtrasMessage {
  type: 'extras';
}

/** Whoever waits for the second data channel. */
export const EXTRAS: Receiver<ExtrasMessage> = /* @__PURE__ */ receiverOf<ExtrasMessage>({ extras: {} });
