import type { Receiver } from './parse.js';
import { receiverOf } from './parse.js';
import { boolean, integer, text, type Check } from './shape.js';

/** The most that one caption holds, in UTF-16 code units: some seconds of fast speech. */
export const MOST_CAPTION = 500;

/** "I would like to read what you say", or not any more. Whoever is asked by nobody turns no speech into text. */
export interface CaptionWishMessage {
  type: 'caption-wish';
  on: boolean;
}

/** What somebody is saying. Only to whoever would like to read it. */
export interface CaptionMessage {
  type: 'caption';
  /** The number of the sentence, counted by its speaker: what comes under the same number replaces what came before. */
  id: number;
  text: string;
  /** The language that is spoken (BCP 47). */
  lang: string;
  /** True once the sentence will not change any more. */
  final: boolean;
}

/** A tag as BCP 47 forms it; whether there is such a language, nobody here knows. */
const language: Check = (value) =>
  typeof value === 'string' && value.length <= 35 && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(value);

/** Whoever may be asked for captions. */
export const CAPTION_WISHES: Receiver<CaptionWishMessage> = /* @__PURE__ */ receiverOf<CaptionWishMessage>({
  'caption-wish': { on: boolean },
});

/** Whoever shows captions. */
export const CAPTIONS: Receiver<CaptionMessage> = /* @__PURE__ */ receiverOf<CaptionMessage>({
  caption: { id: integer(0, 2 ** 31), text: text(MOST_CAPTION, 1), lang: language, final: boolean },
});
