import { IN_CALL } from './ja/in-call.js';

export const TEXTS = { ...IN_CALL };
