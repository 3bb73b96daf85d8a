import { IN_CALL } from './fr/in-call.js';

export const TEXTS = { ...IN_CALL };
