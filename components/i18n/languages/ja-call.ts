import { BASE } from './ja/base.js';
import { FAILURES } from './ja/failures.js';

export const TEXTS = { ...BASE, ...FAILURES };
