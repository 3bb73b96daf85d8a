import { ADAPTATION as RULES } from '../timing.js';

/** What one look says of the work of encoding. */
export interface Effort {
  /** When, by `performance.now()`, in ms. */
  readonly at: number;
  /** How much of the time each encoder is at work: 0 to 1. */
  readonly usages: readonly number[];
  /** How many of them may work at a time: `navigator.hardwareConcurrency`. */
  readonly cores: number;
  /** True when the browser itself says that an encoder is short of processor (`qualityLimitationReason`). */
  readonly isShort: boolean;
}

/** How the processor stands. */
export interface Processor {
  /** By how many sizes every picture is to be smaller. */
  readonly relief: number;
  /** Since when it is too busy, by `performance.now()`. */
  readonly busySince: number | undefined;
  /** Since when it has time to spare. */
  readonly idleSince: number | undefined;
  /** How long it must have had time to spare until more is tried, in ms. Grows with each attempt that failed. */
  readonly patience: number;
  /** When more was last tried. */
  readonly tried: number | undefined;
}

/** Nothing is known. */
export const RESTED: Processor = {
  relief: 0,
  busySince: undefined,
  idleSince: undefined,
  patience: RULES.processorIdle,
  tried: undefined,
};

/**
 * Follows the processor. At its limit every picture is made one size smaller, before the browser would come too late with
 * sound; with time to spare for long enough, one size larger again.
 */
export function nextProcessor(before: Processor, { at, usages, cores, isShort }: Effort): Processor {
  const usage = Math.max(0, ...usages, usages.reduce((sum, one) => sum + one, 0) / cores);
  const isIdle = usage < RULES.idle;
  // The browser says so for long after; what it says counts as long as there is work.
  const isBusy = usage > RULES.busy || (isShort && !isIdle);
  const busySince = isBusy ? (before.busySince ?? at) : undefined;
  const idleSince = isIdle ? (before.idleSince ?? at) : undefined;
  const now = { ...before, busySince, idleSince };
  if (busySince !== undefined && at - busySince >= RULES.processorBusy) return relieved(now, at);
  if (idleSince !== undefined && now.relief > 0 && at - idleSince >= now.patience) return burdened(now, at);
  return now;
}

function relieved(now: Processor, at: number): Processor {
  const isFailedTry = now.tried !== undefined && at - now.tried < RULES.processorTry;
  const patience = isFailedTry ? Math.min(now.patience * 2, RULES.processorPatience) : now.patience;
  return { ...now, relief: Math.min(now.relief + 1, RULES.mostRelief), busySince: at, patience, tried: undefined };
}

const burdened = (now: Processor, at: number): Processor => ({ ...now, relief: now.relief - 1, idleSince: at, tried: at });
