import { DATA } from '../../../signaling/protocol/index.js';
import type { Call } from '../call.js';
import { CallMessageEvent } from '../call-events.js';
import type { Exchange } from './exchange.js';

/** The most that one message may hold, in UTF-16 code units: with its frame it fits into what every browser can take. */
const MOST = 48_000;

/** Data of the page's own, from page to page. */
export class Messages {
  readonly #exchange: Exchange;

  constructor(call: Call, exchange: Exchange) {
    this.#exchange = exchange;
    exchange.read(DATA, ({ data }, peer) => {
      const participant = call.participants.find(({ id }) => id === peer);
      if (participant) call.dispatchEvent(new CallMessageEvent(data, participant));
    });
  }

  /** See `Call.send()`. */
  async send(data: unknown, to?: string): Promise<void> {
    const text = JSON.stringify(data) as string | undefined;
    if (text === undefined) throw new TypeError('send(): data must be something that JSON can hold');
    if (text.length > MOST) throw new TypeError(`send(): data of ${text.length} characters; at most ${MOST} can be sent at once`);
    await this.#exchange.tell({ type: 'data', data }, to);
  }
}
