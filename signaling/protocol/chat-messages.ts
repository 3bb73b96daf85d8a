import { BOUNDS } from './messages.js';
import type { Receiver } from './parse.js';
import { receiverOf } from './parse.js';
import { boolean, id, integer, text } from './shape.js';

/** The most that one message of a chat holds, in UTF-16 code units. */
export const MOST_CHAT_TEXT = 4000;

/** Somebody writes. */
export interface ChatTextMessage {
  type: 'chat';
  /** Unique among those of its author. */
  id: string;
  text: string;
  /** To the receiver alone: never to be told to others. */
  private: boolean;
}

/** "What was written so far?" */
export interface ChatAskMessage {
  type: 'chat-ask';
}

/** Something that was written before, in the words of somebody who was there. */
export interface ChatPastMessage {
  type: 'chat-past';
  id: string;
  /** The peer id of the author at that time. */
  author: string;
  name: string;
  text: string;
  /** How long ago, in ms up to a week: the clocks of two people may differ. */
  ago: number;
}

/** "That was all." */
export interface ChatPastEndMessage {
  type: 'chat-past-end';
}

/** What newcomers are told. */
export type ChatHistoryMessage = ChatAskMessage | ChatPastMessage | ChatPastEndMessage;

/** A week, in ms. */
export const MOST_CHAT_AGE = 604_800_000;

/** Whoever takes part in a chat. */
export const CHAT_TEXT: Receiver<ChatTextMessage> = /* @__PURE__ */ receiverOf<ChatTextMessage>({
  chat: { id, text: text(MOST_CHAT_TEXT, 1), private: boolean },
});

/** Whoever tells newcomers what was written, or is told. */
export const CHAT_HISTORY: Receiver<ChatHistoryMessage> = /* @__PURE__ */ receiverOf<ChatHistoryMessage>({
  'chat-ask': {},
  'chat-past': { id, author: id, name: text(BOUNDS.name), text: text(MOST_CHAT_TEXT, 1), ago: integer(0, MOST_CHAT_AGE) },
  'chat-past-end': {},
});
