/** The languages that there are texts in, besides English; their BCP 47 tags. */
const TAGS = ['ar', 'de', 'es', 'fr', 'he', 'ja', 'pt', 'zh-Hans'] as const;

/** One of these languages. */
export type Language = (typeof TAGS)[number];

/** Other names of these languages, by their primary subtag. */
const OTHER_NAMES: Readonly<Record<string, Language>> = { iw: 'he', zh: 'zh-Hans' };

/** Where Chinese is written in traditional characters, unless the tag names a script. */
const TRADITIONAL = ['tw', 'hk', 'mo'];

/**
 * The language that comes nearest to a BCP 47 tag, found by shortening the tag (RFC 4647, 3.4): that of Brazil is Portuguese, too.
 * `undefined` stands for English, and so for every language that there are no texts in; traditional Chinese is one of them.
 */
export function languageFor(tag: string): Language | undefined {
  const [primary = '', ...more] = tag.trim().toLowerCase().split(/[-_]/);
  if (primary === 'zh' && !more.includes('hans') && more.some((part) => part === 'hant' || TRADITIONAL.includes(part))) {
    return undefined;
  }
  if (Object.hasOwn(OTHER_NAMES, primary)) return OTHER_NAMES[primary];
  return TAGS.find((tag) => tag === primary);
}

/** True for languages that are written from right to left. */
export const isRightToLeft = (language: Language | undefined): boolean => language === 'ar' || language === 'he';
