/** The most that a receiver takes for the tag of a language, in characters (RFC 5646, 4.4.1). */
const LONGEST = 35;

/**
 * The first of these that names a language (BCP 47), as recognizers and receivers take it: many a page has `en_US`, as POSIX
 * writes it. English where none does.
 */
export function speechLanguage(wishes: readonly (string | undefined)[]): string {
  for (const wish of wishes) {
    const tag = tagOf(wish?.trim().replaceAll('_', '-'));
    if (tag && tag.length <= LONGEST) return tag;
  }
  return 'en';
}

/** Without what says how to write numbers and the like. */
function tagOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  try {
    return new Intl.Locale(text).baseName;
  } catch {
    // That is no tag: the next wish counts.
    return undefined;
  }
}
