import { RINGING } from './zh-Hans/ringing.js';

export const TEXTS = { ...RINGING };
