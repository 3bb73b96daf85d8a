import { BASE } from './he/base.js';
import { FAILURES } from './he/failures.js';
import { LATE } from './he/late.js';

export const TEXTS = { ...BASE, ...FAILURES, ...LATE };
