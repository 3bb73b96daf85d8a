import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Caption } from '../../../../../components/call/extras/captions.js';
import { CaptionLines } from '../../../../../components/features/in-call/captions/caption-lines.js';

const said = (who: string, id: number, text: string, final = true): Caption =>
  ({ id, participant: { id: who }, text, lang: 'en', final }) as Caption;
const texts = (lines: CaptionLines): string[] => lines.lines.map(({ text }) => text);

describe('the lines of captions', () => {
  it('are the last three, each in its place while it changes', () => {
    const lines = new CaptionLines();
    lines.add(said('ada', 1, 'so', false), 0);
    lines.add(said('bob', 1, 'Yes.'), 10);
    lines.add(said('ada', 1, 'So this.'), 20);
    assert.deepEqual(texts(lines), ['So this.', 'Yes.']);
    lines.add(said('ada', 2, 'Two.'), 30);
    lines.add(said('ada', 3, 'Three.'), 40);
    assert.deepEqual(texts(lines), ['Yes.', 'Two.', 'Three.']);
  });

  it('fade, and go, when there was time to read them', () => {
    const lines = new CaptionLines();
    lines.add(said('ada', 1, 'Hello.'), 0);
    let now = 0;
    let after = lines.look(now);
    while (after !== undefined && !lines.lines[0]?.isFading) after = lines.look((now += after));
    assert.equal(lines.lines[0]?.isFading, true);
    assert.ok(now >= 7000, `${now} ms`);
    assert.equal(lines.look(now + (after ?? 0)), undefined);
    assert.deepEqual(texts(lines), []);
  });
});
