import { IN_CALL } from './es/in-call.js';

export const TEXTS = { ...IN_CALL };
