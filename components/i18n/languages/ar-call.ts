import { BASE } from './ar/base.js';
import { FAILURES } from './ar/failures.js';
import { LATE } from './ar/late.js';

export const TEXTS = { ...BASE, ...FAILURES, ...LATE };
