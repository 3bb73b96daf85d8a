/**
 * How many links may be made at once, and then how many a second. A room of twelve that comes together at one instant
 * over a plain relay makes at most 22 in each browser; a stranger who forges offers should not make it open connections
 * without end.
 */
const BURST = 48;
const PER_SECOND = 2;

/** A token bucket for new links. */
export class LinkBudget {
  #left = BURST;
  #since = Date.now();

  /** True when one more link may be made now. */
  take(): boolean {
    const now = Date.now();
    this.#left = Math.min(BURST, this.#left + ((now - this.#since) / 1000) * PER_SECOND);
    this.#since = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
