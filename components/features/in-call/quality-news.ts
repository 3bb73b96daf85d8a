import { isActive } from '../../call/call-state.js';
import type { Participant, Quality } from '../../call/participant.js';
import type { RoomElement } from '../../controllers/room-registry.js';
import { CallQualityChangeEvent } from '../../events/call-quality-change.js';
import { nameOf } from '../../i18n/names.js';

/** How long it must be bad before it is said, in ms: by then it is known whether it is one person's trouble, or one's own. */
const PATIENCE = 2000;

/** How long somebody may stay bad after one's own trouble is over, in ms, before it is theirs: not everything rises at once. */
const AFTERMATH = 10_000;

/** How long all must have been well before it is said once more, in ms. */
const PEACE = 30_000;

/** How bad what was said of somebody was, and since when all has been well again. */
interface Said {
  quality: Quality;
  /** By `Date.now()`, in ms. */
  well: number;
}

/**
 * Tells how good connections are: each change as a `call-quality-change` event, and bad ones in words, once. What is
 * everybody's trouble is said of oneself alone, unless it has been said of each of them; having no connection at all is
 * said where signaling is ("Reconnecting…").
 */
export class QualityNews {
  #room: RoomElement;
  /** By participant; one's own under the empty text, as one's id changes. */
  #said = new Map<string, Said>();
  #pending = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(room: RoomElement) {
    this.#room = room;
    // For the life of both: neither outlives the other.
    const { call } = room;
    call.addEventListener('participantchange', ({ participant, previous }) =>
      this.#onChange(participant, previous?.quality ?? 'unknown'),
    );
    call.addEventListener('participantleft', ({ participant }) => this.#forget(participant.id));
    call.addEventListener('statechange', ({ state }) => {
      if (!isActive(state)) this.#forgetAll();
    });
    // What was known before this was loaded.
    for (const participant of this.#people) this.#onChange(participant, 'unknown');
  }

  get #people(): Participant[] {
    return [...this.#room.participants, this.#room.localParticipant];
  }

  #onChange(participant: Participant, previous: Quality): void {
    const { quality } = participant;
    if (quality === previous) return;
    this.#room.dispatchEvent(new CallQualityChangeEvent(participant, previous));
    const key = keyOf(participant);
    if (isBad(quality)) this.#sayLater(key);
    else this.#calm(key, isBad(previous));
    // What is left of the trouble is theirs.
    if (participant.local && isBad(previous) && !isBad(quality)) {
      for (const other of this.#room.participants) if (isBad(other.quality)) this.#sayLater(other.id, AFTERMATH);
    }
  }

  /** All is well; from now on, if it was not before. */
  #calm(key: string, wasBad: boolean): void {
    clearTimeout(this.#pending.get(key));
    this.#pending.delete(key);
    const said = this.#said.get(key);
    if (said && wasBad) said.well = Date.now();
  }

  #sayLater(key: string, patienceMs = PATIENCE): void {
    const said = this.#said.get(key);
    if (said && Date.now() - said.well >= PEACE) this.#said.delete(key);
    if (this.#pending.has(key)) return;
    const say = (): void => {
      this.#pending.delete(key);
      this.#say(key);
    };
    this.#pending.set(key, setTimeout(say, patienceMs));
  }

  #say(key: string): void {
    const participant = this.#people.find((one) => keyOf(one) === key);
    if (!participant || !isBad(participant.quality)) return;
    const { quality, local, displayName } = participant;
    const before = this.#said.get(key)?.quality;
    if (before === 'lost' || before === quality) return;
    if (local ? quality === 'lost' || this.#allIsSaid : isBad(this.#room.localParticipant.quality)) return;
    this.#said.set(key, { quality, well: Infinity });
    const name = nameOf(displayName, this.#room.text);
    if (local) this.#room.say('said-own-poor');
    else this.#room.say(quality === 'lost' ? 'said-lost' : 'said-poor', { name });
  }

  /** True when everybody else comes through badly, and that is known: most of all where there is only one. */
  get #allIsSaid(): boolean {
    return this.#room.participants.every(({ id, quality }) => isBad(quality) && this.#said.has(id));
  }

  #forget(key: string): void {
    clearTimeout(this.#pending.get(key));
    this.#pending.delete(key);
    this.#said.delete(key);
  }

  #forgetAll(): void {
    for (const key of new Set([...this.#pending.keys(), ...this.#said.keys()])) this.#forget(key);
  }
}

const keyOf = ({ id, local }: Participant): string => (local ? '' : id);
const isBad = (quality: Quality): boolean => quality === 'poor' || quality === 'lost';
