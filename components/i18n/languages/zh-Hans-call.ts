import { BASE } from './zh-Hans/base.js';
import { FAILURES } from './zh-Hans/failures.js';

export const TEXTS = { ...BASE, ...FAILURES };
