import { BASE } from './de/base.js';
import { FAILURES } from './de/failures.js';
import { LATE } from './de/late.js';

export const TEXTS = { ...BASE, ...FAILURES, ...LATE };
