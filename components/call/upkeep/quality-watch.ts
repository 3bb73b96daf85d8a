import type { Quality } from '../participant.js';
import type { Link } from '../transport.js';
import { QualityHold, middle, worse } from './quality-hold.js';
import { grade } from './quality-rule.js';
import { figuresOf, sampleOf, type Sample } from './quality-sample.js';
import { QUALITY_TIMING as TIMING } from './timing.js';
import type { Vitals } from './vitals.js';

/** What there is to judge by. */
export interface Circumstances {
  /** Everybody else in the room, with a link or without. */
  peers: readonly string[];
  /** One look at every link. */
  vitals: readonly Vitals[];
  /** Those from whom nothing comes. */
  silent: readonly string[];
  /** Whether signaling works. */
  online: boolean;
}

/** How good everything is. */
export interface Verdict {
  people: ReadonlyMap<string, Quality>;
  own: Quality;
}

/** What is remembered of one person. */
interface Way {
  link: Link | undefined;
  /** When that was first seen to be connected. */
  since: number;
  samples: Sample[];
  hold: QualityHold;
  /** How good the way from us to them is now. */
  there: Quality;
}

/**
 * Tells how good the ways to the others are, from one look at all links after another.
 *
 * - **Somebody's** quality is how well they come through here: {@link grade} of what we receive over the last seconds, or
 *   `lost` while nothing comes at all.
 * - **One's own** is how well the others receive us, as they report: that of the middle one of all, so that one of them who
 *   sits on a bad network does not count. With two or more others, what all of them have in common is one's own, too: if
 *   most come through badly here, it is poor. It is `lost` when everybody is and signaling is away.
 *
 * Both fall after a second and rise after five, see {@link QualityHold}.
 */
export class QualityWatch {
  #ways = new Map<string, Way>();
  #own = new QualityHold();

  take({ peers, vitals, silent, online }: Circumstances): Verdict {
    const looks = new Map(vitals.map((one) => [one.peer, one]));
    const ways = new Map(peers.map((peer) => [peer, this.#ways.get(peer) ?? newWay()]));
    this.#ways = ways;
    for (const [peer, way] of ways) this.#judge(way, looks.get(peer), silent.includes(peer));
    const people = new Map([...ways].map(([peer, { hold }]) => [peer, hold.current]));
    return { people, own: this.#judgeOwn([...people.values()], vitals[0]?.at ?? 0, online) };
  }

  #judge(way: Way, look: Vitals | undefined, isSilent: boolean): void {
    way.there = 'unknown';
    const state = look?.link.connection.connectionState;
    if (!look || isSilent || state === 'disconnected' || state === 'failed' || state === 'closed') {
      way.samples = [];
      // Before there is a connection, there is none to lose.
      if (way.hold.current !== 'unknown') way.hold.take('lost', 0);
      return;
    }
    // Coming about, or restarting ICE: then what was before still stands.
    if (state !== 'connected') return;
    if (way.link !== look.link) {
      way.link = look.link;
      way.since = look.at;
      way.samples = [];
    }
    if (look.at - way.since < TIMING.settle) return;
    way.samples = [...way.samples.filter(({ at }) => look.at - at <= TIMING.window), sampleOf(look)];
    const { here, there } = figuresOf(way.samples);
    way.hold.take(grade(here), look.at);
    way.there = grade(there);
  }

  #judgeOwn(people: readonly Quality[], at: number, isOnline: boolean): Quality {
    const known = people.filter((quality) => quality !== 'unknown');
    if (known.every((quality) => quality === 'lost')) {
      // Alone, or all of them gone at once, by whatever fault: nothing that tells of oneself.
      this.#own = new QualityHold();
      return isOnline || known.length === 0 ? 'unknown' : this.#own.take('lost', at);
    }
    const there = middle([...this.#ways.values()].map((way) => way.there));
    const here = known.length > 1 ? middle(known.filter((quality) => quality !== 'lost')) : 'unknown';
    return this.#own.take(worse(there, here), at);
  }
}

const newWay = (): Way => ({ link: undefined, since: 0, samples: [], hold: new QualityHold(), there: 'unknown' });
