import { RINGING } from './he/ringing.js';

export const TEXTS = { ...RINGING };
