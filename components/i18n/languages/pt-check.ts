import { CHECK } from './pt/check.js';

export const TEXTS = { ...CHECK };
