import { HANDS } from '../../../signaling/protocol/index.js';
import type { Call } from '../call.js';
import type { Exchange } from './exchange.js';
import { PeerBudgets } from './peer-budgets.js';

/** How often somebody may raise or lower a hand at once, and then a second. */
const RATE = [10, 1] as const;

/** Raised hands, in `Participant.handRaisedAt`. They stay up until they are lowered, or the person leaves. */
export class Hands {
  readonly #call: Call;
  readonly #exchange: Exchange;
  /** Whether this person's hand has been up in this stay. */
  #wasRaised = false;

  constructor(call: Call, exchange: Exchange) {
    this.#call = call;
    this.#exchange = exchange;
    const budgets = new PeerBudgets(exchange, ...RATE);
    exchange.read(HANDS, ({ raised, ago }, peer) => {
      const handRaisedAt = raised ? Date.now() - ago : undefined;
      budgets.last(peer, () => exchange.stay?.roster.change(peer, { handRaisedAt }));
    });
    exchange.greet((peer) => void this.#tell(peer));
    call.accompany((stay) => ({
      close: () => {
        this.#wasRaised = false;
        stay.onOwn({ handRaisedAt: undefined });
      },
    }));
  }

  /** Raises this person's hand, or lowers it; the other of both without `force` (`true`: raise). Does nothing outside of a room. */
  toggle(force = this.#call.localParticipant.handRaisedAt === undefined): void {
    const { handRaisedAt } = this.#call.localParticipant;
    if (force === (handRaisedAt !== undefined) || !this.#exchange.stay) return;
    this.#wasRaised ||= force;
    this.#exchange.stay.onOwn({ handRaisedAt: force ? Date.now() : undefined });
    void this.#tell();
  }

  /**
   * A newcomer who is told nothing sees no hand. Once it has been up, that it is not is said as well: over a link that broke meanwhile
   * nobody has heard of it.
   */
  #tell(to?: string): Promise<void> | undefined {
    const { handRaisedAt } = this.#call.localParticipant;
    if (to !== undefined && !this.#wasRaised) return undefined;
    const ago = Math.min(Math.max(0, Date.now() - (handRaisedAt ?? Date.now())), 86_400_000);
    return this.#exchange.tell({ type: 'hand', raised: handRaisedAt !== undefined, ago }, to);
  }
}
