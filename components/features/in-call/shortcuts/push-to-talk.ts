import type { RoomElement } from '../../../controllers/room-registry.js';

/** Who is muted is heard as long as a key is held. */
export class PushToTalk {
  readonly #room: RoomElement;

  constructor(room: RoomElement) {
    this.#room = room;
  }

  /** Begins with a key that goes down; false when there is nothing to begin: a button has that key, or the person is heard. */
  begin(event: KeyboardEvent): boolean {
    const [target] = event.composedPath();
    const isButton = target instanceof HTMLElement && target.matches('button, a, summary, [role=button], video, audio');
    if (isButton || this.#room.localParticipant.audio) return false;
    const opened = this.#room.toggleMicrophone(true);
    const held = new AbortController();
    const end = (): void => {
      held.abort();
      // A microphone that is still being opened is closed once it is there.
      void opened.finally(() => this.#room.toggleMicrophone(false));
    };
    const { signal } = held;
    addEventListener('keyup', ({ code }) => code === event.code && end(), { signal, capture: true });
    // Where the key goes up then, nobody tells.
    addEventListener('blur', end, { signal });
    return true;
  }
}
