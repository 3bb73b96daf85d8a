import { CHAT } from './pt/chat.js';

export const TEXTS = CHAT;
