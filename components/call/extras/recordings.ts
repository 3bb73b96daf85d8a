import { RECORDINGS } from '../../../signaling/protocol/index.js';
import type { Call } from '../call.js';
import type { Exchange } from './exchange.js';
import { PeerBudgets } from './peer-budgets.js';

/** How often somebody may say so at once, and then a second. */
const RATE = [10, 1] as const;

/**
 * Who records the call, in `Participant.recording`. That is what people's pages say: good manners, and no protection. Whoever
 * records by other means, or by a page of another make, is not found out.
 */
export class Recordings {
  readonly #call: Call;
  readonly #exchange: Exchange;

  constructor(call: Call, exchange: Exchange) {
    this.#call = call;
    this.#exchange = exchange;
    const budgets = new PeerBudgets(exchange, ...RATE);
    exchange.read(RECORDINGS, ({ on }, peer) => {
      budgets.last(peer, () => exchange.stay?.roster.change(peer, { recording: on }));
    });
    exchange.greet((peer) => {
      const { recording } = call.localParticipant;
      // Once it has been so, its end is said again, too: over a link that broke meanwhile nobody has heard of it.
      if (recording !== undefined) void this.#exchange.tell({ type: 'recording', on: recording }, peer);
    });
    call.accompany((stay) => ({ close: () => stay.onOwn({ recording: undefined }) }));
  }

  /**
   * Tells everybody, newcomers included, that this person records the call, or does not any more; whoever records by means of
   * their own says so, too. Does nothing outside of a room.
   */
  tell(on: boolean): void {
    const { stay } = this.#exchange;
    if (!stay || on === !!this.#call.localParticipant.recording) return;
    stay.onOwn({ recording: on });
    void this.#exchange.tell({ type: 'recording', on });
  }
}
