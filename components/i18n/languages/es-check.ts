import { CHECK } from './es/check.js';

export const TEXTS = { ...CHECK };
