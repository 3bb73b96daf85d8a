import { nothing, html, type LitElement, type TemplateResult } from 'lit';
import { CallErrorEvent } from '../../../call/call-events.js';
import { isActive } from '../../../call/call-state.js';
import { CallError } from '../../../call/errors.js';
import { roomsChanged, type PanelName, type RoomElement } from '../../../controllers/room-registry.js';
import { addStyles } from '../../../styles/add-styles.js';
import { activeElement } from '../active-element.js';
import { besideStyles } from './beside.styles.js';
import { PANEL_PARTS, RoomPanel } from './room-panel.js';

/** Loads what stands in a panel: the element `call-chat` for `chat`, and so on, or whatever else it resolves with. */
export type PanelLoaders = { readonly [Name in PanelName]?: () => Promise<unknown> };

/** What stands above everything, instead of beside the people. */
const MODAL: readonly PanelName[] = ['settings', 'shortcuts'];

// A script may be loaded twice.
if (!customElements.get('room-panel')) customElements.define('room-panel', RoomPanel);

/**
 * Opens one panel at a time. Each is made when it is first opened, and kept: what somebody has written in it stays. It
 * gets the focus when it opens, and gives it back when it closes.
 */
export class PanelHost {
  readonly #room: RoomElement & LitElement;
  readonly #loaders: PanelLoaders;
  readonly #panels = new Map<PanelName, RoomPanel>();
  #open: PanelName | undefined;
  /** What had the focus before a panel took it. */
  #opener: HTMLElement | undefined;

  constructor(room: RoomElement & LitElement, loaders: PanelLoaders) {
    this.#room = room;
    this.#loaders = loaders;
    // For the life of both: neither outlives the other.
    room.call.addEventListener('statechange', ({ state }) => {
      if (!isActive(state)) this.show(undefined);
    });
  }

  /** The panel that is open. */
  get open(): PanelName | undefined {
    return this.#open;
  }

  /** True where the room has a stage: a page may have put a layout of its own in its place. */
  get hasStage(): boolean {
    return !!this.#room.renderRoot.querySelector('.middle');
  }

  /** True for a panel that there is, and a place for it: a layout of the page's own has none beside its people. */
  has(name: PanelName): boolean {
    return !!this.#loaders[name] && (MODAL.includes(name) || this.hasStage);
  }

  /** Opens a panel instead of the one that is open, or closes that. */
  show(name: PanelName | undefined): void {
    if (name === this.#open || (name && !this.has(name))) return;
    const before = this.#open && this.#panels.get(this.#open);
    const hadFocus = !!before?.hasFocus;
    if (name && !hadFocus) this.#opener = activeElement();
    this.#open = name;
    if (before?.modal) before.remove();
    else if (before) before.hidden = true;
    if (name) void this.#enter(name);
    else if (hadFocus) this.#giveBack();
    this.#room.requestUpdate();
    // Bars show what is open.
    roomsChanged();
  }

  /** What stands beside the grid. */
  render(): TemplateResult | typeof nothing {
    addStyles(this.#room.renderRoot, besideStyles);
    const beside = [...this.#panels.values()].filter(({ modal }) => !modal);
    for (const panel of this.#panels.values()) panel.text = this.#room.text;
    return beside.length ? html`${beside}` : nothing;
  }

  async #enter(name: PanelName): Promise<void> {
    const panel = this.#panels.get(name) ?? this.#make(name);
    panel.hidden = false;
    // Where the language of the room's texts is told, and which way they run.
    if (panel.modal) (this.#room.renderRoot.querySelector('.box') ?? this.#room.renderRoot).append(panel);
    await this.#room.updateComplete;
    await panel.updateComplete;
    if (this.#open === name) panel.focus();
  }

  #make(name: PanelName): RoomPanel {
    const panel = document.createElement('room-panel');
    panel.name = name;
    panel.modal = MODAL.includes(name);
    panel.text = this.#room.text;
    panel.part.add('panel');
    panel.setAttribute('exportparts', PANEL_PARTS);
    panel.addEventListener('close', () => this.show(undefined));
    this.#panels.set(name, panel);
    this.#room.requestUpdate();
    void this.#fill(name, panel);
    return panel;
  }

  async #fill(name: PanelName, panel: RoomPanel): Promise<void> {
    let loaded: unknown;
    try {
      loaded = await this.#loaders[name]?.();
    } catch (cause) {
      this.#panels.delete(name);
      if (this.#open === name) this.show(undefined);
      panel.remove();
      this.#room.call.dispatchEvent(new CallErrorEvent(new CallError('feature-unavailable', { recoverable: true, cause })));
      return;
    }
    const content = loaded instanceof HTMLElement ? loaded : document.createElement(`call-${name}`);
    panel.append(content);
    // The button that closes it has had the focus until now.
    if ('updateComplete' in content) await content.updateComplete;
    if (this.#open === name && (panel.hasFocus || activeElement() === undefined)) content.focus();
  }

  #giveBack(): void {
    const opener = this.#opener;
    this.#opener = undefined;
    opener?.focus();
    if (activeElement() === undefined) this.#room.renderRoot.querySelector<HTMLElement>('call-controls')?.focus();
  }
}
