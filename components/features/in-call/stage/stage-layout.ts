import { gridLayout } from '../../../controllers/grid-layout.js';
import type { Layout } from '../../../controllers/room-registry.js';
import { TARGET, type Box, type Pager } from './box.js';
import { sideStrip, underStrip, type Strip } from './strip.js';

/** A corner of the stage, in the direction of reading. */
export interface Corner {
  readonly block: 'start' | 'end';
  readonly inline: 'start' | 'end';
}

/** What there is to place. */
export interface StageTile {
  readonly id: string;
  /** A screen is shown whole, whatever its shape; a face may lose its sides. */
  readonly kind: 'face' | 'screen';
  /** True for this person's own camera. */
  readonly own: boolean;
}

/** Where everything stands. */
export interface StagePlan {
  /** By the id of the tile; whoever is missing is not to be seen on this page. */
  readonly boxes: ReadonlyMap<string, Box>;
  /** The tile that floats above the others. */
  readonly afloat: string | undefined;
  /** The page that is shown, from 0. */
  readonly page: number;
  /** How many there are, at least 1. */
  readonly pages: number;
  /** How many tiles a page takes of those that are turned. */
  readonly perPage: number;
  readonly pager: Pager | undefined;
}

/** What a plan is made from. All lengths in CSS pixels. */
export interface StageWishes {
  readonly layout: Layout;
  /** In the order to show them. */
  readonly tiles: readonly StageTile[];
  /** The tile to show large, if any. */
  readonly spotlight?: string | undefined;
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  /** The page to show, from 0; one that does not exist is taken for the nearest that does. */
  readonly page?: number;
  /** Where one's own picture floats. Default: where the last line ends. */
  readonly corner?: Corner;
}

/** The least area of a tile in a grid before there are pages, in CSS pixels: 160 × 90, or as much in another shape. */
const LEAST_AREA = 14_400;

/** How many tiles a page of a grid takes at least. */
const FEWEST = 2;

/** With less height than this, in CSS pixels, the buttons of pages would take more than they give. */
const LEAST_PAGED = 140;

const LAST_CORNER: Corner = { block: 'end', inline: 'end' };

/**
 * Finds a place for each tile: in a grid, or one large and the others in a strip, and one's own above the others where that is
 * wanted. Whatever is in the spotlight is large in any layout, and then nothing floats: it would hide what is to be seen.
 */
export function stagePlan({
  layout,
  tiles,
  spotlight,
  width,
  height,
  gap,
  page = 0,
  corner = LAST_CORNER,
}: StageWishes): StagePlan {
  const large = tiles.find(({ id }) => id === spotlight);
  if (large) return spotlit(large, tiles, width, height, gap, page);
  const afloat = layout === 'floating' && tiles.length > 1 ? tiles.find(({ own }) => own) : undefined;
  if (!afloat) return paged(tiles, width, height, gap, page);
  const others = tiles.filter((tile) => tile !== afloat);
  const plan = paged(others, width, height, gap, page);
  const box = floatingBox(width, plan.pager ? plan.pager.y - gap : height, gap, corner);
  return { ...plan, afloat: afloat.id, boxes: new Map([...plan.boxes, [afloat.id, box]]) };
}

/** Everybody of the same size, on as many pages as it takes. */
function paged(tiles: readonly StageTile[], width: number, height: number, gap: number, page: number): StagePlan {
  const whole = { ...onePage(tiles.length), boxes: gridBoxes(tiles, width, height, gap) };
  if (tiles.length <= FEWEST || height < LEAST_PAGED || isLargeEnough(tiles.length, width, height, gap)) return whole;
  const rest = height - TARGET - gap;
  let most = FEWEST;
  while (isLargeEnough(most + 1, width, rest, gap)) most++;
  // Of two ways to fill a stage, the one that shows more of each picture may have the smaller tiles: lower, all may have a place.
  if (most >= tiles.length) return whole;
  const turned = turn(tiles, most, page);
  return {
    ...turned,
    afloat: undefined,
    boxes: gridBoxes(turned.shown, width, rest, gap),
    pager: { x: 0, y: height - TARGET, width, height: TARGET, around: false },
  };
}

