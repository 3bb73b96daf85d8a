import { BASE } from './zh-Hans/base.js';
import { FAILURES } from './zh-Hans/failures.js';
import { LATE } from './zh-Hans/late.js';

export const TEXTS = { ...BASE, ...FAILURES, ...LATE };
