import type { ControlBar } from '../../../controllers/room-registry.js';

/** From a menu to its button, and to the edges of the window, in CSS pixels. */
const MARGIN = 8;

/** What a key does to the item that has the focus: how many items on, or to which end. */
const STEPS: Readonly<Record<string, 1 | -1 | 'first' | 'last'>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowLeft: -1,
  Home: 'first',
  End: 'last',
};

/**
 * A menu, or a row of buttons, that opens from a button of a bar, above everything on the page (WAI-ARIA, Menu Button Pattern):
 * arrows go through it, Escape closes it and gives the focus back, as does whatever is chosen in a menu; Tab and a press anywhere
 * else close it, too.
 */
export class Menu {
  readonly #bar: ControlBar;
  readonly #name: string;
  readonly #substitute: string;
  #open: AbortController | undefined;

  /**
   * @param name the id of the menu's box in the bar; its button has the same with `-button`
   * @param substitute the name of another button, for a bar without that one
   */
  constructor(bar: ControlBar, name: string, substitute = name) {
    this.#bar = bar;
    this.#name = name;
    this.#substitute = substitute;
  }

  get isOpen(): boolean {
    return !!this.#open;
  }

  /** Opens, or closes. */
  readonly toggle = (): void => {
    if (this.#open) this.close();
    else void this.#show();
  };

  /** Closes; the button gets the focus back if the menu had it. */
  close(): void {
    if (!this.#open) return;
    const hadFocus = this.#box?.matches(':focus-within');
    this.#open.abort();
    this.#open = undefined;
    if (hadFocus) this.#button?.focus();
    this.#bar.requestUpdate();
  }

  /** For the box of the menu. */
  readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Tab') return this.close();
    else if (!this.#step(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  async #show(): Promise<void> {
    const { signal } = (this.#open = new AbortController());
    this.#bar.requestUpdate();
    await this.#bar.updateComplete;
    if (signal.aborted) return;
    this.#place();
    this.#items[0]?.focus();
    const { ownerDocument } = this.#bar;
    const outside = (event: Event): void => {
      const path = event.composedPath();
      if (!path.some((target) => target === this.#box || target === this.#button)) this.close();
    };
    ownerDocument.addEventListener('pointerdown', outside, { signal, capture: true });
    ownerDocument.defaultView?.addEventListener('resize', () => this.close(), { signal });
    ownerDocument.defaultView?.addEventListener('scroll', outside, { signal, capture: true });
  }

  /** Above its button, or below where there is no place; within the window in any case. */
  #place(): void {
    const box = this.#box;
    const button = this.#button?.getBoundingClientRect();
    if (!box || !button) return;
    box.showPopover?.();
    const { clientWidth, clientHeight } = box.ownerDocument.documentElement;
    const { offsetWidth, offsetHeight } = box;
    const above = button.top - offsetHeight - MARGIN;
    const top = above >= MARGIN ? above : button.bottom + MARGIN;
    const left = button.left + (button.width - offsetWidth) / 2;
    const within = (value: number, most: number): number => Math.max(MARGIN, Math.min(value, most - MARGIN));
    box.style.top = `${within(top, clientHeight - offsetHeight)}px`;
    box.style.left = `${within(left, clientWidth - offsetWidth)}px`;
  }

  #step(key: string): boolean {
    const step = STEPS[key];
    const items = this.#items;
    if (step === undefined || !items.length) return false;
    const current = items.findIndex((item) => item.matches(':focus'));
    const isMirrored = key.endsWith('t') && getComputedStyle(this.#bar).direction === 'rtl';
    const next = step === 'first' ? 0 : step === 'last' ? -1 : current + (isMirrored ? -step : step);
    items.at(next % items.length)?.focus();
    return true;
  }

  get #box(): HTMLElement | null {
    return this.#bar.renderRoot.querySelector<HTMLElement>(`#${this.#name}`);
  }

  get #button(): HTMLElement | null {
    const find = (name: string): HTMLElement | null => this.#bar.renderRoot.querySelector<HTMLElement>(`#${name}-button`);
    return find(this.#name) ?? find(this.#substitute);
  }

  get #items(): HTMLElement[] {
    return [...(this.#box?.querySelectorAll<HTMLElement>('button:enabled') ?? [])];
  }
}
