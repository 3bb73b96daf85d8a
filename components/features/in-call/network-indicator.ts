import { html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import type { Quality } from '../../call/participant.js';
import { styles } from './network-indicator.styles.js';

/** How many of the bars are filled. */
const FILLED: Record<Quality, number> = { excellent: 3, good: 2, poor: 1, lost: 0, unknown: 0 };

/** Left edge and height of each bar, on a field of 24 × 24 with its ground at 21. */
const BARS = [
  [2, 6],
  [9.5, 12],
  [17, 18],
] as const;

/** What is left of each bar where nothing comes. */
const STUB = 2.5;

/**
 * Bars that tell how good a connection is: filled ones for what there is, outlines for what is lacking, and stubs under a
 * cross where nothing comes at all. Of decoration only: the tile around it says the same in words.
 *
 * @internal
 */
export class NetworkIndicator extends LitElement {
  static override styles = styles;
  static override properties = {
    quality: {},
  };

  /** How good the connection is. */
  quality: Quality = 'unknown';

  protected override render(): TemplateResult {
    const filled = FILLED[this.quality];
    const isLost = this.quality === 'lost';
    return html`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" aria-hidden="true">
      ${BARS.map(([x, full], index) => {
        const height = isLost ? STUB : full;
        return svg`<rect x=${x} y=${21 - height} width="5" height=${height} rx="1.2" fill=${index < filled ? 'currentColor' : 'none'} />`;
      })}
      ${isLost ? svg`<path d="M7 2l10 10M17 2l-10 10" stroke-width="2.8" stroke-linecap="round" />` : nothing}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'network-indicator': NetworkIndicator;
  }
}
