import type { LitElement } from 'lit';
import type { PanelName, RoomElement } from '../../../controllers/room-registry.js';
import { canShareScreen, toggleScreen } from '../controls/controls-of.js';
import type { PanelHost } from '../panels/panel-host.js';
import type { Shortcut } from './shortcut.js';

/**
 * Single keys, as other calls have them. They act only while the focus is in the room or in a bar of it, and not where somebody
 * writes, so that nothing is taken from the page, the browser or a screen reader (WCAG 2.2, 2.1.4); `no-shortcuts` on the
 * room leaves them all to the page.
 */
export class Shortcuts {
  readonly #room: RoomElement;
  readonly #panels: PanelHost;

  constructor(room: RoomElement & LitElement, panels: PanelHost) {
    this.#room = room;
    this.#panels = panels;
    // So that a click on the people brings the keys here. Not the room itself: Tab would then pass by all that is in it.
    const stage = room.renderRoot.querySelector<HTMLElement>('.stage');
    if (stage) stage.tabIndex = -1;
    // For the life of both: neither outlives the other.
    room.addEventListener('keydown', this.onKeyDown);
  }

  /** All that there are now. */
  get list(): readonly Shortcut[] {
    const room = this.#room;
    const { audio, video } = room;
    return [
      ...(audio === 'none' ? [] : [{ key: 'm', label: 'shortcut-microphone', run: () => void room.toggleMicrophone() } as const]),
      ...(video === 'none' ? [] : [{ key: 'v', label: 'shortcut-camera', run: () => void room.toggleCamera() } as const]),
      ...(canShareScreen() ? [{ key: 's', label: 'shortcut-screen', run: () => toggleScreen(room) } as const] : []),
      ...this.#opener('c', 'chat'),
      ...this.#opener('p', 'people'),
      ...this.#opener(',', 'settings'),
      { key: '?', label: 'shortcut-list', run: () => this.#panels.show('shortcuts') },
      { key: 'Escape', keyName: 'key-escape', label: 'shortcut-close' },
    ];
  }

  /** For keys pressed in the room, or in a bar of it. */
  readonly onKeyDown = (event: KeyboardEvent): void => {
    const { state } = this.#room;
    if (event.defaultPrevented || event.repeat || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if ((state !== 'joined' && state !== 'reconnecting') || this.#room.hasAttribute('no-shortcuts')) return;
    if (isTakenBy(event.composedPath())) return;
    const shortcut = this.list.find(({ key }) => key === event.key.toLowerCase());
    if (!shortcut?.run) return;
    event.preventDefault();
    shortcut.run();
  };

  #opener(key: string, name: PanelName & ('chat' | 'people' | 'settings')): Shortcut[] {
    const panels = this.#panels;
    if (!panels.has(name)) return [];
    return [{ key, label: `shortcut-${name}`, run: () => panels.show(panels.open === name ? undefined : name) }];
  }
}

/** True where a key means something already: somebody writes, chooses from a menu, or answers a dialog. */
const isTakenBy = (path: readonly EventTarget[]): boolean =>
  path.some(
    (target) =>
      target instanceof HTMLElement &&
      (target.isContentEditable || target.matches('input, textarea, select, [role=menu], [role=listbox], dialog')),
  );
