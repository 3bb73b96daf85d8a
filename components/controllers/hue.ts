/**
 * A hue for a text, 0–345 degrees, always the same one for the same text. The disc is `oklch(0.5 0.11 <hue>)`:
 * white letters on it have a contrast of at least 4.5 : 1 at each hue (WCAG 2.2, 1.4.3).
 */
export function hueOf(text: string): number {
  let hash = 0x811c9dc5;
  // FNV-1a over UTF-16 code units.
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return ((hash >>> 0) % 24) * 15;
}
