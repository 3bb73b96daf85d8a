import { IN_CALL } from './ar/in-call.js';

export const TEXTS = { ...IN_CALL };
