import { CAPTION_WISHES, CAPTIONS, MOST_CAPTION } from '../../../signaling/protocol/index.js';
import { Budget } from '../budget.js';
import type { Call } from '../call.js';
import type { Participant } from '../participant.js';
import { typedEventTarget } from '../typed-event-target.js';
import type { Exchange } from './exchange.js';
import { PeerBudgets } from './peer-budgets.js';

/** How many unfinished sentences one may send at once, and then a second: as often as somebody who reads along needs. */
const SAYS = [4, 4] as const;
/** How many are heard; a little more, as messages arrive in heaps. */
const HEARS = [24, 8] as const;
/** How often somebody may change their wishes at once, and then a second. */
const WISHES = [10, 1] as const;

/** What somebody is saying, as their browser understands it. Somebody's words: render as text. */
export interface Caption {
  /** The number of the sentence among those of its speaker. */
  readonly id: number;
  readonly participant: Participant;
  readonly text: string;
  /** The language that is spoken (BCP 47). */
  readonly lang: string;
  /** True once the sentence will not change any more. */
  readonly final: boolean;
}

/** `caption`: somebody, or this person, says something. */
export class CaptionEvent extends Event {
  readonly caption: Caption;
  constructor(caption: Caption) {
    super('caption');
    this.caption = caption;
  }
}

/** The events of {@link Captions}; `change`: somebody else reads along, or not any more, or this person does. */
export interface CaptionsEvents {
  caption: CaptionEvent;
  change: Event;
}

/**
 * What people say, as text, from whoever can turn their speech into text to whoever would like to read it. How that is done is for
 * others to know.
 */
export class Captions extends typedEventTarget<CaptionsEvents>() {
  readonly #call: Call;
  readonly #exchange: Exchange;
  readonly #readers = new Set<string>();
  readonly #said = new Budget(...SAYS);
  /** `undefined` as long as nobody was told anything. */
  #on: boolean | undefined;

  constructor(call: Call, exchange: Exchange) {
    super();
    this.#call = call;
    this.#exchange = exchange;
    const wished = new PeerBudgets(exchange, ...WISHES);
    const heard = new PeerBudgets(exchange, ...HEARS);
    exchange.read(CAPTION_WISHES, ({ on }, peer) => wished.last(peer, () => this.#onWish(peer, on)));
    exchange.read(CAPTIONS, ({ id, text, lang, final }, peer) => {
      const participant = call.participants.find((one) => one.id === peer);
      // Somebody who is muted is not heard, and has nothing to be read.
      if (!this.#on || !participant?.audio || !heard.take(peer)) return;
      this.dispatchEvent(new CaptionEvent({ id, participant, text, lang, final }));
    });
    exchange.greet((peer) => {
      if (this.#on !== undefined) void exchange.tell({ type: 'caption-wish', on: this.#on }, peer);
    });
    call.addEventListener('participantleft', ({ participant: { id } }) => {
      // Out of sight for a while, as a machine that sleeps: over the same link nothing is said again.
      if (exchange.stay?.transport.links.has(id)) return;
      if (this.#readers.delete(id)) this.#changed();
    });
    call.accompany(() => ({ close: () => this.#end() }));
  }

  /** True while this person reads along. */
  get on(): boolean {
    return !!this.#on;
  }

  /** Who would like to read what this person says. */
  get readers(): readonly Participant[] {
    return this.#call.participants.filter(({ id }) => this.#readers.has(id));
  }

  /** Reads along, or not any more; the other of both without `force`. Does nothing outside of a room. */
  toggle(force = !this.#on): void {
    if (force === this.on || !this.#exchange.stay) return;
    this.#on = force;
    void this.#exchange.tell({ type: 'caption-wish', on: force });
    this.#changed();
  }

  /**
   * Tells those who read along what this person is saying, and this person, too. Of a sentence that is not final, some states are left
   * out.
   * @param id another one for each sentence
   * @param text of which the last 500 UTF-16 code units count
   */
  say(id: number, text: string, lang: string, final: boolean): void {
    const words = text
      .trim()
      .slice(-MOST_CAPTION)
      .replace(/\p{Surrogate}/gu, '');
    if (!words || !this.#exchange.stay || (!final && !this.#said.take())) return;
    for (const reader of this.#readers) void this.#exchange.tell({ type: 'caption', id, text: words, lang, final }, reader);
    if (this.#on) {
      this.dispatchEvent(new CaptionEvent({ id, participant: this.#call.localParticipant, text: words, lang, final }));
    }
  }

  #onWish(peer: string, on: boolean): void {
    if (on === this.#readers.has(peer)) return;
    if (on) this.#readers.add(peer);
    else this.#readers.delete(peer);
    this.#changed();
  }

  #end(): void {
    this.#on = undefined;
    this.#readers.clear();
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
