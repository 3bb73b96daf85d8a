import { CHECK } from './de/check.js';

export const TEXTS = { ...CHECK };
