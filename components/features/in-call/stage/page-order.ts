import type { Speaker } from './active-speaker.js';

/** How long somebody on a further page must speak to come to the first one, in ms. */
export const PATIENCE = 1000;

/**
 * The order of people who have several pages: as they came, but whoever speaks is brought to the first page, in the place of
 * the one there who has been silent for the longest time. Everybody else stays where they are.
 */
export class PageOrder {
  #order: readonly string[] = [];
  /** Since when each of them has been speaking, by the clock of the caller, in ms. */
  #since = new Map<string, number>();
  /** When each of them was last heard. */
  #heard = new Map<string, number>();

  /**
   * The ids in their order, with `first` of them on the first page, at `now` in ms. `again` tells in how many ms it may be another
   * one, even if nothing else happens.
   */
  arrange(speakers: readonly Speaker[], first: number, now: number): { ids: readonly string[]; again: number | undefined } {
    const present = new Set(speakers.map(({ id }) => id));
    const known = this.#order.filter((id) => present.has(id));
    const order = [...known, ...speakers.map(({ id }) => id).filter((id) => !known.includes(id))];
    const speaking = new Set(speakers.filter((one) => one.speaking).map(({ id }) => id));
    this.#since = new Map([...speaking].map((id) => [id, this.#since.get(id) ?? now]));
    this.#heard = new Map([...this.#heard].filter(([id]) => present.has(id)));
    for (const id of speaking) this.#heard.set(id, now);
    let again: number | undefined;
    for (const [id, since] of this.#since) {
      if (order.indexOf(id) < first) continue;
      const left = since + PATIENCE - now;
      if (left > 0) again = Math.min(again ?? left, left);
      else this.#bringForward(order, id, first);
    }
    this.#order = order;
    return { ids: order, again };
  }

  /** Changes places with whoever on the first page was heard longest ago; the last of them, where several were never. */
  #bringForward(order: string[], id: string, first: number): void {
    const silent = order.slice(0, first).filter((other) => !this.#since.has(other));
    if (!silent.length) return;
    const place = silent.reduce((least, other) =>
      (this.#heard.get(other) ?? 0) <= (this.#heard.get(least) ?? 0) ? other : least,
    );
    const from = order.indexOf(id);
    order[order.indexOf(place)] = id;
    order[from] = place;
  }
}
