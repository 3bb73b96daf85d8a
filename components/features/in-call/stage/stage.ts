import { nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Participant } from '../../../call/participant.js';
import { roomsChanged, type RoomElement, type StageHooks } from '../../../controllers/room-registry.js';
import type { TileElement } from '../../../controllers/tiles.js';
import type { MessageKey } from '../../../i18n/catalogue.js';
import { nameAndYou } from '../../../i18n/names.js';
import { STAGE_ENGLISH } from '../../../i18n/stage-catalogue.js';
import { addEnglish } from '../../../i18n/translate.js';
import { addStyles } from '../../../styles/add-styles.js';
import { isScreenId } from '../screens.js';
import { ActiveSpeaker } from './active-speaker.js';
import type { Box } from './box.js';
import { FloatingPicture, type FloatingStage } from './floating-picture.js';
import { PageOrder } from './page-order.js';
import { stagePlan, type StagePlan, type StageTile } from './stage-layout.js';
import { stageView } from './stage-view.js';
import { styles } from './stage.styles.js';

addEnglish(STAGE_ENGLISH);

/** Where the tiles of a room stand, in CSS pixels. */
interface Field {
  readonly grid: HTMLElement;
  readonly width: number;
  readonly height: number;
  readonly gap: number;
}

/**
 * Puts the tiles of a room where its `layout` wants them, turns pages, and keeps somebody pinned. The tiles stay the children of
 * the room's grid, so that no picture blinks; they are moved through the CSSOM, as a strict Content Security Policy forbids style
 * attributes.
 */
