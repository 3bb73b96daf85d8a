import type { nothing, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Call } from '../call/call.js';
import type { CallState } from '../call/call-state.js';
import type { Participant } from '../call/participant.js';
import type { MessageKey } from '../i18n/catalogue.js';
import type { MessageParams, Translate } from '../i18n/translate.js';
import type { Words } from './learn.js';

/** How the tiles of a call stand. */
export type Layout = 'grid' | 'spotlight' | 'floating';

/** What the other elements of a call need of a `<call-room>`. */
export interface RoomElement extends HTMLElement {
  readonly call: Call;
  readonly room: string;
  readonly state: CallState;
  readonly participants: readonly Participant[];
  readonly localParticipant: Participant;
  readonly audio: string;
  readonly video: string;
  readonly layout: Layout;
  readonly text: Translate;
  words: Words | null | undefined;
  /** What a call that stands needs beyond its first frame, once it is loaded. */
  readonly inCall: InCallHooks | undefined;
  /** Says something in the room's live region. */
  say(key: MessageKey, params?: MessageParams): void;
  leave(): void;
  toggleMicrophone(force?: boolean): Promise<void>;
  toggleCamera(force?: boolean): Promise<void>;
  toggleScreenShare(force?: boolean): Promise<void>;
  setDevice(kind: MediaDeviceKind, deviceId: string): Promise<void>;
}

/** Where the elements of the first frame let in what comes later. */
export interface InCallHooks {
  /** Whom to show, in which order: everybody, and maybe something else that has a picture. */
  arrange(people: readonly Participant[]): readonly Participant[];
  /** What stands beside the grid. */
  renderBeside(): TemplateResult | typeof nothing;
  /** Further controls of a bar, which has its own idea of which ones to show. */
  renderControls(bar: ControlBar): TemplateResult | typeof nothing;
  /** Whom and what the room plays: everybody else, and the sound of what they share. */
  readonly heard: readonly Participant[];
  /** How loud everybody is here. */
  readonly hearing: HearingHooks;
  /** Where the tiles stand. */
  readonly stage: StageHooks;
  /** How many people ask this person, a host, to be let in. */
  readonly waiting: number;
  /** The panel that is open. */
  readonly panel: PanelName | undefined;
  /** Opens a panel instead of the one that is open, or closes that. */
  openPanel(name: PanelName | undefined): void;
}

/** How loud somebody is at this browser, with all that comes from them: their voice and the sound of their shared screen. */
export interface Loudness {
  /** From 0 to 1, as `HTMLMediaElement.volume`. */
  readonly volume: number;
  /** True for somebody whom this person does not want to hear. */
  readonly muted: boolean;
}

/** How loud everybody is at this browser. The others learn nothing of it. */
export interface HearingHooks {
  /** How loud the participant of this id is. */
  of(id: string): Loudness;
  /** Has them heard otherwise, from now on. */
  set(id: string, changes: Partial<Loudness>): void;
}

/** Where the tiles of a room stand. */
export interface StageHooks {
  /** False where a page has a layout of its own, in which nobody can be pinned. */
  readonly isShown: boolean;
  /** The id of whoever is pinned. */
  readonly pinned: string | undefined;
  /** Shows somebody large, or nobody any more. */
  pin(id: string | undefined): void;
}

/** What opens beside the people, or above everything: the names of panels. */
export type PanelName = 'chat' | 'people' | 'settings' | 'shortcuts';

/** A control bar that shows further controls. */
export interface ControlBar extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** The names of the controls to show. */
  readonly shown: readonly string[];
}

/** The rooms that stand in a document. */
const rooms = new Set<RoomElement>();
const watchers = new Set<() => void>();
let notifying = false;

/** Makes a room findable, from the moment it stands in a document. */
export function addRoom(room: RoomElement): void {
  rooms.add(room);
  roomsChanged();
}

/** The room no longer stands in a document. */
export function removeRoom(room: RoomElement): void {
  rooms.delete(room);
  roomsChanged();
}

/** A room came, went, or is otherwise than before. Told in a microtask, so that a move in the DOM is one change. */
export function roomsChanged(): void {
  if (notifying) return;
  notifying = true;
  queueMicrotask(() => {
    notifying = false;
    for (const watcher of [...watchers]) watcher();
  });
}

/** Calls `watcher` after each change, until `signal` aborts. */
export function watchRooms(watcher: () => void, signal: AbortSignal): void {
  watchers.add(watcher);
  signal.addEventListener('abort', () => watchers.delete(watcher), { once: true });
}

/**
 * The room that an element belongs to: with `id`, the room of that id in the element's own tree, else in the trees
 * around it; without, the nearest `<call-room>` around it, through slots and shadow roots.
 */
export function findRoom(element: Element, id: string | undefined): RoomElement | undefined {
  return id === undefined ? findAround(element) : findById(element, id);
}

/** True when the element names a room, or stands in one, even in one that is not defined yet. */
export function belongsToRoom(element: Element, id: string | undefined): boolean {
  return id !== undefined || [...ancestors(element)].some((node) => node instanceof Element && node.localName === 'call-room');
}

function findAround(element: Element): RoomElement | undefined {
  for (const node of ancestors(element)) {
    if (rooms.has(node as RoomElement)) return node as RoomElement;
  }
  return undefined;
}

function findById(element: Element, id: string): RoomElement | undefined {
  for (let root = element.getRootNode(); ; root = root.host.getRootNode()) {
    const room = [...rooms].find((candidate) => candidate.id === id && candidate.getRootNode() === root);
    if (room || !(root instanceof ShadowRoot)) return room;
  }
}

/** What stands around an element as it is drawn: slot before parent, host after shadow root. */
function* ancestors(element: Element): Generator<Node> {
  for (let node: Node | null = around(element); node; node = around(node)) yield node;
}

function around(node: Node): Node | null {
  if (node instanceof ShadowRoot) return node.host;
  return (node instanceof Element && node.assignedSlot) || node.parentNode;
}
