/** What the demo pages share: settings come from the address, and so does the room: the address is an invitation. */

const ADJECTIVES = ['quiet', 'bright', 'gentle', 'brave', 'golden', 'early', 'nimble', 'sunny'];
const NOUNS = ['otter', 'harbour', 'meadow', 'comet', 'violin', 'lantern', 'willow', 'falcon'];

const pick = (words) => words[Math.floor(Math.random() * words.length)];

/** `?room=` of the address: `demo` without one, so that two tabs of the same address meet; `new` makes one up. */
export function roomOfAddress() {
  const url = new URL(location.href);
  const named = url.searchParams.get('room') || 'demo';
  const room = named === 'new' ? `${pick(ADJECTIVES)}-${pick(NOUNS)}-${Math.floor(Math.random() * 90 + 10)}` : named;
  url.searchParams.set('room', room);
  history.replaceState(null, '', url);
  return room;
}

/** Attributes of `<call-room>` that the address may set: `?display-name=Ada&auto-join&ice-servers=[]`. */
const ATTRIBUTES = [
  'display-name',
  'auto-join',
  'audio',
  'video',
  'layout',
  'ice-servers',
  'ice-transport-policy',
  'controls',
  'max-participants',
  'token',
  'signaling',
  'no-remember',
  'no-announcements',
  'no-shortcuts',
  'lang',
  'dir',
];

/** Gives a `<call-room>` its room, and what else the address says. */
export function configure(element, room = roomOfAddress()) {
  takeFromAddress(element, ATTRIBUTES);
  element.setAttribute('room', room);
}

/** Sets those of these attributes that the address has in its query. */
export function takeFromAddress(element, attributes) {
  const { searchParams } = new URL(location.href);
  for (const name of attributes) {
    const value = searchParams.get(name);
    if (value !== null) element.setAttribute(name, value);
  }
}

/** The address that invites somebody else: this one, without what concerns this person alone. */
export function invitation() {
  const url = new URL(location.href);
  for (const name of ['display-name', 'auto-join', 'token']) url.searchParams.delete(name);
  return url.href;
}

/** Makes each `data-copy` button copy the element of that id. */
export function enableCopying() {
  for (const button of document.querySelectorAll('[data-copy]')) {
    const label = button.textContent;
    // Whoever pressed it without seeing it learns that it is done.
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', async () => {
      const source = document.getElementById(button.dataset.copy);
      const isCopied = await copy(source.value ?? source.textContent);
      button.textContent = isCopied ? 'Copied' : 'Copy by hand';
      if (!isCopied) select(source);
      setTimeout(() => (button.textContent = label), 1500);
    });
  }
}

/** False where the browser doesn't let a page do that, as on a page without TLS. */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function select(source) {
  if (source.select) source.select();
  else getSelection().selectAllChildren(source);
}
