import { Budget } from '../budget.js';
import type { Member } from '../roster.js';
import type { Exchange } from './exchange.js';

/**
 * How often each peer may do something: a person needs a little now and then, and a flood would cost everybody's page its time. Kept
 * for people in the room alone, as long as they are known there.
 */
export class PeerBudgets {
  readonly #exchange: Pick<Exchange, 'stay'>;
  readonly #rate: readonly [burst: number, perSecond: number];
  readonly #budgets = new WeakMap<Member, Budget>();
  readonly #late = new WeakMap<Member, () => void>();

  constructor(exchange: Pick<Exchange, 'stay'>, burst: number, perSecond: number) {
    this.#exchange = exchange;
    this.#rate = [burst, perSecond];
  }

  /** True when this peer may do it once more now; never for somebody who is not in the room. */
  take(peer: string): boolean {
    const member = this.#memberOf(peer);
    return !!member && this.#takeOf(member);
  }

  /**
   * Does this now or, where that is too much, as soon as it is not: then only the last of what this peer wanted. For what tells how
   * something is, of which the end must be right.
   */
  last(peer: string, act: () => void): void {
    const member = this.#memberOf(peer);
    if (!member) return;
    const isWaiting = this.#late.has(member);
    if (!isWaiting && this.#takeOf(member)) return act();
    this.#late.set(member, act);
    if (!isWaiting) this.#wait(peer, member);
  }

  #wait(peer: string, member: Member): void {
    setTimeout(() => {
      if (this.#memberOf(peer) !== member) return;
      if (!this.#takeOf(member)) return this.#wait(peer, member);
      const act = this.#late.get(member);
      this.#late.delete(member);
      act?.();
    }, 1000 / this.#rate[1]);
  }

  #memberOf(peer: string): Member | undefined {
    return this.#exchange.stay?.roster.get(peer);
  }

  #takeOf(member: Member): boolean {
    const budget = this.#budgets.get(member) ?? new Budget(...this.#rate);
    this.#budgets.set(member, budget);
    return budget.take();
  }
}
