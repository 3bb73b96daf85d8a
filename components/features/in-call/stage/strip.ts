import { TARGET, type Box, type Pager } from './box.js';

/** Where small tiles stand beside a large one. All lengths in CSS pixels. */
export interface Strip {
  /** What is left for the large one, from the beginning of the stage. */
  readonly restWidth: number;
  readonly restHeight: number;
  readonly perPage: number;
  /** Where the pages are turned, if there are several. */
  readonly pager: Pager;
  /** The places of so many tiles, in the middle of the strip. */
  boxes(count: number): readonly Box[];
}

const WIDEST = 16 / 9;
const SLIMMEST = 3 / 4;

/** A column where lines end; `undefined` where not even one tile has room. */
export function sideStrip(count: number, width: number, height: number, gap: number): Strip | undefined {
  const wide = Math.floor(Math.min(220, Math.max(96, width * 0.19)));
  const high = Math.floor(wide / WIDEST);
  const fits = (room: number): number => Math.floor((room + gap) / (high + gap));
  const isTurned = fits(height) < count;
  const room = isTurned ? height - TARGET - gap : height;
  const perPage = Math.min(count, fits(room));
  // The buttons that turn pages need their width, too.
  if (perPage < 1 || wide < 2 * TARGET || width - wide - gap < wide) return undefined;
  const x = width - wide;
  return {
    restWidth: width - wide - gap,
    restHeight: height,
    perPage,
    pager: { x, y: height - TARGET, width: wide, height: TARGET, around: false },
    boxes: (shown) => {
      const top = (room - shown * high - (shown - 1) * gap) / 2;
      return Array.from({ length: shown }, (_, index) => ({ x, y: top + index * (high + gap), width: wide, height: high }));
    },
  };
}

/** A row under the large one; `undefined` where not even one tile has room. */
export function underStrip(count: number, width: number, height: number, gap: number): Strip | undefined {
  const high = Math.floor(Math.min(150, Math.max(64, height * 0.2)));
  const least = Math.ceil(high * SLIMMEST);
  const fits = (room: number): number => Math.floor((room + gap) / (least + gap));
  const isTurned = fits(width) < count;
  const room = isTurned ? width - 2 * (TARGET + gap) : width;
  const perPage = Math.min(count, fits(room));
  if (perPage < 1 || height - high - gap < high) return undefined;
  const y = height - high;
  return {
    restWidth: width,
    restHeight: height - high - gap,
    perPage,
    pager: { x: 0, y, width, height: high, around: true },
    boxes: (shown) => {
      const wide = Math.floor(Math.min(high * WIDEST, (room - (shown - 1) * gap) / shown));
      const start = (width - shown * wide - (shown - 1) * gap) / 2;
      return Array.from({ length: shown }, (_, index) => ({ x: start + index * (wide + gap), y, width: wide, height: high }));
    },
  };
}
