import { IN_CALL } from './zh-Hans/in-call.js';

export const TEXTS = { ...IN_CALL };
