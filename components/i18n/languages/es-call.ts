import { BASE } from './es/base.js';
import { FAILURES } from './es/failures.js';
import { LATE } from './es/late.js';

export const TEXTS = { ...BASE, ...FAILURES, ...LATE };
