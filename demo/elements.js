/** One page an element, `?tag=call-room`: an example that lives, and tables, both from the manifest. */
import { EXAMPLES } from './examples.js';
import { loadElements, make, membersOf, rich } from './manifest.js';
import { enableCopying, takeFromAddress } from './page.js';

/** These come with the bundle of the call; each other element has one of its own name. */
const IN_THE_CALL = new Set(['call-room', 'call-controls', 'local-video', 'remote-video']);
/** These work without the bundle of the call. */
const OWN_BUNDLE = new Set(['call-button']);

const main = document.querySelector('main');
const elements = await loadElements();
const asked = new URL(location.href).searchParams.get('tag');
const chosen = elements.find(({ tagName }) => tagName === asked);

fillMenu();
if (chosen) await showElement(chosen);
else showAll();

function pageOf(tag) {
  return `elements.html?tag=${encodeURIComponent(tag)}`;
}

function fillMenu() {
  const links = elements.map(({ tagName }) => {
    const link = make('a', { href: pageOf(tagName), textContent: `<${tagName}>` });
    if (tagName === asked) link.setAttribute('aria-current', 'page');
    return make('li', {}, link);
  });
  document.getElementById('elements').append(make('ul', {}, ...links));
}

function showAll() {
  const missing = asked ? [make('p', { role: 'alert', textContent: `There is no element <${asked}>.` })] : [];
  const entries = elements.flatMap(({ tagName, summary }) => [
    make('dt', {}, make('a', { href: pageOf(tagName), textContent: `<${tagName}>` })),
    make('dd', {}, ...rich(summary)),
  ]);
  main.append(make('h1', { textContent: 'Elements' }), ...missing, make('dl', {}, ...entries));
}

async function showElement(element) {
  const { tagName, summary } = element;
  document.title = `<${tagName}> · call-room`;
  main.append(make('h1', { textContent: `<${tagName}>` }), make('p', { className: 'lead' }, ...rich(summary)));
  await showExample(tagName);
  main.append(
    ...table('Attributes', 'Attribute', element.attributes, ({ name }) => name, true),
    ...table('Properties', 'Property', membersOf(element, 'field'), ({ name }) => name),
    ...table('Methods', 'Method', membersOf(element, 'method'), ({ name }) => `${name}()`),
    ...table('Events', 'Event', element.events, ({ name }) => name),
    ...table('Slots', 'Slot', element.slots, ({ name }) => name || '(default)'),
    ...table('Parts', 'Part', element.cssParts, ({ name }) => `::part(${name})`),
    ...table('States', 'State', element.cssStates, ({ name }) => `:state(${name})`),
    ...table('Custom properties', 'Property', element.cssProperties, ({ name }) => name, true),
  );
}

/** What the example of an element says, alive and as source. Its words are our own: see examples.js. */
async function showExample(tag) {
  const source = EXAMPLES[tag] ?? `<${tag}></${tag}>`;
  const place = make('div', { className: 'example' });
  const holder = new DOMParser().parseFromString(source, 'text/html').body;
  for (const element of holder.querySelectorAll('*')) {
    if (element.localName.includes('-')) takeFromAddress(element, ['ice-servers', 'auto-join', 'display-name']);
  }
  place.append(...holder.childNodes);
  const code = make('code', { id: 'source', textContent: `${scriptOf(tag)}\n${source}` });
  const pre = make('pre', { tabIndex: 0 }, code);
  const copy = make('button', { type: 'button', textContent: 'Copy' });
  copy.dataset.copy = 'source';
  main.append(place, make('div', { className: 'snippet' }, pre, copy));
  enableCopying();
  await define([...place.querySelectorAll('*')].map(({ localName }) => localName).filter((name) => name.includes('-')));
}

/** What a page loads, to have this element: what stands beside the call loads that as well. */
function scriptOf(tag) {
  const file = IN_THE_CALL.has(tag) ? '' : `/dist/cdn/${tag}.js`;
  return `<script type="module" src="https://cdn.jsdelivr.net/npm/call-room${file}"></script>`;
}

/** Loads what defines these: the bundle of the call, and for what stands beside it the one of its own name. */
async function define(tags) {
  const ofTheCall = tags.filter((tag) => !OWN_BUNDLE.has(tag));
  if (ofTheCall.length > 0) await import('/call-room.js');
  for (const tag of new Set(tags)) {
    if (!customElements.get(tag)) await import(`/${tag}.js`);
  }
}

/** The roles say once more what they are: on narrow screens they are laid out as blocks, which would cost them their meaning. */
function table(title, column, entries = [], nameOf, withDefault = false) {
  const described = entries.filter(({ description }) => description);
  if (described.length === 0) return [];
  const head = make('tr', { role: 'row' }, make('th', { scope: 'col', role: 'columnheader', textContent: column }));
  if (withDefault) head.append(make('th', { scope: 'col', role: 'columnheader', textContent: 'Default' }));
  head.append(make('th', { scope: 'col', role: 'columnheader', textContent: 'What it is for' }));
  const rows = described.map((entry) => {
    const row = make(
      'tr',
      { role: 'row' },
      make('th', { scope: 'row', role: 'rowheader' }, make('code', { textContent: nameOf(entry) })),
    );
    const initial =
      entry.default && !['undefined', "''"].includes(entry.default) ? [make('code', { textContent: entry.default })] : [];
    if (withDefault) row.append(make('td', { role: 'cell' }, ...initial));
    row.append(make('td', { role: 'cell' }, ...rich(entry.description)));
    return row;
  });
  const id = title.toLowerCase().replaceAll(' ', '-');
  const scroller = make(
    'div',
    { className: 'scroller', tabIndex: 0, role: 'region' },
    make('table', { role: 'table' }, make('thead', { role: 'rowgroup' }, head), make('tbody', { role: 'rowgroup' }, ...rows)),
  );
  scroller.setAttribute('aria-labelledby', id);
  return [make('h2', { id, textContent: title }), scroller];
}
