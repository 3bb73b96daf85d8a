/**
 * What becomes of a message: `pass` it; `warn` and drop it (at most once a second); `drop` it silently;
 * or `cut` the sender off, who has been over the rate for too long.
 */
export type Verdict = 'pass' | 'warn' | 'drop' | 'cut';

export interface Rate {
  /** Messages a second that may come for ever. */
  readonly perSecond: number;
  /** Messages that may come at once after a pause. */
  readonly burst: number;
  /** How long the sender may stay over the rate, in ms. */
  readonly patienceMs: number;
}

const WARN_EVERY_MS = 1000;

/** A token bucket for one sender. It has no clock of its own: whoever asks says what time it is. */
export class RateLimit {
  readonly #rate: Rate;
  #tokens: number;
  #refilledAtMs: number;
  #overSinceMs: number | undefined;
  #warnedAtMs = -Infinity;

  constructor(rate: Rate, nowMs: number) {
    this.#rate = rate;
    this.#tokens = rate.burst;
    this.#refilledAtMs = nowMs;
  }

  /** Judges one message. `nowMs` must not run backwards. */
  take(nowMs: number): Verdict {
    this.#refill(nowMs);
    if (this.#tokens >= 1) {
      this.#tokens -= 1;
      return 'pass';
    }
    this.#overSinceMs ??= nowMs;
    if (nowMs - this.#overSinceMs >= this.#rate.patienceMs) return 'cut';
    if (nowMs - this.#warnedAtMs < WARN_EVERY_MS) return 'drop';
    this.#warnedAtMs = nowMs;
    return 'warn';
  }

  #refill(nowMs: number): void {
    const { perSecond, burst } = this.#rate;
    this.#tokens = Math.min(burst, this.#tokens + ((nowMs - this.#refilledAtMs) / 1000) * perSecond);
    this.#refilledAtMs = nowMs;
    // A flooder, too, gets a token now and then; only somebody who has paused gathers a second's worth of them.
    if (this.#tokens >= Math.min(burst, perSecond)) this.#overSinceMs = undefined;
  }
}
