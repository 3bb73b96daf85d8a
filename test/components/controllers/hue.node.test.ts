import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hueOf } from '../../../components/controllers/hue.js';
import { contrast, luminanceOfOklch } from '../../support/contrast.js';

describe('the hue of a name', () => {
  it('is always the same for the same name', () => {
    assert.equal(hueOf('Ada Lovelace'), hueOf('Ada Lovelace'));
  });

  it('is a hue for any text', () => {
    for (const text of ['', 'a', '\uD800', '🦊'.repeat(100)]) assert.ok(hueOf(text) >= 0 && hueOf(text) < 360);
  });

  it('differs between most names', () => {
    const hues = new Set(['Ada', 'Bob', 'Cleo', 'Dan', 'Eve', 'Fay', 'Gus', 'Hal'].map(hueOf));
    assert.ok(hues.size >= 5, `only ${hues.size} of 8`);
  });

  it('leaves white letters readable at each hue', () => {
    for (let hue = 0; hue < 360; hue += 1) {
      const ratio = contrast(1, luminanceOfOklch(0.5, 0.11, hue));
      assert.ok(ratio >= 4.5, `hue ${hue}: ${ratio}`);
    }
  });
});
