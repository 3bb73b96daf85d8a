import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long an announcement stays after the last one, in ms; then nobody reads it as news any more. */
const SAID_TIME = 5000;
/** How many lines stay at once, however fast they follow each other: whoever reads has heard those before. */
const MOST_LINES = 4;

/** One announcement. */
export interface SaidLine {
  /** For `repeat()`: a line that keeps its element is not said anew as those before it go. */
  readonly id: number;
  readonly text: string;
}

/** What the live region of its host says. Each line stands for itself: the same words twice are said twice. */
export class SaidController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #lines: readonly SaidLine[] = [];
  #count = 0;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The last few, to be shown one by one, in a region with `role="log"`. */
  get lines(): readonly SaidLine[] {
    return this.#lines;
  }

  hostDisconnected(): void {
    this.#clear();
  }

  say(text: string): void {
    this.#lines = [...this.#lines, { id: this.#count++, text }].slice(-MOST_LINES);
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#clear(), SAID_TIME);
    this.#host.requestUpdate();
  }

  #clear(): void {
    clearTimeout(this.#silence);
    this.#lines = [];
    this.#host.requestUpdate();
  }
}
