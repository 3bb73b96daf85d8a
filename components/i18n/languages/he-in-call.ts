import { IN_CALL } from './he/in-call.js';

export const TEXTS = { ...IN_CALL };
