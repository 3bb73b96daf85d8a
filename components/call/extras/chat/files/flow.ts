import { confirmedBy } from '../../../../../signaling/protocol/index.js';
import type { Lane } from './lane.js';
import type { Sent } from './pace.js';
import { patient, type Patience } from './patience.js';

/**
 * One file on its way to somebody who confirms what comes, over the channel itself. Whoever confirms what can't have come has the
 * channel closed; who confirms nothing gets no more; and for who does it too early it is sent as fast as the channel takes it, no faster.
 */
export class Flow extends EventTarget {
  readonly #lane: Lane;
  /** For what this tells. */
  readonly #waiting: Patience;
  readonly #life = new AbortController();
  /** What is on its way, oldest first, each with how much of the file has gone with it. */
  readonly #sent: { readonly sent: Sent; readonly end: number }[] = [];
  #gone = 0;
  #confirmed = 0;
  #isMisled = false;

  constructor(lane: Lane, waiting: Patience) {
    super();
    this.#lane = lane;
    this.#waiting = { ...waiting, target: this };
    waiting.channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => this.#onConfirmed(confirmedBy(data)), {
      signal: this.#life.signal,
    });
  }

  /** How many bytes have come. */
  get confirmed(): number {
    return this.#confirmed;
  }

  /** Whether what can't have come was confirmed. */
  get isMisled(): boolean {
    return this.#isMisled;
  }

  /**
   * Waits for one's turn. Resolves with how many bytes may go.
   * @throws as {@link patient}
   */
  async turn(): Promise<number> {
    await this.#lane.turn(this, this.#waiting);
    return this.#lane.pace.piece;
  }

  /** So many bytes have been sent. */
  sent(bytes: number): void {
    this.#gone += bytes;
    this.#sent.push({ sent: this.#lane.pace.send(bytes, this.#lane.now), end: this.#gone });
    this.#lane.proceed();
  }

  /**
   * Waits until all has come, and no longer for a piece of it than for the whole: what is still on its way then is one window.
   * @throws as {@link patient}
   */
  async arrival(): Promise<void> {
    if (this.#confirmed < this.#gone) await patient('arrived', this.#waiting);
  }

  /** Nothing is waited for any more. */
  end(): void {
    this.#life.abort();
    for (const { sent } of this.#sent.splice(0)) this.#lane.pace.drop(sent);
    this.#lane.proceed();
  }

  #onConfirmed(bytes: number | undefined): void {
    if (bytes === undefined || bytes <= this.#confirmed || bytes > this.#gone) {
      this.#isMisled = true;
      this.#waiting.channel.close();
      return;
    }
    this.#confirmed = bytes;
    const { now } = this.#lane;
    const first = this.#sent.findIndex(({ end }) => end > bytes);
    for (const { sent } of this.#sent.splice(0, first < 0 ? Infinity : first)) this.#lane.pace.confirm(sent, now);
    if (bytes === this.#gone) this.dispatchEvent(new Event('arrived'));
    this.#lane.proceed();
  }
}
