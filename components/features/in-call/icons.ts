import { html, type TemplateResult } from 'lit';

/** Outlines on a 24 × 24 field, in the line of those that the elements of the first frame have. */
const OUTLINES = {
  close: 'M6 6l12 12M18 6 6 18',
} as const;

export type IconName = keyof typeof OUTLINES;

/** Of decoration only: what an icon says stands in a label beside it. */
export const icon = (name: IconName): TemplateResult =>
  html`<svg
    part="icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d=${OUTLINES[name]} />
  </svg>`;
