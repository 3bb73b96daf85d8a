import type { LitElement } from 'lit';
import type { Participant } from '../../../call/participant.js';
import { watchRooms, type RoomElement } from '../../../controllers/room-registry.js';
import type { Featured } from './featured.js';

const hasPicture = ({ video, connectionState, local }: Participant): boolean =>
  video && (local || connectionState === 'connected');

/** What tells that somebody else may be to be seen. */
const CHANGES = ['participantjoined', 'participantleft', 'participantchange', 'mediachange'] as const;

/**
 * One picture in the browser's own small window (W3C Picture-in-Picture): of whoever speaks, without any controls of ours. By a
 * player of its own, so that the tiles keep their pictures.
 */
export class FloatingVideo {
  readonly #room: RoomElement & LitElement;
  readonly #featured: Featured;
  readonly #video = document.createElement('video');
  #following = new AbortController();
  #again: ReturnType<typeof setTimeout> | undefined;

  /** `onClose` is called when the window is closed, by whomever. */
  constructor(room: RoomElement & LitElement, featured: Featured, onClose: () => void) {
    this.#room = room;
    this.#featured = featured;
    const video = this.#video;
    video.muted = video.autoplay = video.playsInline = true;
    // Where it stands it is nothing but a source. A browser may show no player that is not drawn at all.
    video.className = 'said';
    video.ariaHidden = 'true';
    video.tabIndex = -1;
    video.addEventListener('leavepictureinpicture', () => {
      this.#stop();
      onClose();
    });
  }

  /** Whether there is anything to show, and a browser that does. */
  get isAvailable(): boolean {
    return !!document.pictureInPictureEnabled && !!this.#featured.choose(hasPicture).person;
  }

  /** Opens the window; in the handler of a click or key. Rejects with the browser's `DOMException` where it refuses. */
  async open(): Promise<void> {
    const video = this.#video;
    const { signal } = (this.#following = new AbortController());
    this.#room.renderRoot.append(video);
    for (const type of CHANGES) this.#room.call.addEventListener(type, () => this.#show(), { signal });
    // Of who is pinned no event of the call tells.
    watchRooms(() => this.#show(), signal);
    this.#show();
    try {
      await video.play();
      await video.requestPictureInPicture();
    } catch (error) {
      this.#stop();
      throw error;
    }
  }

  close(): void {
    if (document.pictureInPictureElement) void document.exitPictureInPicture();
  }

  #show(): void {
    clearTimeout(this.#again);
    const { person, again } = this.#featured.choose(hasPicture);
    // Nobody with a picture: the last one stays, instead of a window that closes and can't come back by itself.
    if (person && this.#video.srcObject !== person.stream) {
      this.#video.srcObject = person.stream;
      // A muted player may always play; where power saving forbids even that, a still picture is what there is.
      this.#video.play().catch(() => {});
    }
    if (again !== undefined) this.#again = setTimeout(() => this.#show(), again);
  }

  #stop(): void {
    this.#following.abort();
    clearTimeout(this.#again);
    this.#video.srcObject = null;
    this.#video.remove();
  }
}
