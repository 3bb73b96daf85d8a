/** Marks that keyboards of other scripts write by the same keys, where Unicode does not hold them for the same. */
const SAME: Readonly<Record<string, string>> = { '؟': '?', '،': ',' };

/**
 * The key as shortcuts name it: by the character that it writes, in lower case, whatever the layout of the keyboard. A key that writes
 * a letter of another script counts as the Latin one that stands on it, as layouts of such scripts have none at all (UI Events, `code`).
 */
export function keyOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  const written = SAME[key] ?? key.normalize('NFKC').toLowerCase();
  const isForeign = /^[^\p{Script=Latin}]$/u.test(written) && /^\p{Letter}$/u.test(written);
  return isForeign && code.startsWith('Key') ? code.slice(3).toLowerCase() : written;
}