export class Stage implements ReactiveController, FloatingStage, StageHooks {
  readonly #room: RoomElement & LitElement;
  readonly #speaker = new ActiveSpeaker();
  readonly #order = new PageOrder();
  readonly #floating = new FloatingPicture(this);
  #people: readonly Participant[] = [];
  /** The shared screens, in the order in which they came. */
  #screens: readonly string[] = [];
  #pinned: string | undefined;
  #page = 0;
  #field: Field | undefined;
  #plan: StagePlan | undefined;
  #observer: ResizeObserver | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(room: RoomElement & LitElement) {
    this.#room = room;
    room.addController(this);
  }

  get isShown(): boolean {
    return !!this.#field;
  }

  /** The id of whoever is pinned. */
  get pinned(): string | undefined {
    return this.#pinned;
  }

  /** Shows somebody large, in any layout, until they are unpinned or leave; a shared screen has an id of its own. */
  pin(id: string | undefined): void {
    if (id === this.#pinned) return;
    const one = this.#people.find((other) => other.id === (id ?? this.#pinned));
    this.#pinned = one && id;
    this.#page = 0;
    if (one) this.#room.say(id ? 'stage-pinned' : 'stage-unpinned', { name: nameAndYou(one, this.#room.text) });
    this.#room.requestUpdate();
    // Lists of people show it.
    roomsChanged();
  }

  /** Takes note of whom the room shows. */
  show(people: readonly Participant[]): void {
    this.#people = people;
    const present = new Set(people.map(({ id }) => id));
    const screens = people.map(({ id }) => id).filter(isScreenId);
    this.#screens = [...this.#screens.filter((id) => present.has(id)), ...screens.filter((id) => !this.#screens.includes(id))];
    if (this.#pinned !== undefined && !present.has(this.#pinned)) this.#pinned = undefined;
  }

  render(): TemplateResult | typeof nothing {
    const plan = (this.#plan = this.#makePlan());
    if (!plan) return nothing;
    return stageView({
      text: this.#room.text,
      plan,
      people: this.#people.filter(({ id }) => plan.boxes.has(id)),
      pinnable: this.#people.length > 1,
      pinned: this.#pinned,
      floating: this.#floating,
      onPin: (id) => this.pin(id === this.#pinned ? undefined : id),
      onTurn: (page) => this.#turn(page),
    });
  }

  hostConnected(): void {
    // In the next frame: buttons in the stage may change sizes again, which would be a loop (CSSWG resize-observer, 3.4).
    this.#observer = new ResizeObserver(() => requestAnimationFrame(() => this.#onResize()));
    if (this.#field) this.#observer.observe(this.#field.grid);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    clearTimeout(this.#again);
  }

  hostUpdated(): void {
    const grid = this.#room.renderRoot.querySelector<HTMLElement>('.middle > .grid');
    if (grid !== (this.#field?.grid ?? null)) {
      this.#observer?.disconnect();
      this.#field = grid ? measure(grid) : undefined;
      this.#plan = undefined;
      roomsChanged();
      if (!grid) return;
      addStyles(this.#room.renderRoot, styles);
      this.#observer?.observe(grid);
      this.#room.requestUpdate();
    }
    this.#place(true);
  }

  // What a floating picture needs.

  get isRightToLeft(): boolean {
    return !!this.#field && getComputedStyle(this.#field.grid).direction === 'rtl';
  }

  get width(): number {
    return this.#field?.width ?? 0;
  }

  get height(): number {
    return this.#field?.height ?? 0;
  }

  get floatingBox(): Box | undefined {
    return this.#plan?.boxes.get(this.#plan.afloat ?? '');
  }

  drag(right: number, down: number): void {
    const { floatingBox: box, width, height, isRightToLeft } = this;
    if (!box) return;
    const x = Math.min(Math.max(0, box.x + (isRightToLeft ? -right : right)), width - box.width);
    const y = Math.min(Math.max(0, box.y + down), height - box.height);
    this.#field?.grid.classList.remove('moves');
    for (const element of this.#elementsOf(this.#plan?.afloat)) this.#put(element, { ...box, x, y });
  }

  settle(): void {
    this.#plan = this.#makePlan();
    this.#place(true);
  }

  say(key: MessageKey): void {
    this.#room.say(key);
  }

  // What this does.

  #turn(page: number): void {
    const { pages = 1 } = this.#plan ?? {};
    if (page < 0 || page >= pages) return;
    this.#page = page;
    this.#room.say('stage-page', { page: page + 1, pages });
    this.#room.requestUpdate();
  }

  #onResize(): void {
    if (!this.#field?.grid.isConnected) return;
    this.#field = measure(this.#field.grid);
    this.#plan = this.#makePlan();
    this.#place(false);
    // There may be more pages now, or fewer.
    this.#room.requestUpdate();
  }

  #makePlan(): StagePlan | undefined {
    const field = this.#field;
    if (!field || !this.#people.length) return undefined;
    const now = performance.now();
    const { id: spotlight, again } = this.#spotlight(now);
    const tiles = this.#people.map(tileOf);
    const { layout } = this.#room;
    const { width, height, gap } = field;
    const wishes = { layout, tiles, spotlight, width, height, gap, page: this.#page, corner: this.#floating.corner };
    const plan = stagePlan(wishes);
    const ordered = plan.pages > 1 ? this.#inOrder(tiles, plan, spotlight, now) : undefined;
    this.#page = plan.page;
    this.#lookAgain([again, ordered?.again]);
    return ordered ? stagePlan({ ...wishes, tiles: ordered.tiles }) : plan;
  }

  /** Whom to show large: who is pinned, else the newest screen, else who speaks. */
  #spotlight(now: number): { id: string | undefined; again: number | undefined } {
    const fixed = this.#pinned ?? this.#screens.at(-1);
    if (fixed !== undefined || this.#room.layout !== 'spotlight') return { id: fixed, again: undefined };
    const others = this.#people.filter(({ local }) => !local);
    return this.#speaker.choose(others.length ? others : this.#people, now);
  }

  /** Screens first, then who speaks; oneself at the end of the first page. */
  #inOrder(
    tiles: readonly StageTile[],
    { perPage, afloat }: StagePlan,
    spotlight: string | undefined,
    now: number,
  ): { tiles: readonly StageTile[]; again: number | undefined } {
    const isTurned = ({ id }: StageTile): boolean => id !== afloat && id !== spotlight;
    const fixed = tiles.filter(({ kind }) => kind === 'screen');
    const own = tiles.filter((tile) => tile.own);
    const taken = [...fixed, ...own].filter(isTurned).length;
    const speakers = this.#people.filter(({ id, local }) => !local && !isScreenId(id) && id !== spotlight);
    const first = Math.max(1, perPage - taken);
    const { ids, again } = this.#order.arrange(speakers, first, now);
    const faces = [...ids, ...(spotlight === undefined ? [] : [spotlight])]
      .map((id) => tiles.find((tile) => tile.id === id))
      .filter((tile): tile is StageTile => tile?.kind === 'face' && !tile.own);
    return { tiles: [...fixed, ...faces.slice(0, first), ...own, ...faces.slice(first)], again };
  }

  #lookAgain(times: readonly (number | undefined)[]): void {
    clearTimeout(this.#again);
    const soonest = Math.min(...times.map((ms) => ms ?? Infinity));
    if (soonest < Infinity) this.#again = setTimeout(() => this.#room.requestUpdate(), soonest);
  }

  /** Puts everything where the plan wants it; `moves`: so that one sees it move. */
  #place(moves: boolean): void {
    const plan = this.#plan;
    const field = this.#field;
    if (!plan || !field) return;
    const { grid } = field;
    grid.classList.toggle('moves', moves && grid.classList.contains('staged'));
    grid.classList.add('staged');
    const overlay = grid.parentElement?.querySelector<HTMLElement>('.overlay');
    overlay?.style.setProperty('translate', `${grid.offsetLeft}px ${grid.offsetTop}px`);
    overlay?.style.setProperty('width', `${field.width}px`);
    overlay?.style.setProperty('height', `${field.height}px`);
    for (const tile of grid.children) {
      const id = idOf(tile);
      const isShown = plan.boxes.has(id);
      if (tile instanceof HTMLElement) tile.hidden = !isShown;
      tile.classList.toggle('afloat', id === plan.afloat);
      tile.classList.toggle('screen', isScreenId(id));
    }
    for (const [id, box] of plan.boxes) for (const element of this.#elementsOf(id)) this.#put(element, box);
    const pager = overlay?.querySelector<HTMLElement>('.pager');
    if (pager && plan.pager) this.#put(pager, plan.pager);
  }

  /** The tile of this id, and what lies above it. */
  #elementsOf(id: string | undefined): HTMLElement[] {
    const { grid } = this.#field ?? {};
    const cells = grid?.parentElement?.querySelectorAll<HTMLElement>('.cell') ?? [];
    const tiles = [...(grid?.children ?? [])].filter((tile): tile is HTMLElement => tile instanceof HTMLElement);
    return [...tiles.filter((tile) => idOf(tile) === id), ...[...cells].filter((cell) => cell.dataset['id'] === id)];
  }

  #put({ style }: HTMLElement, { x, y, width, height }: Box): void {
    const left = this.isRightToLeft ? this.width - x - width : x;
    style.setProperty('translate', `${left}px ${y}px`);
    style.setProperty('--_w', `${width}px`);
    style.setProperty('--_h', `${height}px`);
  }
}

const idOf = (tile: Element): string => (tile as TileElement).participant?.id ?? '';

const tileOf = ({ id, local }: Participant): StageTile => ({
  id,
  kind: isScreenId(id) ? 'screen' : 'face',
  own: local && !isScreenId(id),
});

function measure(grid: HTMLElement): Field {
  const gap = parseFloat(getComputedStyle(grid).columnGap) || 0;
  return { grid, width: grid.clientWidth, height: grid.clientHeight, gap };
}
