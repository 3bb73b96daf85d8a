import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { gridLayout } from '../../../../../components/controllers/grid-layout.js';
import type { Box } from '../../../../../components/features/in-call/stage/box.js';
import {
  stagePlan,
  type StagePlan,
  type StageTile,
  type StageWishes,
} from '../../../../../components/features/in-call/stage/stage-layout.js';

/** So many people, the last of whom is oneself, after so many screens. */
function tilesOf(faces: number, screens = 0): StageTile[] {
  const shared = Array.from({ length: screens }, (_, index): StageTile => ({ id: `s${index}`, kind: 'screen', own: false }));
  const people = Array.from({ length: faces }, (_, index): StageTile => ({
    id: `f${index}`,
    kind: 'face',
    own: index === faces - 1,
  }));
  return [...shared, ...people];
}

const plan = (wishes: Partial<StageWishes> & { tiles: readonly StageTile[] }): StagePlan =>
  stagePlan({ layout: 'grid', width: 1260, height: 630, gap: 10, ...wishes });

/** The place of a tile that must have one. */
function boxOf({ boxes }: StagePlan, id: string): Box {
  const box = boxes.get(id);
  if (!box) throw new Error(`${id} is not to be seen`);
  return box;
}

/** Every one of them is to be seen, and none leaves the stage. */
function expectInside(boxes: StagePlan['boxes'], mostX: number, mostY: number): void {
  for (const [id, { x, y, width, height }] of boxes) {
    assert.ok(width > 0 && height > 0, `${id} has no size`);
    assert.ok(x >= 0 && y >= 0 && x + width <= mostX && y + height <= mostY, `${id} leaves the stage`);
  }
}

const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width - 0.01 &&
  other.x < one.x + one.width - 0.01 &&
  one.y < other.y + other.height - 0.01 &&
  other.y < one.y + one.height - 0.01;

const anyWishes = fc
  .record({
    layout: fc.constantFrom('grid' as const, 'spotlight' as const, 'floating' as const),
    faces: fc.integer({ min: 1, max: 60 }),
    screens: fc.integer({ min: 0, max: 2 }),
    width: fc.integer({ min: 120, max: 3000 }),
    height: fc.integer({ min: 120, max: 2000 }),
    gap: fc.integer({ min: 0, max: 24 }),
    page: fc.integer({ min: 0, max: 9 }),
    large: fc.option(fc.integer({ min: 0, max: 61 }), { nil: undefined }),
  })
  .map(({ faces, screens, large, ...rest }): StageWishes => {
    const tiles = tilesOf(faces, screens);
    return { ...rest, tiles, spotlight: large === undefined ? undefined : tiles[large % tiles.length]?.id };
  });

