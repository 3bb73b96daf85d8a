import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long an announcement stays, in ms; then nobody reads it as news any more. */
const SAID_TIME = 5000;

/** What the live region of its host says. Each line stands for itself: the same words twice are said twice. */
export class SaidController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #lines: readonly string[] = [];
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** To be shown one by one, in a region with `role="log"`. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  hostDisconnected(): void {
    this.#clear();
  }

  say(line: string): void {
    this.#lines = [...this.#lines, line];
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
