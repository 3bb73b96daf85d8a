import { BASE } from './fr/base.js';
import { FAILURES } from './fr/failures.js';

export const TEXTS = { ...BASE, ...FAILURES };
