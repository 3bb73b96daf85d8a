/** A token bucket: so much at once, and then so much a second. */
export class Budget {
  #burst: number;
  #perSecond: number;
  #left: number;
  #since = Date.now();

  constructor(burst: number, perSecond: number) {
    this.#burst = this.#left = burst;
    this.#perSecond = perSecond;
  }

  /** True when one more may be had now. */
  take(): boolean {
    const now = Date.now();
    this.#left = Math.min(this.#burst, this.#left + ((now - this.#since) / 1000) * this.#perSecond);
    this.#since = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
