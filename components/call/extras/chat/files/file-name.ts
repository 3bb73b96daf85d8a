/** The most of it that is kept, in UTF-16 code units; some file systems take 255 bytes. */
const MOST = 100;
/**
 * What file systems don't take, or take for something else; and what can't be seen, which may turn the direction of text, so that
 * `exe.jpg` is read where `gpj.exe` stands. Joiners stay: Persian and emoji need them.
 */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Surrogate}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu;
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
    // One that begins with a dot is hidden; Windows drops dots and blanks at the end.
    .replace(/^[.\s]+|[.\s]+$/gu, '')
    .replace(RESERVED, '_$&');
  if (name.length <= MOST) return name || 'file';
  const ending = /\.[^.\s]{1,12}$/u.exec(name)?.[0] ?? '';
  return whole(name.slice(0, MOST - ending.length)) + ending;
}

/** What is left of a name that was cut: without half of a character at its end, or what may not stand there. */
const whole = (text: string): string => text.replace(/[\ud800-\udbff]$/, '').replace(/[.\s]+$/u, '');
