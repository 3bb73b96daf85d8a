import type { LitElement } from 'lit';
import type { RoomElement } from '../../../controllers/room-registry.js';
import type { Control } from '../controls/control.js';
import { FullScreen } from './full-screen.js';

/** Where a call is to be seen, besides its place on the page. */
export class Windows {
  readonly #room: RoomElement;
  readonly fullScreen: FullScreen;

  constructor(room: RoomElement & LitElement) {
    this.#room = room;
    this.fullScreen = new FullScreen(room);
  }

  /** What a person can do about it, in this browser. */
  get controls(): Control[] {
    const { fullScreen } = this;
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
    return controls;
  }
}
