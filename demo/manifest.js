/** What pages of the demo read from the manifest of the elements, `custom-elements.json`, which is made of their source. */

/** What the browser or Lit calls; no site does. */
const INTERNAL = new Set(['connectedMoveCallback', 'text', 'focus']);

/** The elements for sites, in the order of their names. What only other elements use has no summary. */
export async function loadElements() {
  const response = await fetch(new URL('custom-elements.json', import.meta.url));
  if (!response.ok) throw new Error(`The manifest can’t be read (${response.status}): run npm run build`);
  const { modules } = await response.json();
  return modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName, summary }) => tagName && summary)
    .sort((one, other) => one.tagName.localeCompare(other.tagName));
}

/** Properties and methods of an element that a site may use and that are no attributes. */
export const membersOf = ({ members = [] }, wanted) =>
  members.filter(
    ({ name, kind, privacy = 'public', static: isStatic, attribute, description }) =>
      kind === wanted && privacy === 'public' && !isStatic && !attribute && description && !INTERNAL.has(name),
  );

/** Words that stand in backticks: what an attribute may say, as its description has it. */
const quoted = (description) => [...description.matchAll(/`([a-z][\w-]*)`/g)].map(([, word]) => word);

/**
 * How to let somebody set an attribute: `kind` is `boolean`, `number`, `choice`, `list` or `text`; `values` are those of a
 * choice or list.
 */
export function controlOf({ type: { text = 'string' } = {}, description = '' }) {
  if (/^boolean\b/.test(text)) return { kind: 'boolean' };
  if (/^number\b/.test(text)) return { kind: 'number' };
  if (/\blist of `/.test(description)) return { kind: 'list', values: quoted(description) };
  const literals = [...text.matchAll(/'([^']*)'/g)].map(([, literal]) => literal).filter(Boolean);
  if (literals.length > 0) return { kind: 'choice', values: literals };
  const isNamedType = /^[A-Z]\w*( \| undefined)?$/.test(text);
  const values = isNamedType ? quoted(description) : [];
  return values.length > 1 ? { kind: 'choice', values: [...new Set(values)] } : { kind: 'text' };
}

/** An element of the page, made in one line. */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** A description as nodes: what stands in backticks is code. Nothing of it is ever HTML. */
export const rich = (text = '') =>
  text
    .replace(/\s+/g, ' ')
    .split(/`([^`]*)`/)
    .map((piece, index) => (index % 2 ? make('code', { textContent: piece }) : piece));

/** A tag as one writes it. `attributes` are pairs; an empty value is that of a boolean attribute. */
export function tagSource(tag, attributes, content = '') {
  const escaped = (value) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const written = attributes.map(([name, value]) => (value === '' ? name : `${name}="${escaped(value)}"`));
  const one = `<${[tag, ...written].join(' ')}>`;
  const start = one.length <= 78 ? one : `<${tag}\n  ${written.join('\n  ')}\n>`;
  return `${start}${content}</${tag}>`;
}
