/** The playground: every attribute, theme and part of `<call-room>` to try, by its public API alone. */
import { controlOf, loadElements, make, rich, tagSource } from '../manifest.js';
import { configure, enableCopying } from '../page.js';

/** As guest.js paints them. */
const GUESTS = ['Grace', 'Alan', 'Edith', 'Tim', 'Radia'];
const LIST = new Intl.ListFormat('en');
const LOG_LENGTH = 100;
const DETAIL_LENGTH = 300;

const byId = (id) => document.getElementById(id);
const room = make('call-room');
room.setAttribute('signaling', '/signal');
const { searchParams } = new URL(location.href);

// Whoever opens the playground is alone with their guests, unless the address says otherwise.
configure(room, searchParams.get('room') || `playground-${crypto.randomUUID().slice(0, 8)}`);
if (!room.hasAttribute('display-name')) room.setAttribute('display-name', 'Ada');

const elements = await loadElements();
const described = elements.find(({ tagName }) => tagName === 'call-room');
// Its own controls come before the rest of the page is filled: the guests follow what they say.
fillAttributes();
fillTokens();
fillParts();
listen();
lookFromAddress();
// Once all its events are listened to: with `auto-join` the first ones come at once.
byId('place').append(room);
byId('people').value = searchParams.get('people') ?? '1';
inviteGuests();
writeTag();
enableCopying();
new MutationObserver(writeTag).observe(room, { attributes: true });

// Attributes.

function fillAttributes() {
  for (const attribute of described.attributes) {
    byId('attributes').append(knob(attribute, controlOf(attribute)));
  }
}

function setOrRemove(name, value) {
  if (value) room.setAttribute(name, value);
  else room.removeAttribute(name);
}

/** A label, the control, and what the manifest says. */
function knob({ name, description, default: initial }, { kind, values = [] }) {
  const hint = make('small', { id: `about-${name}`, className: 'quiet' }, ...rich(description));
  const set = (value) => {
    setOrRemove(name, value);
    if (name === 'room' || name === 'signaling' || name === 'ice-servers') inviteGuests();
  };
  const current = room.getAttribute(name) ?? '';
  if (kind === 'list') return listKnob(name, values, hint, current, set);

  let control;
  if (kind === 'boolean') {
    control = make('input', { type: 'checkbox', checked: room.hasAttribute(name) });
    control.addEventListener('change', () => room.toggleAttribute(name, control.checked));
  } else if (kind === 'choice') {
    const standard = initial?.replaceAll("'", '');
    const options = values.map((value) => make('option', { value: value === standard ? '' : value, textContent: value }));
    control = make('select', {}, ...options);
    control.value = current === standard ? '' : current;
    control.addEventListener('change', () => set(control.value));
  } else {
    control = make('input', { type: kind, value: current, spellcheck: false, autocomplete: 'off' });
    if (kind === 'number') Object.assign(control, { min: 1, inputMode: 'numeric' });
    control.addEventListener('change', () => set(control.value));
  }
  control.dataset.attribute = name;
  control.setAttribute('aria-describedby', hint.id);
  const label = make('label', kind === 'boolean' ? { className: 'tick' } : {});
  const title = make('code', { textContent: name });
  label.append(...(kind === 'boolean' ? [control, title] : [title, control]));
  return make('div', { className: 'knob' }, label, hint);
}

function listKnob(name, values, hint, current, set) {
  const chosen = new Set(current ? current.split(/\s+/) : values);
  const ticks = values.map((value) => {
    const tick = make('input', { type: 'checkbox', value, checked: chosen.has(value) });
    tick.addEventListener('change', () => {
      const words = ticks.filter(({ checked }) => checked).map((one) => one.value);
      if (words.length === 0) room.setAttribute(name, '');
      else set(words.length === values.length ? null : words.join(' '));
    });
    return tick;
  });
  const group = make('div', { className: 'knob', role: 'group' }, make('code', { id: `list-${name}`, textContent: name }));
  group.setAttribute('aria-labelledby', `list-${name}`);
  group.setAttribute('aria-describedby', hint.id);
  group.append(...ticks.map((tick) => make('label', { className: 'tick' }, tick, tick.value)), hint);
  return group;
}

