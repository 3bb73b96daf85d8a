import { ADAPTATION as RULES } from '../timing.js';

/** What one look at a link says of its way out. Members that a browser does not measure are `undefined`. */
export interface Passage {
  /** When, by `performance.now()`, in ms. */
  readonly at: number;
  /** What the browser believes that the way takes, of everything, in bit/s (`availableOutgoingBitrate`). */
  readonly estimate: number | undefined;
  /** What the browser has the encoder make, in bit/s (`targetBitrate`). */
  readonly target: number | undefined;
  /** What the encoder may make at most, in bit/s; 0 where no video is sent. */
  readonly allowed: number;
  /** What of sound or video gets lost, as the receiver tells: 0 to 1. */
  readonly loss: number | undefined;
  /** There and back, in s. */
  readonly roundTrip: number | undefined;
  /** What video was sent since the last look, in bit/s. */
  readonly sent: number;
  /** What the video would take if nothing were short, in bit/s. */
  readonly demand: number;
}

/** What is known of how much video a link takes. Times by `performance.now()`, in ms. */
export interface LinkRate {
  readonly at: number;
  /** In bit/s; `Infinity` while nothing limits it. */
  readonly budget: number;
  /** Since when the network takes less than we would send. */
  readonly limitedSince: number | undefined;
  /** Since when it takes all that we send. */
  readonly flowingSince: number;
  /** Since when even the least video takes from the sound. */
  readonly starvingSince: number | undefined;
  /** Until when no video is sent at all for that reason. */
  readonly barredUntil: number;
  /** For how long it was barred, in ms. */
  readonly barredFor: number;
}

/** Nothing is known. */
export const FREE: LinkRate = {
  at: 0,
  budget: Infinity,
  limitedSince: undefined,
  flowingSince: 0,
  starvingSince: undefined,
  barredUntil: 0,
  barredFor: 0,
};

/**
 * Follows what a link takes. It counts only while the network, and not the size of the picture, limits what is sent: an
 * estimate made of little traffic says little. When the network is no longer the limit, more is tried step by step.
 */
export function nextLinkRate(before: LinkRate, passage: Passage): LinkRate {
  return isLimited(passage) ? limited(before, passage) : flowing(before, passage);
}

function limited(before: LinkRate, passage: Passage): LinkRate {
  const { at } = passage;
  const limitedSince = before.limitedSince ?? at;
  const starvingSince = isStarving(passage) ? (before.starvingSince ?? at) : undefined;
  const now = { ...before, at, limitedSince, starvingSince, flowingSince: at };
  if (starvingSince !== undefined && at - starvingSince >= RULES.starve) return barred(now);
  return isHeldBack(now) ? { ...now, budget: roomForVideo(passage) ?? before.budget } : now;
}

function barred(now: LinkRate): LinkRate {
  const barredFor = Math.min(Math.max(now.barredFor * 2, RULES.bar), RULES.longestBar);
  const barredUntil = now.at + barredFor;
  return { ...now, budget: RULES.floor, limitedSince: undefined, starvingSince: undefined, barredFor, barredUntil };
}

function flowing(before: LinkRate, passage: Passage): LinkRate {
  const { at, demand } = passage;
  const now = { ...before, at, limitedSince: undefined, starvingSince: undefined };
  const budget = Math.max(grown(before.budget, before, at), roomForVideo(passage) ?? 0);
  // Whoever comes back after having taken from the sound comes back modestly.
  if (at < before.barredUntil) return { ...now, budget: Math.min(budget, RULES.resume) };
  return demand > 0 && budget >= demand ? { ...FREE, at, flowingSince: before.flowingSince } : { ...now, budget };
}

/** True when the network has limited this link for long enough to be believed. */
export const isHeldBack = ({ at, limitedSince }: LinkRate): boolean =>
  limitedSince !== undefined && at - limitedSince >= RULES.believe;

/** What is left for video once the sound has its part, in bit/s. */
export function roomForVideo({ estimate, target, loss = 0, sent }: Passage): number | undefined {
  if (estimate !== undefined) return Math.max(0, estimate - RULES.sound);
  if (target !== undefined) return target;
  // Google's congestion control (draft-ietf-rmcat-gcc-02, section 6) lowers the rate by half of what is lost.
  return loss > RULES.loss ? sent * (1 - loss / 2) : undefined;
}

/** A budget that nothing has contradicted for a while; the longer, the bolder. */
export function grown(budget: number, before: { at: number; flowingSince: number }, at: number): number {
  const calmSeconds = Math.min((at - before.flowingSince) / 1000, RULES.boldest);
  return Math.max(budget, RULES.seed) * RULES.growth ** ((calmSeconds * (at - before.at)) / 1000);
}

function isLimited({ estimate = 0, target, allowed, loss = 0 }: Passage): boolean {
  if (allowed === 0) return false;
  // Firefox tells neither target nor estimate; then lost packets have to do.
  if (target === undefined) return loss > RULES.loss;
  return target < allowed * RULES.fulfilled && estimate - RULES.sound < allowed;
}

/**
 * True when the smallest picture is sent, as badly as an encoder can, and even that is too much. The estimate never says so:
 * it does not fall below what the browser has to send (measured in Chromium 156: 96 kbit/s on a way that took 45).
 */
function isStarving({ target, allowed, loss = 0, roundTrip = 0 }: Passage): boolean {
  const isLeast = target !== undefined && target <= RULES.floor * RULES.hysteresis && allowed <= RULES.resume;
  return isLeast && (loss > RULES.loss || roundTrip > RULES.late);
}
