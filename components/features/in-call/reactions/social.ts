import { html, type TemplateResult } from 'lit';
import type { ParticipantEvent } from '../../../call/call-events.js';
import { CallError } from '../../../call/errors.js';
import type { ReactionEvent } from '../../../call/extras/reaction-event.js';
import type { Participant } from '../../../call/participant.js';
import type { RoomElement } from '../../../controllers/room-registry.js';
import { tiles } from '../../../controllers/tiles.js';
import { CallMessageEvent } from '../../../events/call-message.js';
import { CallReactionEvent } from '../../../events/call-reaction.js';
import { RaisedHand } from './raised-hand.js';
import { ReactionOverlay } from './reaction-overlay.js';

// A script may be loaded twice.
if (!customElements.get('raised-hand')) customElements.define('raised-hand', RaisedHand);
if (!customElements.get('reaction-overlay')) customElements.define('reaction-overlay', ReactionOverlay);

/** Between two announcements of reactions, in ms: applause of ten people is one piece of news. */
const QUIET = 3000;

/** What people do without a word, for those who see and those who hear it; and what their pages tell each other. */
export class Social {
  readonly #room: RoomElement;
  readonly #overlay = document.createElement('reaction-overlay');
  #saidAt = -Infinity;

  constructor(room: RoomElement) {
    this.#room = room;
    this.#overlay.setAttribute('exportparts', 'reaction');
    // For the life of both: neither outlives the other.
    room.call.addEventListener('reaction', (event) => this.#onReaction(event));
    room.call.addEventListener('participantchange', (event) => this.#onChange(event));
    void this.#takeMessages();
  }

  /** What stands above the people. */
  render(): TemplateResult {
    return html`${this.#overlay}`;
  }

  /** Puts the mark of a raised hand on each tile that needs one: the tiles of the first frame know of no hands. */
  markHands(): void {
    const { participants, localParticipant, text } = this.#room;
    const people = new Map([...participants, localParticipant].map((one) => [one.id, one]));
    for (const tile of tiles) {
      const person = people.get(tile.participant?.id ?? '');
      if (!person) continue;
      const mark = tile.shadowRoot?.querySelector('raised-hand');
      if (person.handRaisedAt === undefined) {
        mark?.remove();
        continue;
      }
      const hand = mark ?? document.createElement('raised-hand');
      hand.label = text('hand-raised');
      if (!mark) tile.shadowRoot?.append(hand);
    }
  }

  async #takeMessages(): Promise<void> {
    const room = this.#room;
    try {
      const { messages } = await room.call.extras();
      messages.take(({ data, participant }) => room.dispatchEvent(new CallMessageEvent(data, participant)));
    } catch (error) {
      // The call has told of it.
      if (!(error instanceof CallError)) throw error;
    }
  }

  #onReaction({ emoji, participant }: ReactionEvent): void {
    const room = this.#room;
    room.dispatchEvent(new CallReactionEvent(emoji, participant));
    const name = this.#nameOf(participant);
    this.#overlay.show(emoji, name);
    const now = performance.now();
    if (participant.local || now < this.#saidAt + QUIET) return;
    this.#saidAt = now;
    room.say('said-reaction', { name, emoji });
  }

  #onChange({ participant, previous }: ParticipantEvent): void {
    const isUp = participant.handRaisedAt !== undefined;
    const wasUp = previous?.handRaisedAt !== undefined;
    const room = this.#room;
    if (isUp !== wasUp) {
      if (participant.local) room.say(isUp ? 'said-own-hand-raised' : 'said-own-hand-lowered');
      else if (isUp) room.say('said-hand-raised', { name: this.#nameOf(participant) });
    } else if (isUp && participant.local && previous?.speaking && !participant.speaking) {
      // Somebody who was called on has spoken, and may have forgotten it.
      room.say('said-hand-still-raised');
    }
  }

  #nameOf({ displayName, local }: Participant): string {
    return displayName || this.#room.text(local ? 'you' : 'guest');
  }
}