/** One large, the others in a strip beside or under it, whichever leaves the large one more. */
function spotlit(
  large: StageTile,
  tiles: readonly StageTile[],
  width: number,
  height: number,
  gap: number,
  page: number,
): StagePlan {
  const others = tiles.filter((tile) => tile !== large);
  const alone = { ...onePage(1), boxes: new Map([[large.id, largeBox(large, width, height)]]) };
  if (!others.length) return alone;
  const strips = [sideStrip(others.length, width, height, gap), underStrip(others.length, width, height, gap)];
  const [best] = strips
    .filter((strip): strip is Strip => !!strip)
    .map((strip) => ({ strip, box: largeBox(large, strip.restWidth, strip.restHeight) }))
    .sort((one, other) => other.box.width * other.box.height - one.box.width * one.box.height);
  // A stage without any room for a strip.
  if (!best) return alone;
  const turned = turn(others, best.strip.perPage, page);
  const boxes = best.strip.boxes(turned.shown.length);
  return {
    ...turned,
    afloat: undefined,
    boxes: new Map([[large.id, best.box], ...turned.shown.map(({ id }, index): [string, Box] => [id, boxes[index] ?? best.box])]),
    pager: turned.pages > 1 ? best.strip.pager : undefined,
  };
}

const onePage = (perPage: number): Omit<StagePlan, 'boxes'> => ({
  afloat: undefined,
  page: 0,
  pages: 1,
  perPage,
  pager: undefined,
});

/** One page of the tiles, all pages being about as full. */
function turn(
  tiles: readonly StageTile[],
  most: number,
  wanted: number,
): { page: number; pages: number; perPage: number; shown: readonly StageTile[] } {
  const pages = Math.max(1, Math.ceil(tiles.length / most));
  const perPage = Math.ceil(tiles.length / pages);
  const page = Math.min(Math.max(0, wanted), pages - 1);
  return { page, pages, perPage, shown: tiles.slice(page * perPage, (page + 1) * perPage) };
}

function isLargeEnough(count: number, width: number, height: number, gap: number): boolean {
  const tile = gridLayout(count, width, height, gap);
  return tile.width * tile.height >= LEAST_AREA;
}

/**
 * As flex lines that wrap and stand in the middle, which is how the tiles stand before this is loaded. On a stage so small that gaps
 * alone would fill it, there are none.
 */
export function gridBoxes(
  tiles: readonly { readonly id: string }[],
  width: number,
  height: number,
  gap: number,
): Map<string, Box> {
  const spaced = gridLayout(tiles.length, width, height, gap);
  if (gap > 0 && spaced.width === 0) return gridBoxes(tiles, width, height, 0);
  const { columns, rows, ...size } = spaced;
  const top = (height - rows * size.height - (rows - 1) * gap) / 2;
  return new Map(
    tiles.map(({ id }, index) => {
      const row = Math.floor(index / columns);
      const inRow = Math.min(columns, tiles.length - row * columns);
      const start = (width - inRow * size.width - (inRow - 1) * gap) / 2;
      const x = start + (index % columns) * (size.width + gap);
      return [id, { x, y: top + row * (size.height + gap), ...size }];
    }),
  );
}

/** In the middle of the field at the beginning of the stage: a screen fills it, a face keeps to the shape of one. */
function largeBox({ kind }: StageTile, width: number, height: number): Box {
  if (kind === 'screen') return { x: 0, y: 0, width: Math.max(0, width), height: Math.max(0, height) };
  const { width: wide, height: high } = gridLayout(1, width, height);
  return { x: (width - wide) / 2, y: (height - high) / 2, width: wide, height: high };
}

/** A small picture in a corner, as upright as the stage is. */
function floatingBox(width: number, height: number, gap: number, { block, inline }: Corner): Box {
  const side = Math.min(240, Math.max(88, Math.max(width, height) * 0.2), width * 0.45, height * 0.45 * (16 / 9));
  const isUpright = height > width;
  const wide = Math.max(0, Math.floor(isUpright ? side * 0.75 : side));
  const high = Math.max(0, Math.floor(isUpright ? side : side * (9 / 16)));
  return {
    x: inline === 'start' ? gap : Math.max(0, width - wide - gap),
    y: block === 'start' ? gap : Math.max(0, height - high - gap),
    width: wide,
    height: high,
  };
}
