import type { TemplateResult } from 'lit';
import { outline } from '../../outline.js';

/** Outlines on a 24 × 24 field. */
const OUTLINES = {
  pin: 'M9 4h6l-1 6 3.5 3.5v1.5h-11v-1.5L10 10 9 4ZM12 15v6',
  back: 'M14.5 6 8.5 12l6 6',
  on: 'M9.5 6l6 6-6 6',
} as const;

/** Of decoration only: what it says stands in a label. */
export const stageIcon = (name: keyof typeof OUTLINES): TemplateResult => outline(OUTLINES[name]);
