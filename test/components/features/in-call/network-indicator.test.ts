import { expect, fixture, html } from '@open-wc/testing';
import '../../../../components/features/in-call/in-call.js';
import type { NetworkIndicator } from '../../../../components/features/in-call/network-indicator.js';
import type { Quality } from '../../../../components/call/participant.js';
import { contrast, luminanceOfHex } from '../../../support/contrast.js';

const show = (quality: Quality): Promise<NetworkIndicator> =>
  fixture(html`<network-indicator quality=${quality} style="font-size: 20px"></network-indicator>`);
const filled = ({ shadowRoot }: NetworkIndicator): number => shadowRoot?.querySelectorAll('rect[fill=currentColor]').length ?? 0;
const outlined = ({ shadowRoot }: NetworkIndicator): number => shadowRoot?.querySelectorAll('rect[fill=none]').length ?? 0;
/** `rgb(1, 2, 3)` as `#010203`. */
const hexOf = (color: string): string =>
  `#${(color.match(/\d+/g) ?? []).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
const crossed = ({ shadowRoot }: NetworkIndicator): boolean => !!shadowRoot?.querySelector('path');

describe('<network-indicator>', () => {
  const looks: [Quality, number, number, boolean][] = [
    ['excellent', 3, 0, false],
    ['good', 2, 1, false],
    ['poor', 1, 2, false],
    ['lost', 0, 3, true],
  ];
  for (const [quality, full, empty, cross] of looks) {
    it(`tells ${quality} by shape, without colour`, async () => {
      const element = await show(quality);
      expect([filled(element), outlined(element), crossed(element)]).to.deep.equal([full, empty, cross]);
    });
  }

  it('is not shown while all is well, or nothing is known', async () => {
    for (const quality of ['excellent', 'unknown'] as const) expect((await show(quality)).offsetWidth).to.equal(0);
    for (const quality of ['good', 'poor', 'lost'] as const) expect((await show(quality)).offsetWidth).to.equal(22);
  });

  it('shows another quality as it comes', async () => {
    const element = await show('good');
    element.setAttribute('quality', 'poor');
    await element.updateComplete;
    expect(filled(element)).to.equal(1);
  });

  it('stands out from the dark of a name tag, over black pictures and white ones', async () => {
    for (const quality of ['poor', 'lost'] as const) {
      const { color } = getComputedStyle(await show(quality));
      // What a name tag is over a black picture, and over a white one.
      for (const tag of ['#0e1013', '#56585a']) {
        expect(contrast(luminanceOfHex(hexOf(color)), luminanceOfHex(tag)), `${color} on ${tag}`).to.be.at.least(3);
      }
    }
  });

  it('grows in the direction of reading', async () => {
    const element = await fixture<NetworkIndicator>(html`<network-indicator quality="poor"></network-indicator>`);
    const mirrored = (): string => getComputedStyle(element.shadowRoot?.querySelector('svg') as Element).scale;
    expect(mirrored()).to.equal('none');
    element.dir = 'rtl';
    expect(mirrored()).to.equal('-1 1');
  });
});
