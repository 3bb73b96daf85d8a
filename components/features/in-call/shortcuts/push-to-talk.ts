import type { RoomElement } from '../../../controllers/room-registry.js';

/** What a key does something to by itself, so that it is not taken from there. */
const PRESSABLE = 'button, a, summary, video, audio, [role=button], [role=slider], [role=separator], [tabindex="0"]';

/** Who is muted is heard as long as a key is held. */
export class PushToTalk {
  readonly #room: RoomElement;
  /** The code of the key that is held. */
  #held: string | undefined;

  constructor(room: RoomElement) {
    this.#room = room;
  }

  /**
   * Takes a key that goes down, or repeats as it is held; false where there is nothing to begin: a button has that key, or the
   * person is heard already.
   */
  take(event: KeyboardEvent): boolean {
    if (this.#held === event.code) return true;
    const [target] = event.composedPath();
    const isPress = target instanceof HTMLElement && target.matches(PRESSABLE);
    if (event.repeat || isPress || this.#held || this.#room.localParticipant.audio) return false;
    this.#begin(event.code);
    return true;
  }

  #begin(code: string): void {
    this.#held = code;
    const opened = this.#room.toggleMicrophone(true);
    const held = new AbortController();
    const { signal } = held;
    const end = (): void => {
      held.abort();
      this.#held = undefined;
      // A microphone that is still being opened is closed once it is there.
      void opened.finally(() => this.#room.toggleMicrophone(false));
    };
    addEventListener('keyup', (event) => event.code === code && end(), { signal, capture: true });
    // Where the key goes up then, nobody tells.
    addEventListener('blur', end, { signal });
    document.addEventListener('visibilitychange', end, { signal });
  }
}
