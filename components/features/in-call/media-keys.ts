import { isActive } from '../../call/call-state.js';
import type { Participant } from '../../call/participant.js';
import type { RoomElement } from '../../controllers/room-registry.js';
import { ignoreTold } from './controls/controls-of.js';
import type { PictureInPicture } from './windows/picture-in-picture.js';

/** Of Media Session, the actions of calls, which TypeScript's library does not know yet. */
const ACTIONS = ['togglemicrophone', 'togglecamera', 'hangup', 'enterpictureinpicture'] as const;

/** Those whose call stands, in the order in which they began. */
const standing = new Set<MediaKeys>();

/** The one whose room the browser's own controls act on: there is one set of them in a page. */
let holder: MediaKeys | undefined;

/**
 * Microphone, camera and hanging up in the browser's own controls: those of its picture-in-picture windows, and keys of
 * headsets (W3C Media Session, conference actions). What is playing, and what a page says of that, is left alone.
 */
export class MediaKeys {
  readonly #room: RoomElement;
  readonly #picture: PictureInPicture;

  constructor(room: RoomElement, picture: PictureInPicture) {
    this.#room = room;
    this.#picture = picture;
    // For the life of both: neither outlives the other.
    room.call.addEventListener('statechange', () => this.#settle());
    room.call.addEventListener('mediachange', () => this.#tell());
    this.#settle();
  }

  #settle(): void {
    if (!('mediaSession' in navigator)) return;
    if (isActive(this.#room.call.state)) standing.add(this);
    else standing.delete(this);
    // The first call that stands has them, until it ends.
    if (holder && standing.has(holder)) return;
    if (holder) holder.#let();
    [holder] = standing;
    if (holder) holder.#take();
  }

  #take(): void {
    const room = this.#room;
    handle('togglemicrophone', room.audio === 'none' ? null : () => void room.toggleMicrophone());
    handle('togglecamera', room.video === 'none' ? null : () => void room.toggleCamera());
    handle('hangup', () => room.leave());
    // Some call it when the person turns to another tab, if the person has allowed that.
    handle('enterpictureinpicture', () => this.#picture.open());
    this.#tell();
  }

  #let(): void {
    for (const action of ACTIONS) handle(action, null);
    this.#tell({ audio: false, video: false });
  }

  #tell({ audio, video }: Pick<Participant, 'audio' | 'video'> = this.#room.localParticipant): void {
    if (holder !== this) return;
    const { mediaSession } = navigator;
    // Some give no promise, and a page that is not to be seen may be refused.
    Promise.all([mediaSession.setMicrophoneActive?.(audio), mediaSession.setCameraActive?.(video)]).catch(ignoreTold);
  }
}

/** A browser without that action refuses its handler. */
function handle(action: (typeof ACTIONS)[number], handler: (() => void) | null): void {
  try {
    navigator.mediaSession.setActionHandler(action as MediaSessionAction, handler);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}
