import { RINGING } from './pt/ringing.js';

export const TEXTS = { ...RINGING };
