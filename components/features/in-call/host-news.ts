import type { Moderation } from '../../call/extras/moderation/moderation.js';
import { CallErrorEvent } from '../../call/call-events.js';
import { CallError } from '../../call/errors.js';
import type { RoomElement } from '../../controllers/room-registry.js';
import { CallMuteRequestEvent } from '../../events/call-mute-request.js';
import { PEOPLE_ENGLISH } from '../../i18n/people-catalogue.js';
import { addEnglish } from '../../i18n/translate.js';

addEnglish(PEOPLE_ENGLISH);

/** Tells people who asks to be let in, and by whom they were muted, whether or not a list of people is open. */
export class HostNews {
  readonly #room: RoomElement;

  constructor(room: RoomElement) {
    this.#room = room;
    room.call.extras().then(
      ({ moderation }) => this.#follow(moderation),
      // The call has told of it already.
      (error: unknown) => {
        if (!(error instanceof CallError)) {
          room.call.dispatchEvent(new CallErrorEvent(new CallError('feature-unavailable', { recoverable: true, cause: error })));
        }
      },
    );
  }

  /** For the life of both: neither outlives the other. */
  #follow(moderation: Moderation): void {
    const room = this.#room;
    moderation.addEventListener('knock', ({ visitor }) => room.say('said-knock', { name: visitor.name || room.text('guest') }));
    moderation.addEventListener('muterequest', (request) => {
      const { participant } = request;
      if (!room.dispatchEvent(new CallMuteRequestEvent(participant))) return request.preventDefault();
      room.say('said-muted-by', { name: participant.displayName || room.text('guest') });
    });
  }
}
