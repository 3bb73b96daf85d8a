import { html, type TemplateResult } from 'lit';
import type { CheckState } from '../../call/check/check-report.js';

/** Outlines on a 24 × 24 field. Each state has a shape of its own, so that nobody has to tell colours apart. */
const OUTLINES: Record<CheckState, string> = {
  waiting: 'M12 5v0M17 7v0M19 12v0M17 17v0M12 19v0M7 17v0M5 12v0M7 7v0',
  running: 'M12 4a8 8 0 1 1-8 8',
  passed: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18ZM8 12.4l2.8 2.8L16 9.4',
  warning: 'M12 4 2.8 20h18.4ZM12 10.5v4M12 17.4v0',
  failed: 'M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3ZM9 9l6 6M15 9l-6 6',
  skipped: 'M7 12h10',
};

/** Of decoration only: what a mark says stands in a word beside it. */
export function mark(state: CheckState): TemplateResult {
  return html`<svg
    part="icon"
    class=${`mark ${state}`}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d=${OUTLINES[state]} />
  </svg>`;
}
