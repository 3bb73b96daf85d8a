/** What it takes to know of somebody who may be in the spotlight. */
export interface Speaker {
  readonly id: string;
  readonly speaking: boolean;
}

/** How long somebody must speak before the spotlight turns to them, in ms: a cough or a "yes" is not worth it. */
export const TURN = 1500;

/** How long, in ms, while the one in the spotlight speaks as well. */
export const INTERRUPT = 4000;

/** Whom the spotlight shows: whoever speaks, and goes on speaking; in silence, whoever spoke last. */
export class ActiveSpeaker {
  #current: string | undefined;
  /** Since when each of them has been speaking, by the clock of the caller, in ms. */
  #since = new Map<string, number>();

  /**
   * The one to show out of `speakers`, at `now` in ms. `again` tells in how many ms that may be somebody else, even if nothing
   * else happens.
   */
  choose(speakers: readonly Speaker[], now: number): { id: string | undefined; again: number | undefined } {
    this.#since = new Map(speakers.filter(({ speaking }) => speaking).map(({ id }) => [id, this.#since.get(id) ?? now] as const));
    const current = speakers.find(({ id }) => id === this.#current);
    if (!current) {
      this.#current = (this.#longest() ?? speakers[0])?.id;
      return { id: this.#current, again: undefined };
    }
    const challenger = this.#longest(current.id);
    if (!challenger) return { id: current.id, again: undefined };
    const left = challenger.since + (current.speaking ? INTERRUPT : TURN) - now;
    if (left > 0) return { id: current.id, again: left };
    this.#current = challenger.id;
    return { id: challenger.id, again: undefined };
  }

  /** Who has been speaking for the longest time, apart from one of them. */
  #longest(except?: string): { id: string; since: number } | undefined {
    return [...this.#since]
      .map(([id, since]) => ({ id, since }))
      .filter(({ id }) => id !== except)
      .sort((one, other) => one.since - other.since)[0];
  }
}
