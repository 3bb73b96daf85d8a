import { html, nothing, render, type CSSResultOrNative, type LitElement, type TemplateResult } from 'lit';
import type { Participant } from '../../call/participant.js';
import { watchRooms, type RoomElement } from '../../controllers/room-registry.js';
import type { Featured } from '../../features/in-call/windows/featured.js';
import { outline } from '../../features/outline.js';
import { buttons } from '../../styles/button.styles.js';
import { theme } from '../../styles/theme.styles.js';
import { CallTile } from '../call-tile/call-tile.js';
import { define } from '../define.js';
import { icon } from '../icons.js';
import { pageStyles, styles } from './call-window.styles.js';

/** What of the room's looks goes along into the window. */
const LOOKS = [
  ...['background', 'surface', 'text', 'text-dim', 'accent', 'accent-text', 'danger', 'font'].map((name) => `--call-${name}`),
  '--_mirror',
  'font-family',
];

const CHANGES = ['statechange', 'participantjoined', 'participantleft', 'participantchange', 'mediachange'] as const;

/** Back into a window with a tab. */
const BACK = 'M20 12V7a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h5M20 19l-6-6M14 17.5V13h4.5';

/** These styles for a document: one can't have sheets that another has made (CSSOM, `adoptedStyleSheets`). */
function sheetsIn({ defaultView }: Document, all: readonly CSSResultOrNative[]): CSSStyleSheet[] {
  if (!defaultView) return [];
  return all.map((one) => {
    const sheet = new defaultView.CSSStyleSheet();
    if ('cssText' in one) sheet.replaceSync(one.cssText);
    return sheet;
  });
}

/**
 * A tile in a window of its own document.
 *
 * @internal
 */
class WindowTile extends CallTile {
  protected override createRenderRoot(): ShadowRoot {
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = sheetsIn(this.ownerDocument, CallTile.elementStyles);
    return root;
  }
}

function newTile(className: string): CallTile {
  define('window-tile', WindowTile);
  const tile = document.createElement('window-tile');
  tile.className = className;
  return tile;
}

/**
 * Shows a call in a window that the page may write into, until that is closed: whoever is featured, oneself, and what one needs
 * most. With tiles of its own: those of the page stay where they are, and go on.
 */
export function fillWindow(window: Window, room: RoomElement & LitElement, featured: Featured): void {
  const { document } = window;
  const host = document.createElement('div');
  host.style.blockSize = '100%';
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = sheetsIn(document, [theme, buttons, styles]);
  document.adoptedStyleSheets = sheetsIn(document, [pageStyles]);
  document.body.append(host);
  dress(host, document.documentElement, room);

  const large = newTile('large');
  const own = newTile('own');
  const open = new AbortController();
  const { signal } = open;
  let again: ReturnType<typeof setTimeout> | undefined;

  const draw = (): void => {
    clearTimeout(again);
    const chosen = featured.choose();
    const { localParticipant: local, text } = room;
    const person = chosen.person ?? local;
    show(large, person, room);
    show(own, local, room);
    document.title = text('window-title');
    speakAs(document.documentElement, room);
    render(
      windowView(room, person.local ? [large] : [large, own], () => backToTab(window)),
      root,
    );
    if (chosen.again !== undefined) again = setTimeout(draw, chosen.again);
  };
  for (const type of CHANGES) room.call.addEventListener(type, draw, { signal });
  // Of who is pinned no event of the call tells.
  watchRooms(draw, signal);
  window.addEventListener(
    'pagehide',
    () => {
      open.abort();
      clearTimeout(again);
      // Tiles let go of their streams where they are removed, which the end of a window is not.
      render(nothing, root);
    },
    { signal },
  );
  draw();
}

function show(tile: CallTile, person: Participant, { text }: RoomElement): void {
  // How good the way is says an element that has no styles in another document.
  Object.assign(tile, { participant: Object.freeze({ ...person, quality: 'unknown' }), mirror: person.local, text });
}

function windowView(room: RoomElement, tiles: readonly CallTile[], onBack: () => void): TemplateResult {
  const { text, localParticipant, audio, video, state } = room;
  const device = (name: 'microphone' | 'camera', on: boolean, label: string, toggle: () => unknown): TemplateResult =>
    html`<button type="button" class=${on ? 'round' : 'round off'} aria-label=${label} title=${label} @click=${toggle}>
      ${icon(name, !on)}
    </button>`;
  const back = text('window-back');
  const leave = text('leave');
  return html`<main>
    <h1 class="said">${text('window-title')}</h1>
    <div class="people">
      ${tiles}${state === 'reconnecting' ? html`<p class="status" role="status">${text('reconnecting')}</p>` : nothing}
    </div>
    <div class="bar" role="group" aria-label=${text('controls')}>
      ${
        audio === 'none'
          ? nothing
          : device('microphone', localParticipant.audio, text(localParticipant.audio ? 'mute' : 'unmute'), () =>
              room.toggleMicrophone(),
            )
      }
      ${
        video === 'none'
          ? nothing
          : device('camera', localParticipant.video, text(localParticipant.video ? 'stop-camera' : 'start-camera'), () =>
              room.toggleCamera(),
            )
      }
      <button type="button" class="round back" aria-label=${back} title=${back} @click=${onBack}>${outline(BACK)}</button>
      <button type="button" class="round danger leave" aria-label=${leave} title=${leave} @click=${() => room.leave()}>
        ${icon('leave')}
      </button>
    </div>
  </main>`;
}

/** Looks as the room does where it stands. */
function dress({ style }: HTMLElement, html: HTMLElement, room: RoomElement): void {
  const computed = getComputedStyle(room);
  for (const name of LOOKS) {
    const value = computed.getPropertyValue(name);
    if (value) style.setProperty(name, value);
  }
  const { colorScheme } = computed;
  // Browsers may hold such a window for darker than the page that it belongs to.
  const isEither = colorScheme.includes('light') && colorScheme.includes('dark');
  html.style.colorScheme = isEither ? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light') : colorScheme;
}

/** In the language of the room, and in its direction. */
function speakAs(html: HTMLElement, room: RoomElement & LitElement): void {
  const inside = room.renderRoot.querySelector<HTMLElement>('[lang]');
  html.lang = inside?.lang || room.closest<HTMLElement>('[lang]')?.lang || document.documentElement.lang;
  html.dir = getComputedStyle(inside ?? room).direction;
}

/** The tab comes to the front where the browser lets it; the window goes in any case. */
function backToTab(opened: Window): void {
  window.focus();
  opened.close();
}

declare global {
  interface HTMLElementTagNameMap {
    'window-tile': WindowTile;
  }
}
