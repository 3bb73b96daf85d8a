import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FilmLayout } from '../../../../../components/features/in-call/recording/film-layout.js';

const SIZE = { width: 1260, height: 700, gap: 10 };

/** So many people, of whom some speak; the last is who records. */
const people = (count: number, ...speaking: string[]): { id: string; speaking: boolean }[] =>
  Array.from({ length: count }, (_, index) => ({ id: `f${index}`, speaking: speaking.includes(`f${index}`) }));

describe('the layout of a film', () => {
  it('has a place for everybody, with a shared screen and without one', () => {
    for (let count = 1; count <= 40; count++) {
      assert.equal(new FilmLayout(SIZE).boxes([], people(count), 0).size, count, `${count} in a grid`);
      const { size } = new FilmLayout(SIZE).boxes(['screen'], people(count), 0);
      assert.equal(size, 1 + Math.min(count, 11), `${count} beside a screen`);
    }
  });

  it('keeps everybody within the picture and apart from each other', () => {
    for (let count = 1; count <= 14; count++) {
      const boxes = [...new FilmLayout(SIZE).boxes(['older', 'screen'], people(count), 0).values()];
      for (const [index, one] of boxes.entries()) {
        assert.ok(one.x >= 0 && one.y >= 0 && one.x + one.width <= SIZE.width && one.y + one.height <= SIZE.height);
        for (const other of boxes.slice(index + 1)) {
          const isApart =
            one.x + one.width <= other.x ||
            other.x + other.width <= one.x ||
            one.y + one.height <= other.y ||
            other.y + other.height <= one.y;
          assert.ok(isApart, `two of ${count} cover each other`);
        }
      }
    }
  });

  it('shows the newest screen large, and leaves it more where few people are beside it', () => {
    const layout = new FilmLayout(SIZE);
    const areaOf = (count: number): number => {
      const boxes = layout.boxes(['older', 'screen'], people(count), 0);
      const { width = 0, height = 0 } = boxes.get('screen') ?? {};
      assert.ok(boxes.has('older'));
      return width * height;
    };
    assert.ok(areaOf(2) > areaOf(8));
    assert.ok(areaOf(8) > (SIZE.width * SIZE.height) / 2);
  });

  it('shows whoever speaks where not all have a place, who records as well', () => {
    const layout = new FilmLayout(SIZE);
    assert.ok(!layout.boxes(['screen'], people(14), 0).has('f13'));
    layout.boxes(['screen'], people(14, 'f13'), 1000);
    const boxes = layout.boxes(['screen'], people(14, 'f13'), 2500);
    assert.ok(boxes.has('f13'));
    assert.equal(boxes.size, 12);
    assert.ok(layout.boxes(['screen'], people(14), 9000).has('f13'), 'and goes on to show them');
  });
});
