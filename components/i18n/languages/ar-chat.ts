import { CHAT } from './ar/chat.js';

export const TEXTS = CHAT;
