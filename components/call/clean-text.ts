/** Text as the protocol takes it: cut to the bound, never in the middle of a character. */
export const cleanText = (text: string, most: number): string =>
  text
    .trim()
    .slice(0, most)
    .replace(/\p{Surrogate}/gu, '');
