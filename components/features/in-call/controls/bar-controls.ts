import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { ControlBar, RoomElement } from '../../../controllers/room-registry.js';
import { addStyles } from '../../../styles/add-styles.js';
import { icon } from '../icons.js';
import type { PanelHost } from '../panels/panel-host.js';
import { ReactionPicker } from '../reactions/reaction-picker.js';
import type { Social } from '../reactions/social.js';
import type { Shortcuts } from '../shortcuts/shortcuts.js';
import type { Windows } from '../windows/windows.js';
import { styles } from './bar-controls.styles.js';
import type { Control } from './control.js';
import { controlsOf, menuControlsOf } from './controls-of.js';
import { Menu } from './menu.js';

/** The parts of these controls, for the `exportparts` of a bar in a room. */
const PARTS = [
  ...['screen-button', 'chat-button', 'hand-button', 'reactions-button', 'people-button', 'settings-button', 'more-button'],
  ...['badge', 'menu', 'menu-item', 'reaction-picker'],
];

/** A larger number would be wider than its button. */
const MOST = 99;

/** What stands in the menu only where the attribute `controls` names it, or is missing. */
const NAMED = ['captions', 'record'];

/** Narrower bars, in CSS pixels, have smaller buttons, closer to each other. */
const NARROW = 460;

const known = new WeakMap<ControlBar, BarControls>();

/** What the controls of a bar lead to. */
export interface BarHelpers {
  readonly panels: PanelHost;
  readonly social: Social;
  readonly shortcuts: Shortcuts;
  readonly windows: Windows;
}

/**
 * What a control bar shows once the call stands. What has no place in one line goes into a menu.
 */
export class BarControls implements ReactiveController {
  readonly #bar: ControlBar;
  readonly #room: RoomElement & LitElement;
  readonly #panels: PanelHost;
  readonly #social: Social;
  readonly #shortcuts: Shortcuts;
  readonly #windows: Windows;
  readonly #menu: Menu;
  readonly #picker: ReactionPicker;
  #sizes: ResizeObserver | undefined;
  /** How many buttons have a place, that of the menu included. */
  #places = Infinity;

