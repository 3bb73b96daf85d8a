/** What a series of samples comes to. Medians, because one sample in ten meets a busy machine. */
export interface Summary {
  readonly min: number;
  readonly median: number;
  readonly max: number;
  /** How many samples there were. */
  readonly count: number;
}

/** @throws RangeError when there is no sample */
export function summarize(samples: readonly number[]): Summary {
  const sorted = [...samples].sort((a, b) => a - b);
  const [min] = sorted;
  const max = sorted.at(-1);
  if (min === undefined || max === undefined) throw new RangeError('no samples');
  return { min, median: middleOf(sorted), max, count: sorted.length };
}

/**
 * Each sample by its counterpart of the same round, so that what slows the machine for a while slows both halves of a
 * pair.
 */
export const ratios = (samples: readonly number[], others: readonly number[]): number[] =>
  samples.slice(0, others.length).map((sample, index) => sample / (others[index] ?? NaN));

function middleOf(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

/** How much `y` grows for each 1 by which `x` does, by least squares; NaN of fewer than two points. */
export function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const above = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return above / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}
