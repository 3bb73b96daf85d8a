import type { Participant } from '../../../call/participant.js';
import type { RoomElement } from '../../../controllers/room-registry.js';
import { screensOf } from '../screens.js';
import { ActiveSpeaker } from '../stage/active-speaker.js';

/** Whom a small window shows, where there is room for one: who is pinned, else a shared screen, else who speaks. */
export class Featured {
  readonly #room: RoomElement;
  readonly #pinned: () => string | undefined;
  readonly #speaker = new ActiveSpeaker();

  /** `pinned` gives the id of whoever is pinned. */
  constructor(room: RoomElement, pinned: () => string | undefined) {
    this.#room = room;
    this.#pinned = pinned;
  }

  /**
   * Somebody out of those whom `suits` lets pass; undefined when that is nobody. `again` tells in how many ms that may be somebody
   * else, even if nothing else happens.
   */
  choose(suits: (one: Participant) => boolean = () => true): { person: Participant | undefined; again: number | undefined } {
    const { participants, localParticipant, text } = this.#room;
    const everybody = [...participants, localParticipant];
    // One's own screen is seen anyway.
    const screens = screensOf(participants, text).filter(suits);
    const pinned = this.#pinned();
    const fixed = [...screensOf(everybody, text), ...everybody].find((one) => one.id === pinned && suits(one)) ?? screens.at(-1);
    if (fixed) return { person: fixed, again: undefined };
    const others = participants.filter(suits);
    const { id, again } = this.#speaker.choose(others, performance.now());
    const person = others.find((other) => other.id === id) ?? [localParticipant].find(suits);
    return { person, again };
  }
}
