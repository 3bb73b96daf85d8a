/** Up to two letters for a name: of its first and last word. Empty for a name without letters or digits. */
export function initials(name: string): string {
  const words = name.split(/[\s._@/-]+/u).filter((word) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => firstLetter(word ?? '')).join('');
}

/** The first letter as a person counts letters: with its accents, a whole emoji, none of the marks around it. */
function firstLetter(word: string): string {
  const visible = word.replace(/^[^\p{L}\p{N}\p{Extended_Pictographic}]+/u, '');
  const [first] = new Intl.Segmenter().segment(visible);
  return (first?.segment ?? '').toLocaleUpperCase();
}
