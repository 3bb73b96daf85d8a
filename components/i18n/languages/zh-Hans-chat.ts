import { CHAT } from './zh-Hans/chat.js';

export const TEXTS = CHAT;
