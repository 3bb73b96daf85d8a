import { CHAT } from './de/chat.js';

export const TEXTS = CHAT;
