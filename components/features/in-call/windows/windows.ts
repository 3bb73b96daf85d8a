import type { LitElement } from 'lit';
import type { RoomElement } from '../../../controllers/room-registry.js';
import type { Control } from '../controls/control.js';
import { FullScreen } from './full-screen.js';
import { PictureInPicture, type CallWindowLoader } from './picture-in-picture.js';

/** Where a call is to be seen, besides its place on the page. */
export class Windows {
  readonly #room: RoomElement;
  readonly fullScreen: FullScreen;
  readonly picture: PictureInPicture;

  /** `pinned` gives the id of whoever is pinned; `load` gets what fills a window. */
  constructor(room: RoomElement & LitElement, pinned: () => string | undefined, load: CallWindowLoader | undefined) {
    this.#room = room;
    this.fullScreen = new FullScreen(room);
    this.picture = new PictureInPicture(room, pinned, load);
  }

  /** What a person can do about it, in this browser. */
  get controls(): Control[] {
    const { fullScreen, picture } = this;
    const { text } = this.#room;
    const controls: Control[] = [];
    if (fullScreen.isAvailable) {
      controls.push({
        name: 'full-screen',
        icon: 'full-screen',
        label: text('control-full-screen'),
        pressed: fullScreen.isOn,
        run: () => fullScreen.toggle(),
      });
    }
    if (picture.isAvailable) {
      controls.push({
        name: 'picture-in-picture',
        icon: 'picture-in-picture',
        label: text('control-picture-in-picture'),
        pressed: picture.isOn,
        run: () => picture.toggle(),
      });
    }
    return controls;
  }
}
