import type { LitElement, ReactiveController } from 'lit';
import { isActive } from '../../../call/call-state.js';
import { roomsChanged, type ControlBar, type PanelName, type RoomElement } from '../../../controllers/room-registry.js';
import { recall, remember } from '../../devices/memory.js';
import { canShareScreen, ignoreTold, toggleScreen } from '../controls/controls-of.js';
import type { PanelHost } from '../panels/panel-host.js';
import type { Windows } from '../windows/windows.js';
import { keyOf } from './key-of.js';
import { PushToTalk } from './push-to-talk.js';
import type { Shortcut } from './shortcut.js';

/**
 * Single keys, as other calls have them. They act only while the focus is in the room or in a bar of it, and not where somebody
 * writes, so that nothing is taken from the page, the browser or a screen reader; a person can switch them off (WCAG 2.2, 2.1.4),
 * and `no-shortcuts` on the room leaves them all to the page.
 */
export class Shortcuts implements ReactiveController {
  readonly #room: RoomElement & LitElement;
  readonly #panels: PanelHost;
  readonly #windows: Windows;
  readonly #talk: PushToTalk;
  readonly #bars = new Set<ControlBar>();
  #isOn: boolean;

  constructor(room: RoomElement & LitElement, panels: PanelHost, windows: Windows) {
    this.#room = room;
    this.#panels = panels;
    this.#windows = windows;
    this.#talk = new PushToTalk(room);
    this.#isOn = !this.#remembers || recall().shortcuts !== false;
    room.addController(this);
    if (room.hasUpdated) this.hostUpdated();
    // For the life of both: neither outlives the other.
    room.addEventListener('keydown', this.onKeyDown);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#onPageKeyDown);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#onPageKeyDown);
  }

  hostUpdated(): void {
    // So that a click on the people brings the keys here. Not the room itself: Tab would then pass by all that is in it.
    const stage = this.#room.renderRoot.querySelector<HTMLElement>('.stage');
    if (stage) stage.tabIndex = -1;
  }

  /** False where the page wants all keys for itself. */
  get allowed(): boolean {
    return !this.#room.hasAttribute('no-shortcuts');
  }

