import type { LitElement } from 'lit';
import { CallErrorEvent } from '../../../call/call-events.js';
import { isActive } from '../../../call/call-state.js';
import { CallError } from '../../../call/errors.js';
import { roomsChanged, type RoomElement } from '../../../controllers/room-registry.js';
import { Featured } from './featured.js';
import { FloatingVideo } from './floating-video.js';

/** Of Document Picture-in-Picture (WICG), which TypeScript's library does not know yet. */
interface DocumentPictureInPicture {
  requestWindow(options: { width: number; height: number }): Promise<Window>;
}

/** Loads what fills a window with a call; it stays filled until the window is closed. */
export type CallWindowLoader = () => Promise<{
  readonly fillWindow: (window: Window, room: RoomElement & LitElement, featured: Featured) => void;
}>;

/** How large the window opens, in CSS pixels; browsers remember how large a person made it. */
const SIZE = { width: 360, height: 300 };

/**
 * The call in a small window above all others: with people and controls where the browser lets a page write into that window, else
 * the picture of who speaks. The tiles stay where they are. The window closes with the call, and its closing ends nothing.
 */
export class PictureInPicture {
  readonly #room: RoomElement & LitElement;
  readonly #load: CallWindowLoader | undefined;
  readonly #featured: Featured;
  readonly #video: FloatingVideo;
  #window: Window | undefined;
  #isVideoOpen = false;
  #isOpening = false;

  constructor(room: RoomElement & LitElement, pinned: () => string | undefined, load: CallWindowLoader | undefined) {
    this.#room = room;
    this.#load = load;
    this.#featured = new Featured(room, pinned);
    this.#video = new FloatingVideo(room, this.#featured, () => this.#onVideo(false));
    // For the life of both: neither outlives the other.
    room.call.addEventListener('statechange', ({ state }) => {
      if (!isActive(state)) this.close();
    });
  }

  /** False in a browser that has neither kind of window. */
  get isAvailable(): boolean {
    return this.isOn || !!this.#documents || this.#video.isAvailable;
  }

  get isOn(): boolean {
    return !!this.#window || this.#isVideoOpen;
  }

  toggle(): void {
    if (this.isOn) this.close();
    else this.open();
  }

  /** In the handler of a click, a key, or an action of Media Session: browsers ask for that. */
  open(): void {
    if (this.isOn || this.#isOpening) return;
    this.#isOpening = true;
    // Refused: the person sees that nothing opens, and may press again.
    const refused = (error: unknown): void => {
      if (!(error instanceof DOMException)) throw error;
    };
    void this.#open()
      .catch(refused)
      .finally(() => (this.#isOpening = false));
  }

  close(): void {
    this.#window?.close();
    if (this.#isVideoOpen) this.#video.close();
  }

  async #open(): Promise<void> {
    const documents = this.#documents;
    if (!documents) {
      await this.#video.open();
      this.#onVideo(true);
      return;
    }
    const opened = await documents.requestWindow(SIZE);
    this.#window = opened;
    opened.addEventListener('pagehide', () => {
      this.#window = undefined;
      roomsChanged();
    });
    roomsChanged();
    await this.#fill(opened);
  }

  async #fill(opened: Window): Promise<void> {
    const room = this.#room;
    try {
      const { fillWindow } = (await this.#load?.()) ?? {};
      if (opened !== this.#window) return;
      if (!isActive(room.call.state)) return opened.close();
      fillWindow?.(opened, room, this.#featured);
      room.say('said-window');
    } catch (cause) {
      opened.close();
      room.call.dispatchEvent(new CallErrorEvent(new CallError('feature-unavailable', { recoverable: true, cause })));
    }
  }

  #onVideo(isOpen: boolean): void {
    this.#isVideoOpen = isOpen;
    if (isOpen && !isActive(this.#room.call.state)) this.close();
    roomsChanged();
  }

  get #documents(): DocumentPictureInPicture | undefined {
    // Without anything to fill it with, a window is of no use. A frame has none of its own.
    if (!this.#load || window !== window.top) return undefined;
    return (window as { documentPictureInPicture?: DocumentPictureInPicture }).documentPictureInPicture;
  }
}
