import { BOUNDS } from '../../../../signaling/protocol/index.js';
import type { Roster, View } from '../../roster.js';
import type { MediaTransport } from '../../transport.js';
import { VIEW_TIMING as TIMING } from '../timing.js';
import type { Vitals } from '../vitals.js';
import { Lane } from './lane.js';
import { nextProcessor, RESTED } from './processor.js';
import { nextUplink, ROOMY, shares } from './uplink.js';
import { nextTelling, type Telling } from './view-teller.js';

/** Who is there, and by what way. */
export interface AdaptationOptions {
  transport: MediaTransport;
  roster: Roster;
}

/**
 * Sends each person what they can use: no more pixels than they show, nothing where nobody looks, and less when network or
 * processor are short. Tells each person, in turn, how large their picture is shown here.
 *
 * Decisions are pure functions, in the files beside this one; here they are asked for and carried out.
 */
export class Adaptation {
  readonly #options: AdaptationOptions;
  readonly #lanes = new Map<string, Lane>();
  readonly #tellings = new Map<string, Telling>();
  readonly #timer: ReturnType<typeof setInterval>;
  /** What each person wanted when that was last considered. */
  #wanted = new Map<string, View | undefined>();
  #uplink = ROOMY;
  #processor = RESTED;

  constructor(options: AdaptationOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.#glance(), TIMING.glance);
  }

  /** Takes in one look at every link. */
  take(all: readonly Vitals[]): void {
    this.#forgetOthers(new Set(all.map(({ peer }) => peer)));
    for (const vitals of all) this.#laneOf(vitals)?.take(vitals, this.#wantedBy(vitals.peer));
    const lanes = [...this.#lanes.values()];
    const at = performance.now();
    this.#uplink = nextUplink(
      this.#uplink,
      at,
      lanes.map(({ claim }) => claim),
    );
    this.#processor = nextProcessor(this.#processor, {
      at,
      usages: lanes.map(({ usage }) => usage),
      cores: navigator.hardwareConcurrency,
      isShort: lanes.some(({ isShort }) => isShort),
    });
    this.#steer();
  }

  /** Idempotent. What is sent stays as it is. */
  close(): void {
    clearInterval(this.#timer);
  }

  #wantedBy(peer: string): View | undefined {
    return this.#options.roster.get(peer)?.wanted;
  }

  #laneOf({ peer, link }: Vitals): Lane | undefined {
    const known = this.#lanes.get(peer);
    if (known?.link === link) return known;
    const lane = Lane.of(link);
    if (lane) this.#lanes.set(peer, lane);
    else this.#lanes.delete(peer);
    return lane;
  }

  #forgetOthers(present: ReadonlySet<string>): void {
    for (const peer of this.#lanes.keys()) if (!present.has(peer)) this.#lanes.delete(peer);
    for (const peer of this.#tellings.keys()) if (!present.has(peer)) this.#tellings.delete(peer);
  }

  #steer(): void {
    const lanes = [...this.#lanes];
    const parts = shares(
      this.#uplink.total,
      lanes.map(([, lane]) => lane.claim.demand),
    );
    for (const [index, [peer, lane]] of lanes.entries()) {
      lane.steer(this.#wantedBy(peer), parts[index] ?? Infinity, this.#processor.relief);
    }
    this.#wanted = new Map(lanes.map(([peer]) => [peer, this.#wantedBy(peer)]));
  }

  /** Between two looks: whoever turns to somebody should not have to wait for their picture. */
  #glance(): void {
    this.#tellViews();
    if ([...this.#wanted].some(([peer, view]) => this.#wantedBy(peer) !== view)) this.#steer();
  }

  #tellViews(): void {
    const { transport, roster } = this.#options;
    for (const [peer, link] of transport.links) {
      const shown = roster.get(peer)?.shown;
      if (!shown || link.connection.connectionState !== 'connected') continue;
      const { telling, isDue } = nextTelling(this.#tellings.get(peer), link, bounded(shown), performance.now());
      this.#tellings.set(peer, telling);
      if (isDue) transport.tell({ type: 'view', ...telling.shown }, peer);
    }
  }
}

/** As the protocol takes it. */
const bounded = ({ width, height }: View): View => ({ width: pixels(width), height: pixels(height) });

const pixels = (length: number): number => Math.min(BOUNDS.pixels, Math.max(0, Math.round(length) || 0));
