import { CHECK } from './fr/check.js';

export const TEXTS = { ...CHECK };
