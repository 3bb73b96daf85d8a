import { BASE } from './pt/base.js';
import { FAILURES } from './pt/failures.js';
import { LATE } from './pt/late.js';

export const TEXTS = { ...BASE, ...FAILURES, ...LATE };
