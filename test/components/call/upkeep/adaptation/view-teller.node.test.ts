import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { View } from '../../../../../components/call/roster.js';
import { nextTelling, type Telling } from '../../../../../components/call/upkeep/adaptation/view-teller.js';
import type { Link } from '../../../../../components/call/transport.js';

const GLANCE_MS = 100;
const link = {} as Link;

/** What is told when these are shown one after another, each for so many ms. */
function told(...shown: [view: View, ms: number, link?: Link][]): string[] {
  const words: string[] = [];
  let telling: Telling | undefined;
  let at = 0;
  for (const [view, ms, by = link] of shown) {
    for (const end = at + ms; at < end; at += GLANCE_MS) {
      const next = nextTelling(telling, by, view, at);
      telling = next.telling;
      if (next.isDue) words.push(`${view.width} at ${at}`);
    }
  }
  return words;
}

const view = (width: number): View => ({ width, height: width });

describe('How large somebody is shown', () => {
  it('is told at first, again a second later, and then every five', () => {
    assert.deepEqual(told([view(320), 12_000]), ['320 at 0', '320 at 1000', '320 at 6000', '320 at 11000']);
  });

  it('is told at once when it is larger', () => {
    assert.deepEqual(told([view(0), 500], [view(640), 300]), ['0 at 0', '640 at 500']);
  });

  it('is told when it has been smaller for a second', () => {
    assert.deepEqual(told([view(640), 500], [view(320), 1100]), ['640 at 0', '320 at 1500']);
  });

  it('is not told while it shrinks on and on', () => {
    assert.deepEqual(told([view(640), 500], [view(500), 700], [view(400), 700], [view(300), 700]), ['640 at 0']);
  });

  it('is not told as gone when it was out of sight for a moment', () => {
    assert.deepEqual(told([view(640), 100], [view(0), 600], [view(640), 200]), ['640 at 0']);
  });

  it('is told anew over another link', () => {
    assert.deepEqual(told([view(640), 500], [view(640), 300, {} as Link]), ['640 at 0', '640 at 500']);
  });
});
