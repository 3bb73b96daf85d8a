// Writes the README's tables of elements from custom-elements.json, so that they say what the code says.
// With `--check` nothing is written; it fails where the tables are not current.
import { readFileSync, writeFileSync } from 'node:fs';

const README = 'README.md';
/** The elements that come first, in this order; the others follow by name. */
const FIRST = ['call-room', 'local-video', 'remote-video', 'call-controls', 'call-check', 'call-button', 'call-phone'];
const INTERNAL = new Set(['connectedMoveCallback', 'text', 'focus']);

/**
 * @typedef {{ name: string, description?: string, default?: string, type?: { text: string } }} Entry
 * @typedef {Entry & { kind: string, privacy?: string, attribute?: string, static?: boolean, readonly?: boolean }} Member
 * @typedef {{ tagName?: string, summary?: string, description?: string, attributes?: Entry[], members?: Member[],
 *   events?: Entry[], slots?: Entry[], cssParts?: Entry[], cssProperties?: Entry[], cssStates?: Entry[] }} Declaration
 */

/** @type {{ modules: { declarations?: Declaration[] }[] }} */
const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const declarations = manifest.modules.flatMap((module) => module.declarations ?? []);

/** What is for sites has a summary; what only other elements use has none. */
const published = declarations.filter(({ tagName, summary }) => tagName && summary).map(({ tagName = '' }) => tagName);
const TAGS = [...FIRST, ...published.filter((tag) => !FIRST.includes(tag)).sort()];

const oneLine = (/** @type {string | undefined} */ text = '') => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const code = (/** @type {string | undefined} */ text) => (text ? `\`${oneLine(text)}\`` : '');

/**
 * @param {string} title
 * @param {Entry[] | undefined} entries
 * @param {(entry: Entry) => string} [name]
 */
function table(title, entries = [], name = (entry) => code(entry.name) || '(default)') {
  const rows = entries
    .filter(({ description }) => description)
    .map((entry) => `| ${name(entry)} | ${oneLine(entry.description)} |`);
  return rows.length > 0 ? [`| ${title} | |`, '| --- | --- |', ...rows, ''] : [];
}

/** @param {string} tag */
function section(tag) {
  const element = declarations.find(({ tagName }) => tagName === tag);
  if (!element) throw new Error(`custom-elements.json does not describe <${tag}>: run npm run build`);
  const withDefault = (/** @type {Entry} */ entry) =>
    code(entry.name) + (entry.default && entry.default !== 'undefined' ? ` (${code(entry.default)})` : '');
  const published = (element.members ?? []).filter(
    ({ name, privacy, static: isStatic }) => (privacy ?? 'public') === 'public' && !isStatic && !INTERNAL.has(name),
  );
  return [
    `### \`<${tag}>\``,
    '',
    oneLine(element.summary ?? element.description),
    '',
    ...table('attribute', element.attributes, withDefault),
    ...table(
      'property',
      published.filter(({ kind, attribute }) => kind === 'field' && !attribute),
    ),
    ...table(
      'method',
      published.filter(({ kind }) => kind === 'method'),
      ({ name }) => code(`${name}()`),
    ),
    ...table('event', element.events),
    ...table('slot', element.slots),
    ...table('part', element.cssParts, ({ name }) => code(`::part(${name})`)),
    ...table('state', element.cssStates, ({ name }) => code(`:state(${name})`)),
    ...table('custom property', element.cssProperties, withDefault),
  ];
}

const readme = readFileSync(README, 'utf8');
const tables = TAGS.flatMap(section).join('\n');
const current = readme.replace(/(<!-- api:start -->\n)[^]*?(<!-- api:end -->)/, (_, start, end) => `${start}\n${tables}\n${end}`);
if (!process.argv.includes('--check')) writeFileSync(README, current);
else if (current !== readme) {
  process.stderr.write('The tables of README.md are not current: run npm run docs\n');
  process.exitCode = 1;
}
