import type { Receiver } from './parse.js';
import { receiverOf } from './parse.js';
import { boolean, integer, oneOf } from './shape.js';

/** What people may say without a word. A fixed set, so that nobody can show anything else over somebody's picture. */
export const REACTIONS = ['👍', '👏', '❤️', '😂', '😮', '😢', '🎉', '🙏'] as const;

/** One of the {@link REACTIONS}. */
export type Reaction = (typeof REACTIONS)[number];

/** "My hand is up", or not any more. */
export interface HandMessage {
  type: 'hand';
  raised: boolean;
  /** For how long, in ms up to a day: the clocks of two people may differ. */
  ago: number;
}

/** Shown for a few seconds. */
export interface ReactionMessage {
  type: 'reaction';
  emoji: Reaction;
}

const DAY = 86_400_000;

/** Whoever shows hands. */
export const HANDS: Receiver<HandMessage> = /* @__PURE__ */ receiverOf<HandMessage>({
  hand: { raised: boolean, ago: integer(0, DAY) },
});

/** Whoever shows reactions. */
export const REACTIONS_SHOWN: Receiver<ReactionMessage> = /* @__PURE__ */ receiverOf<ReactionMessage>({
  reaction: { emoji: oneOf(REACTIONS) },
});
