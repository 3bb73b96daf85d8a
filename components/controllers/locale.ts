import { languageFor } from '../i18n/languages/languages.js';
import { nearest } from './language-controller.js';
import type { RoomElement } from './room-registry.js';

/**
 * The locale of the numbers and times in a room (BCP 47): that of the page, `en-GB` or `de-CH` for example, where the room speaks its
 * language, and else the language that the room speaks. Never the browser's: a number should not be written otherwise than the
 * words around it.
 */
export function localeOf(room: RoomElement): string {
  const spoken = room.words?.lang ?? 'en';
  const tag = nearest(room, 'lang') ?? '';
  // Texts of the page's own are in the language of the page.
  const isOfPage = ('messages' in room && room.messages) || (languageFor(tag) ?? languageOf(tag)) === spoken;
  return isOfPage && isKnown(tag) ? tag : spoken;
}

/** The language of a tag, `en` of `en-GB`. */
const languageOf = (tag: string): string => tag.split(/[-_]/)[0]?.toLowerCase() ?? '';

/** What a page says may be no tag at all. */
function isKnown(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
