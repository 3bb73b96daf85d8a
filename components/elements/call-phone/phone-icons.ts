import { html, type TemplateResult } from 'lit';
import { HANDSET } from '../handset.js';

/** Outlines on a 24 × 24 field. */
const OUTLINES = {
  handset: HANDSET,
  camera: 'M5 6h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2ZM15 10.5l6-3.5v10l-6-3.5',
  vouched: 'M12 3.5 5 6v5.2c0 4.3 2.9 7.6 7 9.3 4.1-1.7 7-5 7-9.3V6ZM8.8 12l2.3 2.3 4.2-4.5',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15ZM10 20.5a2.2 2.2 0 0 0 4 0',
  missed: 'M4 5l8 7.5L20 5M4 5v5M4 5h5',
  close: 'M6 6l12 12M18 6 6 18',
} as const;

/** Of decoration only: what an icon says stands in words beside it. */
export function phoneIcon(name: keyof typeof OUTLINES, extra = ''): TemplateResult {
  return html`<svg
    part="icon"
    class=${`icon ${name} ${extra}`}
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
}
