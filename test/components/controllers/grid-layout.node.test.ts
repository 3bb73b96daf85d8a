import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { gridLayout } from '../../../components/controllers/grid-layout.js';

const shape = (count: number, width: number, height: number): string => {
  const { columns, rows } = gridLayout(count, width, height, 10);
  return `${columns}×${rows}`;
};

describe('the layout of a grid', () => {
  it('fills a wide stage from 1 to 12 people', () => {
    const shapes = Array.from({ length: 12 }, (_, index) => shape(index + 1, 1260, 630));
    assert.deepEqual(shapes, ['1×1', '2×1', '2×2', '2×2', '3×2', '3×2', '3×3', '3×3', '3×3', '4×3', '4×3', '4×3']);
  });

  it('stacks people on a phone held upright', () => {
    assert.equal(shape(2, 340, 560), '1×2');
    assert.equal(shape(6, 340, 560), '2×3');
  });

  it('puts everybody in one row on a strip', () => {
    assert.equal(shape(4, 1600, 200), '4×1');
  });

  it('gives one person the widest picture that fits', () => {
    const { width, height } = gridLayout(1, 1600, 400);
    assert.equal(height, 400);
    assert.equal(width, Math.floor((400 * 16) / 9));
  });

  it('never leaves the stage, never overlaps, and keeps tiles between 3:4 and 16:9', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 32 }),
        fc.integer({ min: 1, max: 4000 }),
        fc.integer({ min: 1, max: 3000 }),
        (count, stageWidth, stageHeight) => {
          const gap = 8;
          const { columns, rows, width, height } = gridLayout(count, stageWidth, stageHeight, gap);
          assert.ok(columns * rows >= count);
          if (width === 0 || height === 0) return;
          assert.ok(columns * width + (columns - 1) * gap <= stageWidth);
          assert.ok(rows * height + (rows - 1) * gap <= stageHeight);
          // Whole pixels: the shape may be off by one.
          assert.ok(width <= (height + 1) * (16 / 9) && height <= (width + 1) / (3 / 4));
        },
      ),
    );
  });

  it('survives a stage without any room', () => {
    assert.deepEqual(gridLayout(3, 0, 0), { columns: 1, rows: 3, width: 0, height: 0 });
    assert.equal(gridLayout(0, 100, 100).width, 0);
  });
});
