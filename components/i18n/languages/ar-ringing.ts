import { RINGING } from './ar/ringing.js';

export const TEXTS = { ...RINGING };
