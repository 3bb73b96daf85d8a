import { BASE } from './ja/base.js';
import { FAILURES } from './ja/failures.js';
import { LATE } from './ja/late.js';

export const TEXTS = { ...BASE, ...FAILURES, ...LATE };
