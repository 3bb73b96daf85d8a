import type { TemplateResult } from 'lit';
import { outline } from '../outline.js';

/** Outlines on a 24 × 24 field, in the line of those that the elements of the first frame have. */
const OUTLINES = {
  close: 'M6 6l12 12M18 6 6 18',
  screen:
    'M4 4.5h16a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 15V6A1.5 1.5 0 0 1 4 4.5ZM8.5 20h7M12 13.5V8M9.5 10.3 12 7.8l2.5 2.5',
  hand: 'M8 13V6.2a1.5 1.5 0 0 1 3 0V11M11 11V4.5a1.5 1.5 0 0 1 3 0V11M14 11V5.7a1.5 1.5 0 0 1 3 0V12M17 12V8.6a1.5 1.5 0 0 1 3 0V15a6.5 6.5 0 0 1-6.5 6.5h-1A6.5 6.5 0 0 1 7.3 19L3.8 14.3a1.6 1.6 0 0 1 2.5-2L8 14',
  reactions: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8.2 14a4.4 4.4 0 0 0 7.6 0M9 9.5h.01M15 9.5h.01',
  chat: 'M5 4h14a2 2 0 0 1 2 2v8.5a2 2 0 0 1-2 2h-7L7.5 20.5v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2ZM7.5 8.5h9M7.5 12h6',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 19.5a6.5 6.5 0 0 1 13 0M15.5 4.8a3.5 3.5 0 0 1 0 6.4M18 14.2a6.5 6.5 0 0 1 3.5 5.3',
  settings:
    'M4 7h8M16 7h4M4 17h4M12 17h8M14 9.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4ZM10 19.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z',
  record: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  captions:
    'M5 5h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2ZM10.5 10.4a2.2 2.2 0 1 0 0 3.2M17 10.4a2.2 2.2 0 1 0 0 3.2',
  'caption-me':
    'M9 12.5a3 3 0 0 0 3-3v-3a3 3 0 0 0-6 0v3a3 3 0 0 0 3 3ZM3.5 10a5.5 5.5 0 0 0 11 0M9 15.5v3M14.5 17.5h6M11.5 20.5h9M17.5 14.5h3',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  grid: 'M4 4.5h6.5V11H4ZM13.5 4.5H20V11h-6.5ZM4 13.5h6.5V20H4ZM13.5 13.5H20V20h-6.5Z',
  spotlight: 'M4 4.5h16v10H4ZM4 17.5h4V20H4ZM10 17.5h4V20h-4ZM16 17.5h4V20h-4Z',
  floating: 'M4 5h16v14H4ZM13 12.5h4.5v4H13Z',
  'full-screen':
    'M4 9V5.5A1.5 1.5 0 0 1 5.5 4H9M15 4h3.5A1.5 1.5 0 0 1 20 5.5V9M20 15v3.5a1.5 1.5 0 0 1-1.5 1.5H15M9 20H5.5A1.5 1.5 0 0 1 4 18.5V15',
  'picture-in-picture': 'M10 19H4.5A1.5 1.5 0 0 1 3 17.5v-11A1.5 1.5 0 0 1 4.5 5h15A1.5 1.5 0 0 1 21 6.5V10M13 13.5h8v6h-8Z',
  keyboard:
    'M4.5 6h15A2.5 2.5 0 0 1 22 8.5v7a2.5 2.5 0 0 1-2.5 2.5h-15A2.5 2.5 0 0 1 2 15.5v-7A2.5 2.5 0 0 1 4.5 6ZM6 10h.01M10 10h.01M14 10h.01M18 10h.01M6 14h.01M18 14h.01M9.5 14h5',
} as const;

export type IconName = keyof typeof OUTLINES;

/** Of decoration only: what an icon says stands in a label beside it. */
export const icon = (name: IconName): TemplateResult => outline(OUTLINES[name], name === 'more' ? 2.8 : 1.8);
