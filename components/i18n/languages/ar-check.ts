import { CHECK } from './ar/check.js';

export const TEXTS = { ...CHECK };
