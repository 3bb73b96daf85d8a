import { css } from 'lit';
import type { StateChangeEvent } from '../../call/call-events.js';
import { Devices } from '../../call/extras/devices.js';
import { DEFAULT_WISHES } from '../../call/extras/device-wishes.js';
import { roomsChanged, type RoomElement } from '../../controllers/room-registry.js';
import { recall, remember, type Remembered } from './memory.js';

/** How a tile shows one's own picture is told by this property; see the styles of tiles. */
const UNMIRRORED = css`
  :host {
    --_mirror: 1;
  }
`;

const known = new WeakMap<RoomElement, Preferences>();

/**
 * What a person prefers in a room: which devices, how they are used, whether the own picture is a mirror. Remembered on this
 * site, unless the room has `no-remember`. Plays the room's sound through the chosen speaker.
 */
export class Preferences {
  readonly devices: Devices;
  /** What was remembered when the room began. */
  readonly remembered: Remembered;
  /** Resolves once the devices are as remembered. */
  readonly ready: Promise<void>;
  readonly #room: RoomElement;
  #mirror: boolean;
  /** What was last remembered of the devices. */
  #last: string;

  /** Those of a room. */
  static of(room: RoomElement): Preferences {
    const preferences = known.get(room) ?? new Preferences(room);
    known.set(room, preferences);
    return preferences;
  }

  private constructor(room: RoomElement) {
    this.#room = room;
    this.devices = Devices.of(room.call);
    this.remembered = this.#remembers ? recall() : {};
    const { audioinput = '', videoinput = '', audiooutput = '', mirror = true } = this.remembered;
    const { noiseSuppression = true, resolution = 'auto', backgroundBlur } = this.remembered;
    this.#mirror = true;
    const chosen = { audioinput, videoinput, audiooutput };
    const wishes = { ...DEFAULT_WISHES, noiseSuppression, resolution, backgroundBlur };
    this.ready = this.#remembers ? this.devices.restore(chosen, wishes) : Promise.resolve();
    if (!mirror) this.mirror = mirror;
    this.#last = JSON.stringify(this.#now);
    this.devices.addEventListener('change', () => this.#keep());
    room.call.addEventListener('statechange', (event) => this.#onStateChange(event));
    this.#followPlayers();
  }

  /** Whether the own picture is shown as a mirror shows it. The others never see it so. */
  get mirror(): boolean {
    return this.#mirror;
  }
  set mirror(mirror: boolean) {
    if (mirror === this.#mirror) return;
    this.#mirror = mirror;
    const { shadowRoot } = this.#room;
    const { styleSheet } = UNMIRRORED;
    if (shadowRoot && styleSheet) {
      const others = shadowRoot.adoptedStyleSheets.filter((sheet) => sheet !== styleSheet);
      shadowRoot.adoptedStyleSheets = mirror ? others : [...others, styleSheet];
    }
    if (this.#remembers) remember({ mirror });
    // Whatever shows the choice, wherever it stands.
    roomsChanged();
  }

  get #remembers(): boolean {
    return !this.#room.hasAttribute('no-remember');
  }

  get #now(): Remembered {
    const { noiseSuppression, resolution, backgroundBlur } = this.devices.wishes;
    return { ...this.devices.chosen, noiseSuppression, resolution, ...(backgroundBlur !== undefined && { backgroundBlur }) };
  }

  #keep(): void {
    const now = JSON.stringify(this.#now);
    if (now === this.#last) return;
    this.#last = now;
    if (this.#remembers) remember(this.#now);
  }

  /** How a person leaves the lobby is how they want to come the next time, as far as the page left that to them. */
  #onStateChange({ state, previous }: StateChangeEvent): void {
    if (previous !== 'lobby' || state !== 'joining' || !this.#remembers) return;
    const { call, audio, video } = this.#room;
    const { preferences } = call.media;
    remember({
      ...(audio === 'on' && { audio: preferences.audio === 'on' }),
      ...(video === 'on' && { video: preferences.video === 'on' }),
    });
  }

  /** The room adds a player for each person that is heard. */
  #followPlayers(): void {
    const { shadowRoot } = this.#room;
    if (!shadowRoot) return;
    const follow = (nodes: Iterable<Node>): void => {
      for (const node of nodes) if (node instanceof HTMLAudioElement) void this.devices.playThrough(node);
    };
    follow(shadowRoot.children);
    new MutationObserver((records) => records.forEach(({ addedNodes }) => follow(addedNodes))).observe(shadowRoot, {
      childList: true,
    });
  }
}
