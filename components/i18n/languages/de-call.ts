import { BASE } from './de/base.js';
import { FAILURES } from './de/failures.js';

export const TEXTS = { ...BASE, ...FAILURES };
