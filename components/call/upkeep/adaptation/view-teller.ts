import type { View } from '../../roster.js';
import type { Link } from '../../transport.js';
import { VIEW_TIMING as TIMING } from '../timing.js';

/** What has been told to one person, and what there is to tell. */
export interface Telling {
  /** The link over which it was told: another one may have lost it. */
  readonly link: Link;
  readonly told: View | undefined;
  /** When it was told, in ms. */
  readonly at: number;
  /** What is shown now, and since when. */
  readonly shown: View;
  readonly since: number;
  readonly times: number;
}

/**
 * Takes in how large somebody is shown now, and says whether they should be told. Larger is told at once, smaller once it
 * has stayed so for a while, and all of it again now and then.
 */
export function nextTelling(
  before: Telling | undefined,
  link: Link,
  shown: View,
  at: number,
): { telling: Telling; isDue: boolean } {
  const known = before?.link === link ? before : undefined;
  const since = known && isEqual(known.shown, shown) ? known.since : at;
  const isDue = !known?.told || isWorthTelling(known, shown, at - since, at - known.at);
  if (!isDue) return { isDue, telling: { ...known, shown, since } };
  const times = known?.told && isEqual(known.told, shown) ? known.times + 1 : 1;
  return { isDue, telling: { link, shown, since, told: shown, at, times } };
}

function isWorthTelling({ told, times }: Telling, shown: View, unchangedMs: number, silentMs: number): boolean {
  if (!told || shown.width > told.width || shown.height > told.height) return true;
  if (!isEqual(shown, told)) return unchangedMs >= TIMING.settle;
  return silentMs >= (times > 1 ? TIMING.repeat : TIMING.repeatFirst);
}

const isEqual = (one: View, other: View): boolean => one.width === other.width && one.height === other.height;
