import type { Speaker } from '../stage/active-speaker.js';
import type { Box } from '../stage/box.js';
import { PageOrder } from '../stage/page-order.js';
import { gridBoxes } from '../stage/stage-layout.js';
import { sideStrip, underStrip, type Strip } from '../stage/strip.js';

/** The measure of a film, in pixels. */
export interface FilmSize {
  readonly width: number;
  readonly height: number;
  readonly gap: number;
}

/**
 * Where everybody stands in a film. Nobody turns its pages: all that can be are in the one picture, and where a strip beside a
 * screen has no place for some, they are those who have been silent for the longest time.
 */
export class FilmLayout {
  readonly #size: FilmSize;
  readonly #order = new PageOrder();

  constructor(size: FilmSize) {
    this.#size = size;
  }

  /**
   * The place of each by its id, at `now` in ms; whoever is missing has none.
   * @param screens the newest, which is large, at the end
   */
  boxes(screens: readonly string[], people: readonly Speaker[], now: number): ReadonlyMap<string, Box> {
    const { width, height, gap } = this.#size;
    const large = screens.at(-1);
    if (large === undefined) return gridBoxes(people, width, height, gap);
    const rest = screens.slice(0, -1);
    const strip = this.#strip(rest.length + people.length);
    const box = { x: 0, y: 0, width: strip?.restWidth ?? width, height: strip?.restHeight ?? height };
    if (!strip) return new Map([[large, box]]);
    const { ids } = this.#order.arrange(people, Math.max(0, strip.perPage - rest.length), now);
    const small = [...rest, ...ids].slice(0, strip.perPage);
    const places = strip.boxes(small.length);
    return new Map([[large, box], ...small.map((id, index): [string, Box] => [id, places[index] ?? box])]);
  }

  /** The strip that takes most of them without pages; of two alike, the one that leaves the screen more. */
  #strip(count: number): Strip | undefined {
    const { width, height, gap } = this.#size;
    for (let taken = count; taken > 0; taken--) {
      const [best] = [sideStrip(taken, width, height, gap), underStrip(taken, width, height, gap)]
        .filter((strip): strip is Strip => strip?.perPage === taken)
        .sort((one, other) => other.restWidth * other.restHeight - one.restWidth * one.restHeight);
      if (best) return best;
    }
    return undefined;
  }
}
