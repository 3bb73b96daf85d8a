import { html, nothing, svg, type TemplateResult } from 'lit';

/** Outlines on a 24 × 24 field. */
const OUTLINES = {
  microphone: 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3ZM5 11a7 7 0 0 0 14 0M12 18v3',
  camera: 'M5 6h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2ZM15 10.5l6-3.5v10l-6-3.5',
  leave:
    'M12 9C8.6 9 5.6 9.8 3.4 11.2c-.8.5-1.2 1.4-1.1 2.3l.2 1.5c.1.8.9 1.3 1.6 1.1l3-.8c.6-.1 1-.6 1.1-1.2l.1-1.7c2.4-.7 5-.7 7.4 0l.1 1.7c.1.6.5 1.1 1.1 1.2l3 .8c.7.2 1.5-.3 1.6-1.1l.2-1.5c.1-.9-.3-1.8-1.1-2.3C18.4 9.8 15.4 9 12 9Z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 20.5a8 8 0 0 1 16 0',
  sound: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5ZM15.5 9a4 4 0 0 1 0 6M18 6.5a7.5 7.5 0 0 1 0 11',
  close: 'M6 6l12 12M18 6 6 18',
} as const;
const SLASH = 'M4 4l16 16';

/** Of decoration only: what an icon says stands in a label beside it. `off` strikes it through. */
export function icon(name: keyof typeof OUTLINES, off = false): TemplateResult {
  return html`<svg
    part="icon"
    viewBox="0 0 24 24"
    fill=${name === 'leave' ? 'currentColor' : 'none'}
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d=${OUTLINES[name]} />
    ${off ? svg`<path stroke="var(--_fill)" stroke-width="6" d=${SLASH} /><path d=${SLASH} />` : nothing}
  </svg>`;
}
