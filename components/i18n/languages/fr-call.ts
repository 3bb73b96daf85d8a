import { BASE } from './fr/base.js';
import { FAILURES } from './fr/failures.js';
import { LATE } from './fr/late.js';

export const TEXTS = { ...BASE, ...FAILURES, ...LATE };
