/** Fields that take no text. */
const NO_TEXT = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']
  .map((type) => `[type=${type}]`)
  .join(', ');

/**
 * Moves the focus to what has to be answered at once, and gives it back to where it was. Whoever writes is not disturbed: what
 * is typed must not land on a button.
 */
export class FocusKeeper {
  readonly #host: HTMLElement;
  /** What had the focus before. */
  #before: HTMLElement | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** Moves the focus, unless somebody writes somewhere. */
  take(target: HTMLElement | null): void {
    const active = focusedElement();
    if (!target || isWriting(active)) return;
    this.#before = active instanceof HTMLElement ? active : undefined;
    target.focus();
  }

  /** Gives the focus back, unless the person has gone elsewhere meanwhile. */
  giveBack(): void {
    const before = this.#before;
    this.#before = undefined;
    if (!before?.isConnected || !(this.holdsFocus || isNowhere(focusedElement()))) return;
    before.focus();
  }

  /** In a window behind others, Chromium matches no `:focus-within`; yet the focus is where it will be when the person is back. */
  get holdsFocus(): boolean {
    return this.#host.matches(':focus-within') || Boolean(this.#host.shadowRoot?.activeElement);
  }
}

/** What has the focus, within all shadow roots. */
function focusedElement(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Where the focus is when what had it has gone. */
const isNowhere = (element: Element | null): boolean => element === null || element === document.body;

/** What goes on in a frame can't be seen from here: it counts as writing. */
function isWriting(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  return element.isContentEditable || (element.matches('input, textarea, select, iframe') && !element.matches(NO_TEXT));
}
