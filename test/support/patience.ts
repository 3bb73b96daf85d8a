import { waitUntil as waitUntilOf } from '@open-wc/testing';

/** How long a condition may take, in ms. Most take a few; a busy machine may need all. */
const PATIENCE_MS = 15_000;

/**
 * `waitUntil` with the patience that real calls on a busy machine need. A condition that throws is not met yet, as when it
 * looks into an element that is still to come; what it threw last is told if it is never met.
 */
export async function waitUntil(condition: () => unknown, message?: string, patienceMs: number = PATIENCE_MS): Promise<void> {
  let thrown: unknown;
  const isMet = async (): Promise<unknown> => {
    try {
      const met = await condition();
      thrown = undefined;
      return met;
    } catch (error) {
      thrown = error;
      return false;
    }
  };
  try {
    await waitUntilOf(isMet, message, { timeout: patienceMs });
  } catch (error) {
    if (thrown instanceof Error && error instanceof Error) error.message += ` (${thrown.message})`;
    throw error;
  }
}
