import { BASE } from './he/base.js';
import { FAILURES } from './he/failures.js';

export const TEXTS = { ...BASE, ...FAILURES };
