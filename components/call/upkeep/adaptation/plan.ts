import type { View } from '../../roster.js';
import { ADAPTATION as RULES } from '../timing.js';
import { ladder, leastBitrate, mostBitrate, type Rung, type Size } from './ladder.js';

/** What the camera gives. */
export interface Source extends Size {
  /** Frames per second. */
  readonly frameRate: number;
}

/** How one person's video is to be encoded. */
export interface Plan extends Rung {
  /** False: no video at all is sent. */
  readonly active: boolean;
  /** In bit/s. */
  readonly maxBitrate: number;
  /** Frames per second; `undefined` where every frame of the camera may go. */
  readonly maxFramerate: number | undefined;
}

/** What a {@link Plan} depends on. */
export interface Circumstances {
  readonly source: Source;
  /** How large the receiver shows the picture; `undefined` when they have not told: then everything is sent. */
  readonly wanted: View | undefined;
  /** What the network takes of this video, in bit/s; `Infinity` while nothing limits it. */
  readonly budget: number;
  /** What this video may take at most for the others' sake, in bit/s; `Infinity` while there is enough for all. */
  readonly share: number;
  /** By how many sizes the processor is to be relieved. */
  readonly relief: number;
  /** What is sent now; what it is near to is kept. */
  readonly current: Plan | undefined;
}

/**
 * How to encode the video for one person. What is short is saved in this order: first resolution, then motion, then the
 * picture altogether. Sound is never touched.
 */
export function plan({ source, wanted, budget, share, relief, current }: Circumstances): Plan {
  const rungs = ladder(source);
  const last = rungs.length - 1;
  const now = rungs.findIndex(({ scale }) => scale === current?.scale);
  const wish = wishOf(rungs, wanted, now);
  const wished = frameRateFor(wanted, source.frameRate);
  const affordable = Math.min(budget, share);

  let index = Math.min(wish + relief, last);
  const isTooMuch = (rung: Rung): boolean => affordable < leastBitrate(rung, wished) * (index < now ? RULES.hysteresis : 1);
  for (let rung = rungs[index]; rung && index < last && isTooMuch(rung); rung = rungs[index]) index += 1;

  const rung = rungs[index] ?? { ...source, scale: 1 };
  const isStarved = index === last && affordable < leastBitrate(rung, wished);
  const frameRate = isStarved ? Math.min(wished, RULES.slowest) : wished;
  const floor = current && !current.active ? RULES.resume : RULES.floor;
  const isSeen = !wanted || (wanted.width > 0 && wanted.height > 0);
  return {
    ...rung,
    active: isSeen && affordable >= floor,
    maxBitrate: Math.min(mostBitrate(rung, frameRate), coarse(share)),
    maxFramerate: frameRate < source.frameRate ? frameRate : undefined,
  };
}

/** What this person's video would take if nothing were short, in bit/s; 0 where nobody can see it. */
export function demand(source: Source, wanted: View | undefined): number {
  const ideal = plan({ source, wanted, budget: Infinity, share: Infinity, relief: 0, current: undefined });
  return ideal.active ? ideal.maxBitrate : 0;
}

/**
 * The smallest size that fills the place where it is shown. Tiles crop what does not fit (`object-fit: cover`), so both
 * sides have to suffice. A little stretching goes unnoticed; what is sent now is kept as long as it is neither too small
 * with that nor too large without.
 */
function wishOf(rungs: readonly Rung[], wanted: View | undefined, now: number): number {
  if (!wanted) return 0;
  const sparing = smallestFor(rungs, wanted, RULES.stretch);
  const exact = smallestFor(rungs, wanted, 1);
  return now >= exact && now <= sparing ? now : sparing;
}

function smallestFor(rungs: readonly Rung[], { width, height }: View, stretch: number): number {
  const suffices = (rung: Rung): boolean => rung.width * stretch >= width && rung.height * stretch >= height;
  return Math.max(0, rungs.findLastIndex(suffices));
}

/** In a small picture, fewer frames are no loss. */
function frameRateFor(wanted: View | undefined, usual: number): number {
  const { most } = RULES.frameRates.find(({ pixels }) => wanted && wanted.width * wanted.height <= pixels) ?? { most: usual };
  return Math.min(most, usual);
}

/** In steps of about a tenth, so that not every breath of the network changes what is sent. */
const coarse = (bitrate: number): number =>
  bitrate === Infinity ? bitrate : Math.floor(1.1 ** Math.floor(Math.log(bitrate) / Math.log(1.1)));
