import type { LitElement, ReactiveController } from 'lit';
import type { RoomElement } from '../../controllers/room-registry.js';
import { tiles, type TileElement } from '../../controllers/tiles.js';

/** Between two looks for tiles that came or went, in ms. They tell nobody. */
const LOOK = 500;

/** How much there is to see of a tile. */
interface Sight {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** True while some of it is neither scrolled out of sight nor hidden; `undefined` as long as nobody has measured anything. */
  readonly inView: boolean | undefined;
}

/** A place on the page, in CSS pixels. */
interface Place {
  readonly width: number;
  readonly height: number;
}

const NOWHERE: Place = { width: 0, height: 0 };

/**
 * Finds out how large each of the others is shown on this page, in whatever tile, and tells the call, so that they send no
 * more than that. Of several tiles of one person the largest counts; a page that nobody sees shows nobody.
 *
 * A person who never had a tile may well be shown by the site's own means: the call is told nothing of them.
 */
export class TileViews implements ReactiveController {
  readonly #room: RoomElement;
  readonly #elsewhere: (id: string) => Place | undefined;
  readonly #sights = new Map<TileElement, Sight>();
  /** Who has, or had, a tile. */
  readonly #shown = new Set<string>();
  #sizes: ResizeObserver | undefined;
  #places: IntersectionObserver | undefined;
  #life = new AbortController();

  /** `elsewhere`: how large somebody is shown besides, in pixels, whether or not anybody sees the page. */
  constructor(room: RoomElement & LitElement, elsewhere: (id: string) => Place | undefined = () => undefined) {
    this.#room = room;
    this.#elsewhere = elsewhere;
    room.addController(this);
  }

  hostConnected(): void {
    const { signal } = (this.#life = new AbortController());
    this.#sizes = new ResizeObserver((entries) => {
      for (const { target, contentRect } of entries) this.#see(target, { width: contentRect.width, height: contentRect.height });
      this.#tell();
    });
    this.#places = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) this.#see(target, { inView: isIntersecting });
      this.#tell();
    });
    const timer = setInterval(() => this.#look(), LOOK);
    signal.addEventListener('abort', () => clearInterval(timer));
    document.addEventListener('visibilitychange', () => this.#tell(), { signal });
    this.#look();
  }

  hostDisconnected(): void {
    this.#life.abort();
    this.#sizes?.disconnect();
    this.#places?.disconnect();
    this.#sights.clear();
    this.#shown.clear();
  }

  hostUpdated(): void {
    this.#look();
  }

  /** Tiles come and go in any part of the page. */
  #look(): void {
    const others = new Set(this.#room.participants.map(({ id }) => id));
    for (const tile of this.#sights.keys()) if (!isOf(tile, others)) this.#forget(tile);
    for (const tile of tiles) if (isOf(tile, others) && !this.#sights.has(tile)) this.#observe(tile);
    for (const id of this.#shown) if (!others.has(id)) this.#shown.delete(id);
    this.#tell();
  }

  #observe(tile: TileElement): void {
    this.#sights.set(tile, { ...NOWHERE, inView: undefined });
    // Observers rest with this page; in another window it is measured at each look.
    if (tile.ownerDocument !== document) return;
    this.#sizes?.observe(tile);
    this.#places?.observe(tile);
  }

  #forget(tile: TileElement): void {
    this.#sights.delete(tile);
    this.#sizes?.unobserve(tile);
    this.#places?.unobserve(tile);
  }

  #see(target: Element, news: Partial<Sight>): void {
    const tile = target as TileElement;
    const before = this.#sights.get(tile);
    if (before) this.#sights.set(tile, { ...before, ...news });
  }

  /** The call keeps to itself what it knows already. */
  #tell(): void {
    const places = new Map<string, Place[]>();
    const unknown = new Set<string>();
    for (const [tile, sight] of this.#sights) {
      const { id = '' } = tile.participant ?? {};
      const place = placeOf(tile, sight);
      this.#shown.add(id);
      if (place) places.set(id, [...(places.get(id) ?? []), place]);
      else unknown.add(id);
    }
    for (const id of this.#shown) {
      if (unknown.has(id)) continue;
      const tile = largest(places.get(id) ?? []);
      const inPixels = { width: tile.width * devicePixelRatio, height: tile.height * devicePixelRatio };
      const { width, height } = largest([inPixels, this.#elsewhere(id) ?? NOWHERE]);
      this.#room.call.setView(id, width, height);
    }
  }
}

const isOf = ({ participant, isConnected }: TileElement, people: ReadonlySet<string>): boolean =>
  isConnected && !!participant && people.has(participant.id);

const largest = (places: readonly Place[]): Place =>
  places.reduce((most, place) => (place.width * place.height > most.width * most.height ? place : most), NOWHERE);

/** Where the tile is to be seen; `undefined` as long as nobody knows, which takes a frame. */
function placeOf({ ownerDocument, clientWidth, clientHeight }: TileElement, { width, height, inView }: Sight): Place | undefined {
  const isOpen = ownerDocument.visibilityState === 'visible' || ownerDocument.pictureInPictureElement;
  if (!isOpen) return NOWHERE;
  // A picture-in-picture window (W3C Document Picture-in-Picture) has no room to hide anything.
  if (ownerDocument !== document) return { width: clientWidth, height: clientHeight };
  if (inView === undefined) return undefined;
  return inView ? { width, height } : NOWHERE;
}
