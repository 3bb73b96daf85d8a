import { RateLimit, type Rate } from './rate-limit.js';

/** What part of a minute's calls may be placed at once after a pause: 5 of 20. */
const BURST = 1 / 4;

interface Placer {
  readonly rate: RateLimit;
  lastMs: number;
}

/**
 * How often each address may call. It is remembered for a while after its last socket has gone: else whoever came back for
 * each call could ring for ever.
 */
export class RingLimit {
  readonly #rate: Rate;
  /** After such a pause all is as if there had been no call, in ms. */
  readonly #memoryMs: number;
  readonly #placers = new Map<string, Placer>();

  /** @param perMinute new calls that one address may place in a minute, for long */
  constructor(perMinute: number) {
    const burst = Math.ceil(perMinute * BURST);
    // Whoever calls too often hears so each time, and is not sent away.
    this.#rate = { perSecond: perMinute / 60, burst, patienceMs: Infinity };
    this.#memoryMs = (burst / perMinute) * 60_000;
  }

  /** How many addresses are remembered. */
  get size(): number {
    return this.#placers.size;
  }

  /** Counts a new call; false when it is one too many. `nowMs` must not run backwards. */
  take(address: string, nowMs: number): boolean {
    const placer = this.#placers.get(address) ?? this.#meet(address, nowMs);
    placer.lastMs = nowMs;
    return placer.rate.take(nowMs) === 'pass';
  }

  /** Forgets those who have paused for so long that nothing counts any more. */
  forget(nowMs: number): void {
    for (const [address, { lastMs }] of this.#placers) if (nowMs - lastMs >= this.#memoryMs) this.#placers.delete(address);
  }

  #meet(address: string, nowMs: number): Placer {
    const placer = { rate: new RateLimit(this.#rate, nowMs), lastMs: nowMs };
    this.#placers.set(address, placer);
    return placer;
  }
}
