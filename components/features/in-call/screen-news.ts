import type { Participant } from '../../call/participant.js';
import type { RoomElement } from '../../controllers/room-registry.js';
import { nameOf } from '../../i18n/names.js';
import { ifStanding } from './standing.js';

/** Says who begins or ends to share a screen: of this person as well, as the browser has a button of its own that ends it. */
export class ScreenNews {
  readonly #room: RoomElement;

  constructor(room: RoomElement) {
    this.#room = room;
    // For the life of both: neither outlives the other.
    room.call.addEventListener('participantchange', ({ participant, previous }) => {
      if (previous && previous.screen !== participant.screen) ifStanding(room, () => this.#say(participant));
    });
    for (const participant of room.participants) if (participant.screen) this.#say(participant);
  }

  #say({ local, screen, displayName }: Participant): void {
    const room = this.#room;
    if (local) room.say(screen ? 'said-own-screen-on' : 'said-own-screen-off');
    else room.say(screen ? 'said-screen-on' : 'said-screen-off', { name: nameOf(displayName, room.text) });
  }
}
