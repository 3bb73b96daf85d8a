import type { Quality } from '../participant.js';
import { QUALITY_TIMING as TIMING } from './timing.js';

/** From worst to best; `unknown` stands outside. */
const ORDER: readonly Quality[] = ['lost', 'poor', 'good', 'excellent'];

/** The worse of two; what is known, where the other is not. */
export function worse(one: Quality, other: Quality): Quality {
  if (one === 'unknown') return other;
  return other === 'unknown' || ORDER.indexOf(one) < ORDER.indexOf(other) ? one : other;
}

/**
 * The one in the middle; `unknown` where nothing is known of any. Of two, the better: what one alone suffers from is its
 * own.
 */
export function middle(all: readonly Quality[]): Quality {
  const known = all.filter((one) => one !== 'unknown').sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  return known[Math.floor(known.length / 2)] ?? 'unknown';
}

/** Keeps a quality from flickering: it falls soon, rises late, and is lost and found at once. */
export class QualityHold {
  #current: Quality = 'unknown';
  /** Since when it has been worse, or better, without a break; and the worst of that time. */
  #other: { isWorse: boolean; since: number; worst: Quality } | undefined;

  get current(): Quality {
    return this.#current;
  }

  /**
   * Takes in what was found now.
   * @param at in ms, by a clock that never goes back
   * @returns what it counts as
   */
  take(found: Quality, at: number): Quality {
    // Where nothing can be told, what was known still stands.
    if (found === 'unknown') return this.#current;
    if (found === this.#current) this.#other = undefined;
    else if (found === 'lost' || this.#current === 'lost' || this.#current === 'unknown') this.#become(found);
    else this.#weigh(found, at);
    return this.#current;
  }

  #weigh(found: Quality, at: number): void {
    const isWorse = worse(found, this.#current) === found;
    const since = this.#other?.isWorse === isWorse ? this.#other.since : at;
    const worst = this.#other?.isWorse === isWorse ? worse(found, this.#other.worst) : found;
    this.#other = { isWorse, since, worst };
    if (at - since < (isWorse ? TIMING.fall : TIMING.rise)) return;
    // One bad moment more must not make a fall deeper than it is now.
    this.#become(isWorse ? found : worst);
  }

  #become(quality: Quality): void {
    this.#current = quality;
    this.#other = undefined;
  }
}
