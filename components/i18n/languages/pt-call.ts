import { BASE } from './pt/base.js';
import { FAILURES } from './pt/failures.js';

export const TEXTS = { ...BASE, ...FAILURES };