  /** Whether this person wants them. */
  get on(): boolean {
    return this.#isOn;
  }
  set on(on: boolean) {
    this.#isOn = on;
    if (this.#remembers) remember({ shortcuts: on });
    // Bars name the keys.
    roomsChanged();
  }

  /** Keys pressed in this bar act as well, and a key acts only where some bar shows what it is for. */
  follow(bar: ControlBar): void {
    this.#bars.add(bar);
    bar.addEventListener('keydown', this.onKeyDown);
  }

  /** The bar belongs to this room no longer, or stands nowhere. */
  forget(bar: ControlBar): void {
    this.#bars.delete(bar);
    bar.removeEventListener('keydown', this.onKeyDown);
  }

  /** All that there are now. */
  get list(): readonly Shortcut[] {
    const shown = new Set([...this.#bars].flatMap((bar) => bar.shown));
    return this.#all.filter(({ control }) => !control || shown.has(SHOWN_AS[control] ?? control));
  }

  get #all(): readonly Shortcut[] {
    const room = this.#room;
    const { audio, video } = room;
    const shortcut = (key: string, label: Shortcut['label'], run: () => unknown, control?: string): Shortcut => ({
      key,
      label,
      run: () => void run(),
      ...(control && { control }),
    });
    return [
      ...(audio === 'none'
        ? []
        : [
            shortcut('m', 'shortcut-microphone', () => room.toggleMicrophone(), 'mic'),
            { key: ' ', keyName: 'key-space', label: 'shortcut-talk', control: 'mic' } as const,
          ]),
      ...(video === 'none' ? [] : [shortcut('v', 'shortcut-camera', () => room.toggleCamera(), 'camera')]),
      ...(canShareScreen() ? [shortcut('s', 'shortcut-screen', () => toggleScreen(room), 'screen')] : []),
      shortcut('r', 'shortcut-hand', () => raiseHand(room), 'hand'),
      ...this.#opener('c', 'chat'),
      ...this.#opener('p', 'people'),
      ...this.#opener(',', 'settings'),
      ...this.#windows.controls.flatMap(({ name, run }) => {
        const [key, label] = WINDOW_KEYS[name] ?? [];
        return key && label ? [shortcut(key, label, run, name)] : [];
      }),
      shortcut('?', 'shortcut-list', () => this.#panels.show('shortcuts'), 'shortcuts'),
      { key: 'escape', keyName: 'key-escape', label: 'shortcut-close' },
    ];
  }

  /** The key of a control, as `aria-keyshortcuts` names it; undefined where none acts. */
  keyOf(control: string): string | undefined {
    if (!this.allowed || !this.#isOn) return undefined;
    return this.list.find((shortcut) => shortcut.control === control)?.key.toUpperCase();
  }

  /** For keys pressed in the room, or in a bar of it. */
  readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!isActive(this.#room.state) || !this.allowed || !this.#isOn || isTaken(event)) return;
    if (!(event.key === ' ' ? this.#canTalk && this.#talk.take(event) : !event.repeat && this.#run(keyOf(event)))) return;
    event.preventDefault();
  };

  /** Where the call fills the screen, no other part of the page can be meant by what is pressed nowhere. */
  readonly #onPageKeyDown = (event: KeyboardEvent): void => {
    if (this.#windows.fullScreen.isOn && event.target === document.body) this.onKeyDown(event);
  };

  get #canTalk(): boolean {
    return this.list.some(({ key }) => key === ' ');
  }

  #run(key: string): boolean {
    if (key === 'escape') return this.#closePanel();
    const run = this.list.find((shortcut) => shortcut.key === key)?.run;
    run?.();
    return !!run;
  }

  /** Of an open panel that does not have the focus: one that has it hears the key by itself. */
  #closePanel(): boolean {
    const isOpen = this.#panels.open !== undefined;
    this.#panels.show(undefined);
    return isOpen;
  }

  get #remembers(): boolean {
    return !this.#room.hasAttribute('no-remember');
  }

  #opener(key: string, name: PanelName & ('chat' | 'people' | 'settings')): Shortcut[] {
    const panels = this.#panels;
    if (!panels.has(name)) return [];
    return [{ key, label: `shortcut-${name}`, control: name, run: () => panels.show(panels.open === name ? undefined : name) }];
  }
}

const raiseHand = (room: RoomElement): Promise<void> => room.call.extras().then(({ hands }) => hands.toggle(), ignoreTold);

/** What the attribute `controls` calls what a key is for, where that is another name; what is only ever in the menu goes with it. */
const SHOWN_AS: Readonly<Record<string, string>> = {
  mic: 'microphone',
  'full-screen': 'more',
  'picture-in-picture': 'more',
  shortcuts: 'more',
};

/** The keys of what {@link Windows} offers. */
const WINDOW_KEYS: Readonly<Record<string, readonly [key: string, label: Shortcut['label']]>> = {
  'full-screen': ['f', 'shortcut-full-screen'],
  'picture-in-picture': ['i', 'shortcut-window'],
};

/** Where a key means something already: somebody writes, chooses, or answers a dialog. */
const TAKERS = 'input, textarea, select, dialog, [role=menu], [role=listbox], [role=combobox], [role=textbox]';

/** True where a key is taken between where it was pressed and the room or its bar, which may well stand in a dialog of the page. */
function isTaken(event: KeyboardEvent): boolean {
  const path = event.composedPath();
  const inside = path.slice(0, event.currentTarget ? path.indexOf(event.currentTarget) : undefined);
  return inside.some((target) => target instanceof HTMLElement && (target.isContentEditable || target.matches(TAKERS)));
}
