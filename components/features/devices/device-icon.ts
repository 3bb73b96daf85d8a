import type { TemplateResult } from 'lit';
import { outline } from '../outline.js';

/** Outlines on a 24 × 24 field. */
const OUTLINES: Record<MediaDeviceKind, string> = {
  audioinput: 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3ZM5 11a7 7 0 0 0 14 0M12 18v3',
  videoinput: 'M5 6h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2ZM15 10.5l6-3.5v10l-6-3.5',
  audiooutput: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5ZM15.5 9a4 4 0 0 1 0 6M18 6.5a7.5 7.5 0 0 1 0 11',
};

/** Of decoration only. */
export const deviceIcon = (kind: MediaDeviceKind): TemplateResult => outline(OUTLINES[kind]);
