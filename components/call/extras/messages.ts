import { DATA } from '../../../signaling/protocol/index.js';
import type { Call } from '../call.js';
import { CallMessageEvent } from '../call-events.js';
import type { Exchange } from './exchange.js';

/** The most that one message may hold, in UTF-16 code units: with its frame it fits into what every browser can take. */
const MOST = 48_000;

/** How many messages are kept for an element that has not loaded its part of this yet. */
const MOST_EARLY = 50;

/** Data of the page's own, from page to page. */
export class Messages {
  readonly #call: Call;
  readonly #exchange: Exchange;
  /** What came before anybody took it; `undefined` since somebody does. */
  #early: CallMessageEvent[] | undefined = [];

  constructor(call: Call, exchange: Exchange) {
    this.#call = call;
    this.#exchange = exchange;
    exchange.read(DATA, ({ data }, peer) => {
      const participant = call.participants.find(({ id }) => id === peer);
      if (!participant) return;
      const event = new CallMessageEvent(data, participant);
      if (this.#early && this.#early.length < MOST_EARLY) this.#early.push(event);
      call.dispatchEvent(event);
    });
  }

  /**
   * Has everything told, what came before this included: the element's ears come later than its call. To be called once.
   */
  take(listener: (event: CallMessageEvent) => void): void {
    for (const event of this.#early ?? []) listener(event);
    this.#early = undefined;
    this.#call.addEventListener('message', listener);
  }

  /** See `Call.send()`. */
  async send(data: unknown, to?: string): Promise<void> {
    const text = JSON.stringify(data) as string | undefined;
    if (text === undefined) throw new TypeError('send(): data must be something that JSON can hold');
    if (text.length > MOST) throw new TypeError(`send(): data of ${text.length} characters; at most ${MOST} can be sent at once`);
    await this.#exchange.tell({ type: 'data', data }, to, true);
  }
}