  /** Those of a bar, which may have served another room before. */
  static of(bar: ControlBar, room: RoomElement & LitElement, helpers: BarHelpers): BarControls {
    const before = known.get(bar);
    if (before) {
      if (before.#room === room) return before;
      bar.removeController(before);
      before.hostDisconnected();
    }
    const controls = new BarControls(bar, room, helpers);
    known.set(bar, controls);
    return controls;
  }

  private constructor(bar: ControlBar, room: RoomElement & LitElement, { panels, social, shortcuts, windows }: BarHelpers) {
    this.#bar = bar;
    this.#room = room;
    this.#panels = panels;
    this.#social = social;
    this.#shortcuts = shortcuts;
    this.#windows = windows;
    this.#menu = new Menu(bar, 'more');
    this.#picker = new ReactionPicker(bar, room);
    addStyles(bar.renderRoot, styles);
    // In the room's own bar; that of a page is styled where it stands.
    if (bar.getRootNode() === room.shadowRoot) {
      bar.setAttribute('exportparts', [bar.getAttribute('exportparts') ?? [], PARTS].flat().join(', '));
    }
    bar.addController(this);
  }

  render(): TemplateResult | typeof nothing {
    const { shown } = this.#bar;
    const { state } = this.#room;
    const isIn = state === 'joined' || state === 'reconnecting';
    if (!isIn && state !== 'lobby') return nothing;
    const all = controlsOf(this.#room, this.#panels, this.#social, this.#picker).filter(({ name }) => shown.includes(name));
    // Before the call there is nothing to do but to prepare for it.
    const controls = isIn ? all : all.filter(({ name }) => name === 'settings');
    const isMenuShown = shown.includes('more');
    const rest = (isIn ? menuControlsOf(this.#room, this.#panels, this.#windows) : []).filter(({ name }) =>
      NAMED.includes(name) ? shown.includes(name) : isMenuShown,
    );
    const needsMenu = rest.length > 0 || controls.length > this.#places;
    const inLine = needsMenu ? controls.slice(0, Math.max(0, this.#places - 1)) : controls;
    const inMenu = [...controls.slice(inLine.length), ...rest];
    return html`${inLine.map((control) => this.#renderButton(control))}${needsMenu ? this.#renderMenu(inMenu) : nothing}${
      isIn ? this.#picker.render(this.#social.extras?.reactions) : nothing
    }`;
  }

  hostConnected(): void {
    // In the next frame: what is measured changes sizes again, which would be a loop (CSSWG resize-observer, 3.4).
    this.#sizes = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));
    this.#sizes.observe(this.#bar);
    // Keys pressed in the room itself arrive there.
    this.#shortcuts.follow(this.#bar);
  }

  hostDisconnected(): void {
    this.#sizes?.disconnect();
    this.#shortcuts.forget(this.#bar);
    this.#close();
  }

  hostUpdated(): void {
    // What belonged to a call that is over.
    if (!this.#bar.renderRoot.querySelector('.extra')) this.#close();
    this.#nameKeys();
    this.#measure();
  }

  #close(): void {
    this.#menu.close();
    this.#picker.close();
  }

  /** The buttons of the first frame know of no keys. */
  #nameKeys(): void {
    for (const name of ['mic', 'camera']) {
      const key = this.#shortcuts.keyOf(name);
      const button = this.#bar.renderRoot.querySelector(`[part~="${name}-button"]`);
      if (key) button?.setAttribute('aria-keyshortcuts', key);
      else button?.removeAttribute('aria-keyshortcuts');
    }
  }

  /** Counts how many buttons have a place beside those that are there in any case, and what a page has put in between. */
  #measure(): void {
    const box = this.#bar.renderRoot.querySelector<HTMLElement>('.bar');
    if (!box?.clientWidth) return;
    box.classList.toggle('narrow', box.clientWidth < NARROW);
    const { columnGap, paddingInlineStart, paddingInlineEnd } = getComputedStyle(box);
    const gap = parseFloat(columnGap);
    const others = [...box.children].flatMap((child) =>
      child instanceof HTMLSlotElement ? child.assignedElements() : child.matches('.extra, .menu') ? [] : child,
    );
    const taken = others.reduce((sum, other) => sum + other.getBoundingClientRect().width + gap, 0);
    const free = box.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd) - taken + gap;
    const size = parseFloat(getComputedStyle(box).getPropertyValue('--_size'));
    const places = Math.floor((free - gap) / (size + gap));
    if (places === this.#places) return;
    this.#places = places;
    this.#bar.requestUpdate();
  }

  #renderButton({ name, icon: image, label, hint, pressed, expanded, badge, urgent, run }: Control): TemplateResult {
    return html`<button
      id="${name}-button"
      type="button"
      part="button ${name}-button"
      class="round extra ${pressed || expanded ? 'on' : ''}"
      aria-label=${label}
      title=${hint ?? label}
      aria-pressed=${pressed ?? nothing}
      aria-expanded=${expanded ?? nothing}
      aria-keyshortcuts=${this.#shortcuts.keyOf(name) ?? nothing}
      @click=${run}
    >
      ${icon(image)}${badge ? renderBadge(badge, urgent) : nothing}
    </button>`;
  }

  #renderMenu(controls: readonly Control[]): TemplateResult {
    const menu = this.#menu;
    const { text } = this.#room;
    const news = controls.find(({ urgent }) => urgent);
    const label = news ? text('control-more-news', { news: news.label }) : text('control-more');
    return html`<button
        id="more-button"
        type="button"
        part="button more-button"
        class="round extra ${menu.isOpen ? 'on' : ''}"
        aria-label=${label}
        title=${label}
        aria-haspopup="menu"
        aria-expanded=${menu.isOpen}
        @click=${() => {
          this.#picker.close();
          menu.toggle();
        }}
      >
        ${icon('more')} ${news ? html`<span part="badge" class="badge urgent dot"></span>` : nothing}
      </button>
      ${
        menu.isOpen
          ? html`<div
              id="more"
              part="menu"
              class="menu"
              role="menu"
              aria-label=${text('control-more')}
              popover="manual"
              @keydown=${menu.onKeyDown}
            >
              ${controls.map((control) => this.#renderItem(control))}
            </div>`
          : nothing
      }`;
  }

  #renderItem({ name, icon: image, label, hint, exclusive, pressed, badge, urgent, run }: Control): TemplateResult {
    const choose = (): void => {
      // First: what it opens takes the focus from the button of the menu, and gives it back there.
      this.#menu.close();
      run();
    };
    return html`<button
      type="button"
      part="menu-item"
      class="item"
      role=${pressed === undefined ? 'menuitem' : exclusive ? 'menuitemradio' : 'menuitemcheckbox'}
      aria-checked=${pressed ?? nothing}
      aria-label=${label}
      title=${hint ?? nothing}
      aria-keyshortcuts=${this.#shortcuts.keyOf(name) ?? nothing}
      tabindex="-1"
      @click=${choose}
    >
      ${icon(image)}<span class="words">${label}</span>
      ${badge && urgent ? renderBadge(badge, urgent) : nothing}
    </button>`;
  }
}

/** Of decoration only: the label tells it in words. */
const renderBadge = (badge: number, urgent?: boolean): TemplateResult =>
  html`<span part="badge" class="badge ${urgent ? 'urgent' : ''}" aria-hidden="true">${badge > MOST ? `${MOST}+` : badge}</span>`;
