import { html, type LitElement, type TemplateResult } from 'lit';
import type { ParticipantEvent } from '../../../call/call-events.js';
import { CallError } from '../../../call/errors.js';
import type { Extras } from '../../../call/extras/extras.js';
import type { ReactionEvent } from '../../../call/extras/reaction-event.js';
import { roomsChanged, type RoomElement } from '../../../controllers/room-registry.js';
import { tiles } from '../../../controllers/tiles.js';
import { CallMessageEvent } from '../../../events/call-message.js';
import { CallReactionEvent } from '../../../events/call-reaction.js';
import { nameOf } from '../../../i18n/names.js';
import { ChatNews } from '../chat-news.js';
import { nameOrYou } from '../name-or-you.js';
import { ifStanding } from '../standing.js';
import { HandOffer } from './hand-offer.js';
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
  readonly #offer: HandOffer;
  #extras: Extras | undefined;
  /** When reactions of the others, and this person's own, were last announced. */
  readonly #saidAt = { others: -Infinity, own: -Infinity };

  constructor(room: RoomElement & LitElement) {
    this.#room = room;
    this.#offer = new HandOffer(room, () => this.#extras?.hands.toggle(false));
    this.#overlay.setAttribute('exportparts', 'reaction');
    // For the life of both: neither outlives the other.
    room.call.addEventListener('reaction', (event) => this.#onReaction(event));
    room.call.addEventListener('participantchange', (event) => this.#onChange(event));
    void this.#begin();
  }

  /** What the call can beyond talking and seeing, once it is loaded. */
  get extras(): Extras | undefined {
    return this.#extras;
  }

  /** How many messages nobody has looked at yet. */
  get unread(): number {
    return this.#extras?.chat.unread ?? 0;
  }

  /** What stands above the people. */
  render(): TemplateResult {
    return html`${this.#overlay}${this.#offer.render()}`;
  }

  /** Puts the mark of a raised hand on each tile that needs one: the tiles of the first frame know of no hands. */
  markHands(): void {
    const { participants, localParticipant, text } = this.#room;
    const people = [...participants, localParticipant];
    const up = people
      .filter(({ handRaisedAt }) => handRaisedAt !== undefined)
      .sort((one, other) => (one.handRaisedAt ?? 0) - (other.handRaisedAt ?? 0));
    const count = up.length;
    for (const tile of tiles) {
      // Styles of this document can't be shared with that of another window.
      if (tile.ownerDocument !== document) continue;
      const id = tile.participant?.id;
      if (!people.some((person) => person.id === id)) continue;
      const mark = tile.shadowRoot?.querySelector('raised-hand');
      const place = up.findIndex((person) => person.id === id) + 1;
      if (!place) {
        mark?.remove();
        continue;
      }
      const hand = mark ?? document.createElement('raised-hand');
      hand.label = count > 1 ? text('hand-raised-place', { place, count }) : text('hand-raised');
      hand.place = count > 1 ? place : undefined;
      if (!mark) tile.shadowRoot?.append(hand);
    }
  }

  async #begin(): Promise<void> {
    const room = this.#room;
    try {
      const { chat, messages } = (this.#extras = await room.call.extras());
      messages.take(({ data, participant }) => room.dispatchEvent(new CallMessageEvent(data, participant)));
      new ChatNews(room, chat);
      // Bars have more to show.
      roomsChanged();
    } catch (error) {
      // The call has told of it.
      if (!(error instanceof CallError)) throw error;
    }
  }

  #onReaction({ emoji, participant }: ReactionEvent): void {
    const room = this.#room;
    room.dispatchEvent(new CallReactionEvent(emoji, participant));
    const name = nameOrYou(participant, room.text);
    this.#overlay.show(emoji, name);
    const whose = participant.local ? 'own' : 'others';
    const now = performance.now();
    if (now < this.#saidAt[whose] + QUIET) return;
    this.#saidAt[whose] = now;
    room.say(participant.local ? 'said-own-reaction' : 'said-reaction', { name, emoji });
  }

  #onChange({ participant, previous }: ParticipantEvent): void {
    const isUp = participant.handRaisedAt !== undefined;
    const wasUp = previous?.handRaisedAt !== undefined;
    const room = this.#room;
    if (participant.local) this.#offer.follow(participant);
    if (isUp === wasUp) return;
    if (participant.local) ifStanding(room, () => room.say(isUp ? 'said-own-hand-raised' : 'said-own-hand-lowered'));
    else if (isUp) room.say('said-hand-raised', { name: nameOf(participant.displayName, room.text) });
  }
}
