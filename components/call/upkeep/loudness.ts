import { statsOf, type Vitals } from './vitals.js';

/** What the browser has summed up of one sound so far (W3C webrtc-stats, `totalAudioEnergy`). */
interface Sum {
  readonly energy: number;
  /** In s. */
  readonly duration: number;
}

type Sound = RTCStats & { kind?: string; totalAudioEnergy?: number; totalSamplesDuration?: number };

/**
 * How loud each voice was on average since the look before. A level of one instant, which browsers give as well, misses every
 * sound that falls between two looks.
 */
export class Loudness {
  #before = new Map<string, Sum>();
  #levels: ReadonlyMap<string, number> = new Map();

  /** How loud this person's own microphone was, 0 to 1, measured on its way out. Only Chromium tells. */
  get own(): number {
    return this.#levels.get(OWN) ?? 0;
  }

  /** How loud a peer was, 0 to 1. */
  of(peer: string): number {
    return this.#levels.get(peer) ?? 0;
  }

  /** Takes in one look at every link. */
  take(all: readonly Vitals[]): void {
    const sums = new Map<string, Sum>();
    for (const vitals of all) {
      const sum = sumOf(vitals, 'inbound-rtp');
      if (sum) sums.set(vitals.peer, sum);
    }
    const own = all[0] && sumOf(all[0], 'media-source');
    if (own) sums.set(OWN, own);
    this.#levels = new Map([...sums].map(([id, sum]) => [id, levelBetween(this.#before.get(id), sum)]));
    this.#before = sums;
  }
}

/** No peer has this id. */
const OWN = '';

function sumOf(vitals: Vitals, type: RTCStatsType): Sum | undefined {
  const sound = statsOf<Sound>(vitals, type).find(({ kind }) => kind === 'audio');
  const { totalAudioEnergy: energy, totalSamplesDuration: duration } = sound ?? {};
  return energy === undefined || duration === undefined ? undefined : { energy, duration };
}

/** The root of the mean square, as the specification of `totalAudioEnergy` has it. */
function levelBetween(before: Sum | undefined, { energy, duration }: Sum): number {
  const seconds = before ? duration - before.duration : 0;
  // Less than before: another track, or another link.
  return before && seconds > 0 && energy >= before.energy ? Math.sqrt((energy - before.energy) / seconds) : 0;
}
