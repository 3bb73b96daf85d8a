import { Pace } from './pace.js';
import { patient, type Patience } from './patience.js';

/** All the files that go to one peer: they share the way, so they share a {@link Pace}, and send a piece each in turn. */
export class Lane {
  readonly pace = new Pace();
  /** What is told that it is its turn, by an event `turn`: whoever has waited longest comes first. */
  readonly #waiting: EventTarget[] = [];
  /** From the clock of the page to the one that all pages have, as the paces of others who send over the same link should look at the same time. */
  readonly #epoch = Date.now() - performance.now();

  /** In ms. Never goes back. */
  get now(): number {
    return this.#epoch + performance.now();
  }

  /**
   * Waits until one more piece may go.
   * @throws as {@link patient}
   */
  async turn(target: EventTarget, waiting: Patience): Promise<void> {
    if (this.#waiting.length === 0 && this.pace.hasRoom()) return;
    this.#waiting.push(target);
    try {
      await patient('turn', { ...waiting, target });
    } finally {
      this.#forget(target);
    }
  }

  /** Somebody has sent, or something has come: it may be the next one's turn. */
  proceed(): void {
    const [next] = this.#waiting;
    if (!next || !this.pace.hasRoom()) return;
    this.#forget(next);
    next.dispatchEvent(new Event('turn'));
  }

  #forget(target: EventTarget): void {
    const index = this.#waiting.indexOf(target);
    if (index >= 0) this.#waiting.splice(index, 1);
  }
}