function writeTag() {
  const known = new Set([...described.attributes.map(({ name }) => name), 'lang', 'dir']);
  const { host, protocol } = location;
  const address = new URL(room.getAttribute('signaling') ?? '', `${protocol.replace('http', 'ws')}//${host}`).href;
  const attributes = [...room.attributes]
    .filter(({ name }) => known.has(name))
    .map(({ name, value }) => [name, name === 'signaling' && value ? address : value]);
  byId('tag').textContent = [
    '<script type="module" src="https://cdn.jsdelivr.net/npm/call-room"></script>',
    ...styleSource(),
    tagSource('call-room', attributes),
  ].join('\n');
}

/** The tokens that were changed, as the lines of a style sheet. */
function styleSource() {
  const changed = described.cssProperties.filter(({ name }) => room.style.getPropertyValue(name));
  if (changed.length === 0) return [];
  const rules = changed.map(({ name }) => `    ${name}: ${room.style.getPropertyValue(name)};`);
  return ['<style>', '  call-room {', ...rules, '  }', '</style>'];
}

// Look.

function lookFromAddress() {
  for (const [id, name, use] of [
    ['theme-choice', 'theme', setTheme],
    ['scheme', 'scheme', (value) => (byId('place').style.colorScheme = value)],
    ['language', 'lang', (value) => setOrRemove('lang', value)],
    ['direction', 'dir', (value) => setOrRemove('dir', value)],
    ['width', 'width', setWidth],
  ]) {
    const control = byId(id);
    const asked = searchParams.get(name);
    if (asked !== null) control.value = asked;
    if (asked !== null && control.value === asked) use(asked);
    control.addEventListener('input', () => use(control.value));
  }
}

function fillTokens() {
  const list = byId('tokens');
  for (const token of described.cssProperties) list.append(tokenKnob(token));
  byId('forget-tokens').addEventListener('click', () => {
    for (const { name } of described.cssProperties) room.style.removeProperty(name);
    list.replaceChildren(...described.cssProperties.map(tokenKnob));
  });
}

/** A colour has a picker, which begins with that of light surroundings; the rest is written. */
function tokenKnob({ name, description, default: initial }) {
  const [colour] = /#[0-9a-f]{3,6}/.exec(initial) ?? [];
  const value = colour?.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour;
  const hint = make('small', { id: `about${name}`, className: 'quiet' }, ...rich(description));
  const control = make('input', colour ? { type: 'color', value } : { type: 'text', placeholder: initial, spellcheck: false });
  control.setAttribute('aria-describedby', hint.id);
  control.dataset.token = name;
  control.addEventListener('input', () => room.style.setProperty(name, control.value));
  return make('div', { className: 'knob' }, make('label', {}, make('code', { textContent: name }), control), hint);
}

function setTheme(name) {
  const link = byId('theme');
  if (name) link.href = `../themes/${name}.css`;
  else link.removeAttribute('href');
  byId('theme-source').hidden = !name;
  Object.assign(byId('theme-source').querySelector('a'), { href: `../themes/${name}.css`, textContent: `${name}.css` });
}

function setWidth(percent) {
  byId('place').style.inlineSize = `${percent}%`;
  byId('width-said').textContent = `${percent} %`;
}

// Parts.

function fillParts() {
  const show = (name) => {
    // On the part itself, inside of its edge, so that nothing cuts it off.
    byId('highlight').textContent = name ? `call-room::part(${name}) { outline: 3px solid #e0218a; outline-offset: -3px; }` : '';
  };
  for (const { name, description } of described.cssParts) {
    const chip = make('button', {
      type: 'button',
      className: 'chip',
      textContent: name,
      title: description.replace(/\s+/g, ' '),
    });
    chip.addEventListener('pointerenter', () => show(name));
    chip.addEventListener('focus', () => show(name));
    chip.addEventListener('pointerleave', () => show(''));
    chip.addEventListener('blur', () => show(''));
    byId('parts').append(chip);
  }
}

