import { html, type TemplateResult } from 'lit';

const LINK = /\b(?:https?:\/\/|mailto:)[^\s<>"]+/gi;
/** What ends a sentence rather than an address. */
const TAIL = /[.,;:!?'’”)\]}]+$/u;
const SAFE: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** A stranger's words, in which addresses of the web and of mail can be followed; everything else stays text. */
export function withLinks(words: string): (string | TemplateResult)[] {
  const pieces: (string | TemplateResult)[] = [];
  let end = 0;
  for (const { 0: found, index } of words.matchAll(LINK)) {
    const address = found.replace(TAIL, '');
    if (!isSafe(address)) continue;
    pieces.push(words.slice(end, index));
    pieces.push(html`<a part="link" href=${address} target="_blank" rel="noopener noreferrer nofollow ugc">${address}</a>`);
    end = index + address.length;
  }
  return [...pieces, words.slice(end)];
}

const isSafe = (address: string): boolean => URL.canParse(address) && SAFE.has(new URL(address).protocol);
