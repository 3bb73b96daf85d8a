import { CHAT } from './fr/chat.js';

export const TEXTS = CHAT;