// Events.

function listen() {
  for (const { name } of described.events) room.addEventListener(name, log);
  byId('clear').addEventListener('click', () => byId('events').replaceChildren());
}

function log(event) {
  const list = byId('events');
  const time = make('time', { textContent: new Date().toLocaleTimeString('en-GB') });
  list.prepend(
    make('div', {}, time, make('strong', { textContent: event.type }), make('span', { textContent: detailsOf(event) })),
  );
  while (list.children.length > LOG_LENGTH) list.lastElementChild.remove();
}

/** What the class of an event adds to that of every event, in a line. */
function detailsOf(event) {
  if (event.participant && event.previous) return changeOf(event.participant, event.previous).slice(0, DETAIL_LENGTH);
  const described = [];
  for (const name of new Set([...Object.keys(event), ...accessorsOf(event)])) {
    const value = event[name];
    if (name !== 'isTrusted' && value !== undefined && typeof value !== 'function') described.push(`${name}: ${inLine(value)}`);
  }
  return described.join(', ').slice(0, DETAIL_LENGTH);
}

/** What is new about somebody. */
function changeOf(participant, previous) {
  const changed = Object.keys(participant).filter((name) => participant[name] !== previous[name]);
  return `${inLine(participant)} ${changed.map((name) => `${name}: ${inLine(participant[name])}`).join(', ')}`;
}

function accessorsOf(event) {
  const prototype = Object.getPrototypeOf(event);
  return prototype === Event.prototype ? [] : Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
}

function inLine(value) {
  if (value && typeof value === 'object' && 'displayName' in value) return `“${value.displayName}”`;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    // It refers to itself; a page may send anything.
    return String(value);
  }
}

// Guests.

/** Seats as many as wanted: each in a frame of their own, with devices of their own. */
function inviteGuests() {
  const control = byId('people');
  const wanted = Math.min(Math.max(Number(control.value) || 0, 0), GUESTS.length);
  const frames = [...byId('guests').children];
  GUESTS.forEach((name, index) => {
    const address = new URL('../guest.html', location.href);
    address.searchParams.set('display-name', name);
    for (const attribute of ['room', 'signaling', 'ice-servers', 'token']) {
      const value = room.getAttribute(attribute);
      if (value !== null) address.searchParams.set(attribute, value);
    }
    const frame = frames.find(({ title }) => title === name);
    if (index >= wanted) frame?.remove();
    else if (!frame) byId('guests').append(make('iframe', { title: name, src: address.href, allow: 'autoplay', tabIndex: -1 }));
    else if (frame.src !== address.href) frame.src = address.href;
  });
  byId('guests').hidden = wanted === 0;
  byId('present').textContent =
    `${LIST.format(GUESTS.slice(0, wanted)) || 'Nobody else'} ${wanted > 1 ? 'are' : 'is'} in the room.`;
}

byId('people').addEventListener('input', inviteGuests);
for (const device of ['microphone', 'camera']) {
  const control = byId(`guest-${device}`);
  control.addEventListener('change', () => {
    for (const { contentWindow } of byId('guests').children) {
      contentWindow.postMessage({ toggle: device, on: control.checked }, location.origin);
    }
  });
}
// A guest who comes later is as the switches say.
addEventListener('message', ({ source, origin, data }) => {
  if (origin !== location.origin || data?.type !== 'call-joined') return;
  for (const device of ['microphone', 'camera']) {
    const { checked } = byId(`guest-${device}`);
    if (!checked) source.postMessage({ toggle: device, on: false }, location.origin);
  }
});
document.querySelector('.knobs').addEventListener('submit', (event) => event.preventDefault());
