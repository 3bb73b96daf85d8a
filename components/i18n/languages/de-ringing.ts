import { RINGING } from './de/ringing.js';

export const TEXTS = { ...RINGING };