describe('the plan of a stage', () => {
  it('gives everybody a place where gaps alone would fill the stage', () => {
    const { boxes } = plan({ width: 120, height: 120, gap: 23, tiles: tilesOf(24, 2) });
    expectInside(boxes, 120, 120);
  });

  it('stays on the stage, without overlaps, with faces between 3:4 and 16:9', () => {
    fc.assert(
      fc.property(anyWishes, (wishes) => {
        const { boxes, afloat, pager } = stagePlan(wishes);
        const kinds = new Map(wishes.tiles.map(({ id, kind }) => [id, kind]));
        const all = [...boxes];
        assert.ok(all.length > 0);
        for (const [id, box] of all) {
          const { x, y, width, height } = box;
          assert.ok(
            x >= 0 && y >= 0 && x + width <= wishes.width + 0.01 && y + height <= wishes.height + 0.01,
            `${id} leaves the stage`,
          );
          // Whole pixels: the shape may be off by one.
          const isFace = width <= (height + 1) * (16 / 9) && height <= (width + 1) / (3 / 4);
          if (kinds.get(id) === 'face') assert.ok(isFace, `${id} is ${width} × ${height}`);
          if (pager && !pager.around) assert.ok(!overlap(box, pager), `${id} covers the buttons`);
          for (const [other, place] of all) {
            if (other < id && afloat !== id && afloat !== other) assert.ok(!overlap(box, place), `${id} covers ${other}`);
          }
        }
      }),
    );
  });

  it('shows everybody on one of the pages, and nobody on two', () => {
    fc.assert(
      fc.property(anyWishes, (wishes) => {
        const { pages } = stagePlan(wishes);
        const always = (id: string): boolean => id === wishes.spotlight || id === stagePlan(wishes).afloat;
        const seen = Array.from({ length: pages }, (_, page) => [...stagePlan({ ...wishes, page }).boxes.keys()]).flat();
        const turned = seen.filter((id) => !always(id));
        assert.equal(new Set(turned).size, turned.length);
        // A stage may be too small for a strip: then there is one picture.
        if (seen.length > 1) assert.equal(new Set(seen).size, wishes.tiles.length);
      }),
    );
  });

  it('keeps clear of the buttons at both ends of a strip', () => {
    fc.assert(
      fc.property(anyWishes, (wishes) => {
        const { boxes, pager, pages } = stagePlan(wishes);
        if (pager) assert.ok(pages > 1, 'there is a page to turn to');
        if (!pager?.around) return;
        for (const [id, box] of boxes) {
          if (id !== wishes.spotlight) assert.ok(box.x >= 44 && box.x + box.width <= wishes.width - 44 + 0.01);
        }
      }),
    );
  });

  it('stands like the grid of the first frame', () => {
    for (const count of [1, 2, 3, 4]) {
      const { width, height, columns } = gridLayout(count, 1260, 630, 10);
      const places = [...plan({ tiles: tilesOf(count) }).boxes.values()];
      assert.deepEqual(new Set(places.map((box) => `${box.width}×${box.height}`)), new Set([`${width}×${height}`]));
      assert.equal(new Set(places.slice(0, columns).map(({ y }) => y)).size, 1);
      const left = Math.min(...places.map(({ x }) => x));
      const right = Math.max(...places.map((box) => box.x + box.width));
      assert.ok(Math.abs(left - (1260 - right)) < 0.01);
    }
  });

  it('turns pages once tiles get smaller than a thumbnail', () => {
    assert.equal(plan({ tiles: tilesOf(12) }).pages, 1);
    const many = plan({ tiles: tilesOf(60) });
    assert.ok(many.pages > 1);
    assert.equal(many.boxes.size, many.perPage);
    for (const { width, height } of many.boxes.values()) assert.ok(width * height >= 14_400);
    assert.equal(plan({ tiles: tilesOf(60), page: 99 }).page, many.pages - 1);
    assert.equal(plan({ tiles: tilesOf(60), page: -1 }).page, 0);
  });

  it('has no buttons for a single page', () => {
    for (const [count, width, height] of [[4, 220, 350] as const, [3, 370, 180] as const]) {
      const stage = plan({ tiles: tilesOf(count), width, height });
      assert.deepEqual([stage.pages, stage.pager, stage.boxes.size], [1, undefined, count]);
    }
  });

  it('shows one large and the others small', () => {
    const stage = plan({ layout: 'spotlight', tiles: tilesOf(5), spotlight: 'f1' });
    const large = boxOf(stage, 'f1');
    for (const [id, box] of stage.boxes) if (id !== 'f1') assert.ok(box.width * 3 < large.width);
    assert.equal(stage.boxes.size, 5);
  });

  it('puts the strip beside or under, whichever leaves more', () => {
    const wide = plan({ layout: 'spotlight', tiles: tilesOf(3), spotlight: 'f0', width: 1600, height: 420 });
    assert.ok(boxOf(wide, 'f1').x >= boxOf(wide, 'f0').x + boxOf(wide, 'f0').width);
    const upright = plan({ layout: 'spotlight', tiles: tilesOf(3), spotlight: 'f0', width: 340, height: 560 });
    assert.ok(boxOf(upright, 'f1').y >= boxOf(upright, 'f0').y + boxOf(upright, 'f0').height);
  });

  it('gives a shared screen the whole field', () => {
    const stage = plan({ tiles: tilesOf(3, 1), spotlight: 's0' });
    const { x, y } = boxOf(stage, 's0');
    assert.deepEqual([x, y], [0, 0]);
    assert.ok(boxOf(stage, 's0').width * boxOf(stage, 's0').height > 1260 * 630 * 0.7);
  });

  it('lets one’s own picture float in each corner, unless one is alone', () => {
    const tiles = tilesOf(3);
    const corners = (['start', 'end'] as const).flatMap((block) =>
      (['start', 'end'] as const).map((inline) => ({ block, inline })),
    );
    const places = corners.map((corner) => boxOf(plan({ layout: 'floating', tiles, corner }), 'f2'));
    assert.equal(new Set(places.map(({ x, y }) => `${x},${y}`)).size, 4);
    assert.ok((places[3]?.x ?? 0) > 900 && (places[3]?.y ?? 0) > 400);
    assert.equal(plan({ layout: 'floating', tiles }).afloat, 'f2');
    assert.equal(plan({ layout: 'floating', tiles: tilesOf(1) }).afloat, undefined);
    assert.equal(plan({ layout: 'floating', tiles, spotlight: 'f0' }).afloat, undefined);
  });

  it('never floats above the buttons of pages', () => {
    const stage = plan({ layout: 'floating', tiles: tilesOf(50), width: 400, height: 500 });
    assert.ok(stage.pager);
    assert.ok(!overlap(boxOf(stage, 'f49'), stage.pager));
  });
});
