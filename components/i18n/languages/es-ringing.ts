import { RINGING } from './es/ringing.js';

export const TEXTS = { ...RINGING };
