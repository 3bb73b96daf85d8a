import type { nothing } from 'lit';
import { render, type LitElement, type TemplateResult } from 'lit';
import { isActive } from '../../call/call-state.js';
import type { RoomElement } from '../../controllers/room-registry.js';

/** Shows what belongs into the stage of a room where there is none: a page may have put a layout of its own in its place. */
export class Aside {
  readonly #room: RoomElement & LitElement;
  readonly #box = document.createElement('div');
  readonly #end: 'prepend' | 'append';
  readonly #content: () => TemplateResult | typeof nothing;

  /** `end`: above that layout, or below it. */
  constructor(room: RoomElement & LitElement, end: 'prepend' | 'append', content: () => TemplateResult | typeof nothing) {
    this.#room = room;
    this.#end = end;
    this.#content = content;
  }

  /** After each update of the room. */
  settle(): void {
    const { renderRoot, state } = this.#room;
    if (!isActive(state) || renderRoot.querySelector('.middle')) return this.#box.remove();
    if (!this.#box.isConnected) renderRoot[this.#end](this.#box);
    render(this.#content(), this.#box);
  }
}
