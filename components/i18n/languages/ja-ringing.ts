import { RINGING } from './ja/ringing.js';

export const TEXTS = { ...RINGING };
