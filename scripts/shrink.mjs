// What may go from the text of a template without anybody seeing or hearing it.

/**
 * Between two values space may be all there is: it parts two words, or the ids of `aria-labelledby`.
 *
 * @param {string} text what stands between two values of a template
 */
export function shrinkHtml(text) {
  if (text !== '' && text.trim() === '') return ' ';
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/(^|>) (?=<|$)/g, '$1')
    .replace(/ >/g, '>');
}

/** @param {string} text the same of a style sheet */
export function shrinkCss(text) {
  return text
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/(?<![\d.])0(?=\.\d)/g, '')
    .replace(/;}/g, '}');
}
