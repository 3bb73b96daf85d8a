import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { theme } from '../../../components/styles/theme.styles.js';
import { contrast, luminanceOfHex } from '../../support/contrast.js';

/** The default of a promised property, light and dark, as it stands in the sheet. */
function colour(property: string): { light: string; dark: string } {
  const source = theme.cssText;
  const pair = new RegExp(`--call-${property}, light-dark\\((#\\w+), (#\\w+)\\)`).exec(source);
  if (pair?.[1] && pair[2]) return { light: pair[1], dark: pair[2] };
  const single = new RegExp(`--call-${property}, (#\\w+)\\)`).exec(source)?.[1];
  assert.ok(single, `no default for --call-${property}`);
  return { light: single, dark: single };
}

describe('the default colours', () => {
  const readable: [string, string, number][] = [
    ['text', 'background', 7],
    ['text', 'surface', 7],
    ['text-dim', 'background', 4.5],
    ['text-dim', 'surface', 4.5],
    ['accent-text', 'accent', 4.5],
    ['background', 'text', 7],
    // Focus rings and the ring around whoever speaks (WCAG 2.2, 1.4.11).
    ['accent', 'background', 3],
    ['accent', 'surface', 3],
    ['danger', 'background', 3],
  ];
  for (const [front, back, least] of readable) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`tell ${front} from ${back} by ${least} : 1 in the ${scheme} scheme`, () => {
        const ratio = contrast(luminanceOfHex(colour(front)[scheme]), luminanceOfHex(colour(back)[scheme]));
        assert.ok(ratio >= least, `${ratio}`);
      });
    }
  }

  it('leave white readable on the leave button', () => {
    assert.ok(contrast(1, luminanceOfHex(colour('danger').light)) >= 4.5);
  });

  it('are the dark ones in a browser without light-dark()', () => {
    const plain = theme.cssText.slice(0, theme.cssText.indexOf('@supports'));
    for (const property of ['background', 'surface', 'text', 'text-dim', 'accent', 'accent-text']) {
      assert.ok(plain.includes(`--call-${property}, ${colour(property).dark})`), property);
    }
  });
});
