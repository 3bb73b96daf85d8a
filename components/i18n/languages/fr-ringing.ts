import { RINGING } from './fr/ringing.js';

export const TEXTS = { ...RINGING };
