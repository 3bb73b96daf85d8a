import { REACTIONS, REACTIONS_SHOWN, type Reaction } from '../../../signaling/protocol/index.js';
import { Budget } from '../budget.js';
import type { Call } from '../call.js';
import type { Exchange } from './exchange.js';
import { PeerBudgets } from './peer-budgets.js';
import { ReactionEvent } from './reaction-event.js';

/** How many at once, and then a second: as fast as somebody claps. */
const RATE = [8, 3] as const;

/** Signs that somebody gives without a word: a `reaction` event of the call each. */
export class Reactions {
  /** The signs that there are. */
  readonly emojis: readonly Reaction[] = REACTIONS;
  readonly #call: Call;
  readonly #exchange: Exchange;
  readonly #own = new Budget(...RATE);

  constructor(call: Call, exchange: Exchange) {
    this.#call = call;
    this.#exchange = exchange;
    const others = new PeerBudgets(exchange, ...RATE);
    exchange.read(REACTIONS_SHOWN, (message, peer) => {
      const participant = call.participants.find(({ id }) => id === peer);
      if (participant && others.take(peer)) call.dispatchEvent(new ReactionEvent(message.emoji, participant));
    });
  }

  /**
   * Shows one of the signs to everybody.
   * @returns false when that were too many at once, or there is no room to show it in
   */
  send(emoji: Reaction): boolean {
    if (!this.#exchange.stay || !this.#own.take()) return false;
    this.#call.dispatchEvent(new ReactionEvent(emoji, this.#call.localParticipant));
    void this.#exchange.tell({ type: 'reaction', emoji });
    return true;
  }
}
