import { CHECK } from './he/check.js';

export const TEXTS = { ...CHECK };
