import { HANDS } from '../../../signaling/protocol/index.js';
import { Budget } from '../budget.js';
import type { Call } from '../call.js';
import type { Exchange } from './exchange.js';

/** Raised hands, in `Participant.handRaisedAt`. They stay up until they are lowered, or the person leaves. */
export class Hands {
  readonly #call: Call;
  readonly #exchange: Exchange;
  readonly #budgets = new Map<string, Budget>();

  constructor(call: Call, exchange: Exchange) {
    this.#call = call;
    this.#exchange = exchange;
    exchange.read(HANDS, (message, peer) => {
      if (!allows(this.#budgets, peer)) return;
      exchange.stay?.roster.change(peer, { handRaisedAt: message.raised ? Date.now() - message.ago : undefined });
    });
    exchange.greet((peer) => void this.#tell(peer));
    call.addEventListener('participantleft', ({ participant }) => this.#budgets.delete(participant.id));
    call.accompany((stay) => ({ close: () => stay.onOwn({ handRaisedAt: undefined }) }));
  }

  /** Raises this person's hand, or lowers it; the other of both without `force` (`true`: raise). Does nothing outside of a room. */
  toggle(force = this.#call.localParticipant.handRaisedAt === undefined): void {
    const { handRaisedAt } = this.#call.localParticipant;
    if (force === (handRaisedAt !== undefined) || !this.#exchange.stay) return;
    this.#exchange.stay.onOwn({ handRaisedAt: force ? Date.now() : undefined });
    void this.#tell();
  }

  /** A newcomer who is told nothing sees no hand. */
  #tell(to?: string): Promise<void> | undefined {
    const { handRaisedAt } = this.#call.localParticipant;
    if (to !== undefined && handRaisedAt === undefined) return undefined;
    const ago = Math.min(Math.max(0, Date.now() - (handRaisedAt ?? Date.now())), 86_400_000);
    return this.#exchange.tell({ type: 'hand', raised: handRaisedAt !== undefined, ago }, to);
  }
}

/** A person raises a hand now and then; a flood would cost everybody's page its time. */
function allows(budgets: Map<string, Budget>, peer: string): boolean {
  const budget = budgets.get(peer) ?? new Budget(10, 1);
  budgets.set(peer, budget);
  return budget.take();
}
