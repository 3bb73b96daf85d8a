import { expect, fixture, html } from '@open-wc/testing';
import type { CallRoom } from '../../../components/index.js';
import { uniqueName } from '../../support/endpoints.js';
import { waitUntil } from '../../support/patience.js';
import { auditOf, deep, joined, lobby, must, pair, textOf } from '../../support/rooms.js';

const titleOf = (room: CallRoom): string => textOf(deep(room, 'h2'));
const labelOf = (room: CallRoom, part: string): string | null => must(room, `[part~=${part}]`).getAttribute('aria-label');
const boxOf = (room: CallRoom): HTMLElement => must(room, '.box');

/** The bundles of texts that this page has loaded so far. */
const loaded = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => /languages\/([\w-]+)\.[jt]s/.exec(name)?.[1] ?? '')
    .filter((name) => /-(call|in-call|check|ringing)$/.test(name));

/** A lobby in a language, once it speaks. */
async function lobbyIn(lang: string, dir?: string): Promise<CallRoom> {
  const around = await fixture<HTMLElement>(
    html`<div lang=${lang}>
      <call-room signaling="/signal" room=${uniqueName()} video="none" audio="none" ice-servers="[]"></call-room>
    </div>`,
  );
  if (dir) around.dir = dir;
  const room = roomIn(around);
  await waitUntil(() => titleOf(room) !== '', 'the lobby says nothing');
  return room;
}

function roomIn(around: HTMLElement): CallRoom {
  const room = around.querySelector('call-room');
  if (!room) throw new Error('there is no room');
  return room;
}

describe('the language of a call', () => {
  afterEach(() => {
    document.documentElement.lang = 'en';
  });

  it('is English on an English page, where nothing is loaded for it', async () => {
    const room = await lobby();
    expect(titleOf(room)).to.equal('Ready to join?');
    expect(boxOf(room).lang).to.equal('en');
    expect(loaded()).to.deep.equal([]);
  });

  it('is that of the page, of which only one file is loaded, and no English is seen before', async () => {
    document.documentElement.lang = 'de-AT';
    const room = document.createElement('call-room');
    const seen = new Set<string>();
    const look = new MutationObserver(() => seen.add(titleOf(room)));
    Object.assign(room, { signaling: '/signal', room: uniqueName(), iceServers: [], video: 'none', audio: 'none' });
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(room);
    look.observe(room.shadowRoot ?? room, { subtree: true, childList: true, characterData: true });
    await waitUntil(() => titleOf(room) !== '', 'the lobby says nothing');
    look.disconnect();
    expect([...seen].filter(Boolean)).to.deep.equal(['Bereit?']);
    expect(boxOf(room).lang).to.equal('de');
    expect(loaded()).to.deep.equal(['de-call']);
  });

  it('is that of what stands around it, through shadow roots', async () => {
    document.documentElement.lang = 'de';
    const host = await fixture<HTMLElement>(html`<div lang="ja"></div>`);
    const inner = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(inner);
    const room = document.createElement('call-room');
    Object.assign(room, { signaling: '/signal', room: uniqueName(), iceServers: [], video: 'none', audio: 'none' });
    inner.append(room);
    await waitUntil(() => titleOf(room) === '参加の準備はできましたか？', 'it does not speak Japanese');
    inner.lang = 'es';
    await waitUntil(() => titleOf(room) === '¿Todo listo para unirte?', 'it does not speak Spanish');
  });

  it('is English where there are no texts in another', async () => {
    const room = await lobbyIn('zh-TW');
    expect(titleOf(room)).to.equal('Ready to join?');
    expect(boxOf(room).lang).to.equal('en');
  });

  it('changes in a call, which goes on with the same pictures', async () => {
    const [ada] = await pair();
    const tiles = [...must(ada, '.grid').children];
    const videos = tiles.map((tile) => must<HTMLVideoElement>(tile, 'video'));
    const streams = videos.map(({ srcObject }) => srcObject);
    await waitUntil(() => ada.inCall !== undefined, 'the call is not equipped');
    ada.lang = 'fr-CA';
    await waitUntil(() => labelOf(ada, 'leave-button') === 'Quitter l’appel', 'the controls speak no French');
    expect(labelOf(ada, 'mic-button')).to.equal('Couper le micro');
    expect(textOf(must(ada, '[part~=label]'))).to.equal('Bob');
    expect(ada.state).to.equal('joined');
    expect([...must(ada, '.grid').children]).to.deep.equal(tiles);
    expect(videos.map(({ srcObject }) => srcObject)).to.deep.equal(streams);
    expect(videos.every(({ paused }) => !paused)).to.equal(true);
    ada.removeAttribute('lang');
    await waitUntil(() => labelOf(ada, 'leave-button') === 'Leave call', 'it does not come back to English');
  });

  it('runs from right to left in Arabic, unless the page says otherwise', async () => {
    const room = await lobbyIn('ar');
    expect(getComputedStyle(must(room, 'form')).direction).to.equal('rtl');
    await auditOf(room);
    (room.parentElement as HTMLElement).dir = 'ltr';
    await waitUntil(() => getComputedStyle(must(room, 'form')).direction === 'ltr', 'the page does not win');
    expect(boxOf(room).lang).to.equal('ar');
  });

  it('leaves a text of the page’s own as it is', async () => {
    const room = await lobbyIn('pt-BR');
    expect(titleOf(room)).to.equal('Tudo pronto para entrar?');
    room.messages = { 'lobby-title': 'Oi!' };
    await room.updateComplete;
    expect(titleOf(room)).to.equal('Oi!');
    expect(textOf(must(room, 'form [part=button]'))).to.equal('Entrar');
  });

  it('is that of what stands between marks, and between the names of those who record', async () => {
    const [ada, bob] = await pair();
    await bob.toggleMicrophone(false);
    await bob.toggleCamera(false);
    const face = (): string | null => must(must(ada, 'call-tile:not([hidden])'), '.face').getAttribute('aria-label');
    await waitUntil(() => face() === 'Bob, muted, camera off', 'Bob’s tile has no marks');
    ada.lang = 'ja';
    await waitUntil(() => face() === 'Bob、ミュート中、カメラオフ', 'the marks are not Japanese');
    for (const { call } of [ada, bob]) (await call.extras()).recordings.tell(true);
    // Of the page’s own, in a language that there are no texts in.
    ada.messages = { you: 'Tu', 'recording-mark': 'Registrano: {names}' };
    ada.lang = 'it';
    const mark = (): string => textOf(deep(ada, '[part=recording]')).replace(/[\u2068\u2069]/g, '');
    await waitUntil(() => mark() === 'Registrano: Tu e Bob', 'the names are not listed as in Italian');
  });

  it('does not hold up a call that is joined at once', async () => {
    document.documentElement.lang = 'he';
    const room = await joined();
    await waitUntil(() => labelOf(room, 'leave-button') === 'יציאה מהשיחה', 'it does not speak Hebrew');
  });
});
