import { html, type TemplateResult } from 'lit';

/**
 * An icon of outlines, in the line of those that the elements of the first frame have. Of decoration only: what it says stands in a
 * label beside it.
 * @param path on a 24 × 24 field
 */
export const outline = (path: string, strokeWidth = 1.8): TemplateResult =>
  html`<svg
    part="icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width=${strokeWidth}
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d=${path} />
  </svg>`;
