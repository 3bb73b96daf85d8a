/** The most of it that is kept, in UTF-16 code units: what fits into a line or two. */
const MOST = 100;
/** And in bytes of UTF-8: some file systems take 255, of which a browser needs some while it saves (`name (1).pdf.crdownload`). */
const MOST_BYTES = 200;
/**
 * What file systems don't take, or take for something else; and what can't be seen, which may turn the direction of text, so that
 * `exe.jpg` is read where `gpj.exe` stands, or look like a blank. Joiners and the choice of a colourful sign stay: Persian and
 * emoji need them.
 */
const FORBIDDEN =
  /[<>:"/\\|?*\p{Cc}\p{Surrogate}\p{Zl}\p{Zp}\u2800]|(?!\u200c|\u200d|\ufe0f)[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Devices of Windows, with any ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * A name under which a stranger's file can be saved and shown: no path, nothing hidden, nothing that looks like something else.
 * The ending stays, as it tells a person what they get.
 */
export function fileNameOf(claimed: string): string {
  const name = claimed
    .normalize('NFC')
    .replace(FORBIDDEN, '_')
    .replace(/\s+/gu, ' ')
    // One that begins with a dot is hidden, and joiners join nothing there; Windows drops dots and blanks at the end.
    .replace(/^(?:[.\s]|\u200c|\u200d|\ufe0f)+|[.\s]+$/gu, '')
    .replace(RESERVED, '_$&');
  if (name.length <= MOST && bytesOf(name) <= MOST_BYTES) return name || 'file';
  const ending = /\.[^.\s]{1,12}$/u.exec(name)?.[0] ?? '';
  return beginning(name, MOST - ending.length, MOST_BYTES - bytesOf(ending)) + ending;
}

/** As many whole characters as fit, without what may not stand at the end. */
function beginning(name: string, most: number, mostBytes: number): string {
  let begun = '';
  let bytes = 0;
  for (const character of name) {
    bytes += bytesOf(character);
    if (bytes > mostBytes || begun.length + character.length > most) break;
    begun += character;
  }
  return begun.replace(/[.\s]+$/u, '');
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
