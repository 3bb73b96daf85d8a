import { CHAT } from './es/chat.js';

export const TEXTS = CHAT;
