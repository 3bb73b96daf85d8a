import { forgetOldest } from './forget-oldest.js';

/** How long somebody who was removed can't come back to the room, in ms. */
const LASTS_MS = 600_000;
/** More are forgotten, the oldest first. */
const MOST = 10_000;

/** Who was removed from which room: by peer id, and by whoever their access token says they are. */
export class Expulsions {
  readonly #until = new Map<string, number>();

  /** @param marks what tells somebody: ids, subjects of tokens */
  add(room: string, marks: readonly string[], nowMs: number): void {
    for (const mark of marks) {
      forgetOldest(this.#until, MOST - 1);
      this.#until.set(key(room, mark), nowMs + LASTS_MS);
    }
  }

  has(room: string, marks: readonly string[], nowMs: number): boolean {
    return marks.some((mark) => nowMs < (this.#until.get(key(room, mark)) ?? 0));
  }

  /** Forgets what counts no more. */
  forget(nowMs: number): void {
    for (const [mark, untilMs] of this.#until) if (nowMs >= untilMs) this.#until.delete(mark);
  }
}

const key = (room: string, mark: string): string => JSON.stringify([room, mark]);
