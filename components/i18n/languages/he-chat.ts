import { CHAT } from './he/chat.js';

export const TEXTS = CHAT;
