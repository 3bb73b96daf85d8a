import { waitUntil as waitUntilOf } from '@open-wc/testing';

/** How long a condition may take, in ms. Most take a few; a busy machine may need all. */
const PATIENCE_MS = 15_000;

/** `waitUntil` with the patience that real calls on a busy machine need. */
export const waitUntil = (condition: () => unknown, message?: string): Promise<void> =>
  waitUntilOf(condition, message, { timeout: PATIENCE_MS });
