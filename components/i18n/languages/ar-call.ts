import { BASE } from './ar/base.js';
import { FAILURES } from './ar/failures.js';

export const TEXTS = { ...BASE, ...FAILURES };
