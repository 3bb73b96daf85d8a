import { BASE } from './es/base.js';
import { FAILURES } from './es/failures.js';

export const TEXTS = { ...BASE, ...FAILURES };
