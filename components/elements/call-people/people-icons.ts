import type { TemplateResult } from 'lit';
import { outline } from '../../features/outline.js';

/** Outlines on a 24 × 24 field. */
const OUTLINES = {
  host: 'M4 8.5l4 3.5 4-6.5 4 6.5 4-3.5-1.5 9h-13Z',
  hand: 'M7.5 12.5v-6a1.5 1.5 0 0 1 3 0V11M10.5 11V4.5a1.5 1.5 0 0 1 3 0V11M13.5 11V6a1.5 1.5 0 0 1 3 0v8a6.5 6.5 0 0 1-6.5 6.5c-2.6 0-3.8-1.4-5-3.6L3.2 13.6a1.4 1.4 0 0 1 2.4-1.4l1.9 2.6',
  speaking: 'M5 10.5v3M9.7 7v10M14.3 4.5v15M19 9v6',
  recording: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 14.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z',
} as const;

/** Of decoration only: what it says stands in a label. */
export const peopleIcon = (name: keyof typeof OUTLINES): TemplateResult => outline(OUTLINES[name]);
