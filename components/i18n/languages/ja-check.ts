import { CHECK } from './ja/check.js';

export const TEXTS = { ...CHECK };
