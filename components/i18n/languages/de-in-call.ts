import { IN_CALL } from './de/in-call.js';

export const TEXTS = { ...IN_CALL };
