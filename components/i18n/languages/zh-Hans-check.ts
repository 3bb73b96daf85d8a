import { CHECK } from './zh-Hans/check.js';

export const TEXTS = { ...CHECK };
