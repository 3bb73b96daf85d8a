import type { LitElement, ReactiveController } from 'lit';
import { gridLayout } from './grid-layout.js';

/**
 * Sizes the tiles of the host's `.grid`: gives it the custom properties `--_w` and `--_h`, through the CSSOM, since
 * a strict Content Security Policy forbids style attributes.
 */
export class GridController implements ReactiveController {
  readonly #host: LitElement;
  #grid: HTMLElement | null = null;
  #observer: ResizeObserver | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(() => this.#layout());
    if (this.#grid) this.#observer.observe(this.#grid);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  hostUpdated(): void {
    const grid = this.#host.renderRoot.querySelector<HTMLElement>('.grid');
    if (grid !== this.#grid) {
      this.#observer?.disconnect();
      this.#grid = grid;
      if (grid) this.#observer?.observe(grid);
    }
    this.#layout();
  }

  #layout(): void {
    const grid = this.#grid;
    if (!grid) return;
    const { columnGap } = getComputedStyle(grid);
    const { width, height } = gridLayout(grid.childElementCount, grid.clientWidth, grid.clientHeight, parseFloat(columnGap) || 0);
    grid.style.setProperty('--_w', `${width}px`);
    grid.style.setProperty('--_h', `${height}px`);
  }
}
