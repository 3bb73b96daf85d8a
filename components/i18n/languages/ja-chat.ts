import { CHAT } from './ja/chat.js';

export const TEXTS = CHAT;
