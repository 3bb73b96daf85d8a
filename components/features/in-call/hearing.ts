import type { LitElement, ReactiveController } from 'lit';
import type { Participant } from '../../call/participant.js';
import { roomsChanged, type HearingHooks, type Loudness, type RoomElement } from '../../controllers/room-registry.js';

/** As everybody is heard at first. */
const FULL: Loudness = Object.freeze({ volume: 1, muted: false });

/**
 * What this person hears: everybody's voice and the sound of their shared screens, each as loud as the person wants it. Nobody else
 * learns of that. The room plays it all; this says what, and turns the players down.
 */
export class Hearing implements ReactiveController, HearingHooks {
  readonly #room: RoomElement & LitElement;
  /** By peer id, for as long as the page has this room: who is gone may come back over a new link, and should not be louder then. */
  readonly #wishes = new Map<string, Loudness>();

  constructor(room: RoomElement & LitElement) {
    this.#room = room;
    room.addController(this);
  }

  /** Whom and what to play: the others, and what they share with its sound as if it were one more of them. Never anything of one's own. */
  get all(): readonly Participant[] {
    const { participants } = this.#room;
    return [...participants, ...participants.flatMap(soundOfScreen)];
  }

  of(id: string): Loudness {
    return this.#wishes.get(id) ?? FULL;
  }

  set(id: string, changes: Partial<Loudness>): void {
    const wish = { ...this.of(id), ...changes };
    this.#wishes.set(id, { ...wish, volume: Math.min(1, Math.max(0, wish.volume)) });
    this.#apply();
    roomsChanged();
  }

  hostConnected(): void {}

  hostDisconnected(): void {}

  /** After the room's players have come and gone: it controls them from its first frame on, before this. */
  hostUpdated(): void {
    this.#apply();
  }

  #apply(): void {
    const { participants, renderRoot } = this.#room;
    for (const player of renderRoot.querySelectorAll('audio')) {
      const { srcObject } = player;
      const owner = participants.find(({ stream, screenStream }) => srcObject === stream || srcObject === screenStream);
      if (owner) Object.assign(player, this.of(owner.id));
    }
  }
}

/** By the id of its stream: another screen of the same person is another one to play. */
function soundOfScreen(person: Participant): Participant[] {
  const { screenStream } = person;
  return screenStream?.getAudioTracks().length ? [{ ...person, id: screenStream.id, stream: screenStream, audio: true }] : [];
}
