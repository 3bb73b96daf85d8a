/** The size of every tile of a grid, in CSS pixels. */
export interface TileSize {
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
}

/** The slimmest tile, as width by height: a face still fits on a phone held upright. */
const SLIMMEST = 3 / 4;
/** The widest tile, as width by height: the picture of most cameras. */
const WIDEST = 16 / 9;

/**
 * How `count` equal tiles fill a `width` × `height` stage best: large, between 3:4 and 16:9, and showing much of a
 * camera's picture, whose sides a slim tile cuts off. All lengths in CSS pixels; `gap` lies between tiles.
 */
export function gridLayout(count: number, width: number, height: number, gap = 0): TileSize {
  let best: TileSize = { columns: 1, rows: Math.max(1, count), width: 0, height: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const candidate = { columns, rows, ...fit((width - gap * (columns - 1)) / columns, (height - gap * (rows - 1)) / rows) };
    if (worth(candidate) > worth(best)) best = candidate;
  }
  return best;
}

/** Half way between the area of a tile and that of the uncut picture in it. */
const worth = ({ width, height }: TileSize): number => width * Math.sqrt(width * height);

/** The largest tile inside a cell; whole pixels, so that a row never wraps for a fraction of one. */
function fit(width: number, height: number): { width: number; height: number } {
  return {
    width: Math.max(0, Math.floor(Math.min(width, height * WIDEST))),
    height: Math.max(0, Math.floor(Math.min(height, width / SLIMMEST))),
  };
}
