import type { Caption } from '../../../call/extras/captions.js';

/** How many lines there are at once. */
const MOST = 3;
/** How long a line stays after its last change, in ms: an unfinished sentence may be thought over. */
const LIFE = { final: 8000, open: 15_000 } as const;
/** Of that, how long it fades. */
const FADE = 600;

/** One line: a sentence of somebody. */
export interface CaptionLine extends Caption {
  /** The same as long as it is the same sentence. */
  readonly key: string;
  readonly isFading: boolean;
}

/** The last few sentences, the newest at the end; each until it has been read. Times are those of `performance.now()`. */
export class CaptionLines {
  #lines: readonly (CaptionLine & { readonly until: number })[] = [];

  get lines(): readonly CaptionLine[] {
    return this.#lines;
  }

  /** Takes in what somebody says: in the place of what they were saying, or as a further line. */
  add(caption: Caption, now: number): void {
    const key = `${caption.participant.id}/${caption.id}`;
    const line = { ...caption, key, isFading: false, until: now + (caption.final ? LIFE.final : LIFE.open) };
    const isKnown = this.#lines.some((one) => one.key === key);
    this.#lines = isKnown ? this.#lines.map((one) => (one.key === key ? line : one)) : [...this.#lines, line].slice(-MOST);
  }

  /**
   * Lets go of what has been read.
   * @returns after how many ms to look again; `undefined` when there is nothing left
   */
  look(now: number): number | undefined {
    this.#lines = this.#lines
      .filter(({ until }) => until > now)
      .map((line) => (line.until - FADE <= now && !line.isFading ? { ...line, isFading: true } : line));
    const times = this.#lines.map(({ until, isFading }) => (isFading ? until : until - FADE) - now);
    return times.length ? Math.min(...times) : undefined;
  }

  clear(): void {
    this.#lines = [];
  }
}
