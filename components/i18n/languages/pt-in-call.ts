import { IN_CALL } from './pt/in-call.js';

export const TEXTS = { ...IN_CALL };
