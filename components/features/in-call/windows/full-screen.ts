import type { LitElement, ReactiveController } from 'lit';
import { isActive } from '../../../call/call-state.js';
import { roomsChanged, type RoomElement } from '../../../controllers/room-registry.js';
import { addStyles } from '../../../styles/add-styles.js';
import { fullScreenStyles } from './full-screen.styles.js';

/** The names that Safari before 16.4 has for the same. */
interface PrefixedDocument {
  readonly webkitFullscreenEnabled?: boolean;
  readonly webkitFullscreenElement?: Element | null;
  webkitExitFullscreen?(): void;
}
interface PrefixedElement {
  webkitRequestFullscreen?(): void;
}

const CHANGES = ['fullscreenchange', 'webkitfullscreenchange'] as const;

/**
 * Lets the room fill the screen (WHATWG Fullscreen): the element itself, so that its panels, menus and dialogs are there, too.
 * Escape leaves, as everywhere; so does the end of the call.
 */
export class FullScreen implements ReactiveController {
  readonly #room: RoomElement & LitElement;

  constructor(room: RoomElement & LitElement) {
    this.#room = room;
    room.addController(this);
    // For the life of both: neither outlives the other.
    room.call.addEventListener('statechange', ({ state }) => {
      if (this.isOn && !isActive(state)) this.toggle();
    });
  }

  /** False where the browser or a page around this one does not allow it: phones of Apple, frames without `allow="fullscreen"`. */
  get isAvailable(): boolean {
    const { fullscreenEnabled, webkitFullscreenEnabled } = document as Partial<Document> & PrefixedDocument;
    return fullscreenEnabled ?? webkitFullscreenEnabled ?? false;
  }

  get isOn(): boolean {
    const root = this.#room.getRootNode() as Document | ShadowRoot;
    const filling = root.fullscreenElement ?? (document as PrefixedDocument).webkitFullscreenElement;
    return filling === this.#room;
  }

  /** Fills the screen, or leaves it. To fill it in the handler of a click or key. */
  toggle(): void {
    addStyles(this.#room.renderRoot, fullScreenStyles);
    const changed = this.isOn ? leave() : fill(this.#room);
    // The person sees that it stays as it is. TypeError: not allowed, as where nobody has pressed anything.
    changed?.catch((error: unknown) => {
      if (!(error instanceof TypeError)) throw error;
    });
  }

  hostConnected(): void {
    for (const type of CHANGES) document.addEventListener(type, roomsChanged);
  }

  hostDisconnected(): void {
    for (const type of CHANGES) document.removeEventListener(type, roomsChanged);
  }
}

function fill(element: Partial<Pick<Element, 'requestFullscreen'>> & PrefixedElement): Promise<void> | undefined {
  if (element.requestFullscreen) return element.requestFullscreen();
  element.webkitRequestFullscreen?.();
  return undefined;
}

function leave(): Promise<void> | undefined {
  const { exitFullscreen } = document as Partial<Document>;
  if (exitFullscreen) return exitFullscreen.call(document);
  (document as PrefixedDocument).webkitExitFullscreen?.();
  return undefined;
}
