import { ratios, summarize, type Summary } from './statistics.js';

/** What there is to measure, each in a file of its own: `<subject>.bench.ts`. */
export const SUBJECTS = ['bytes', 'join', 'ringing', 'server', 'adaptation', 'endurance'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** A goal, and whether it is met here. */
export interface Goal {
  readonly text: string;
  readonly met: boolean;
}

/** One line of the report: what one contender needs for one thing. */
export interface Figure {
  readonly subject: Subject;
  /** What was measured, such as "join to first remote frame". */
  readonly name: string;
  /** Whose figure it is. */
  readonly of: string;
  /** Such as `ms` or `bytes`; of the samples and the summary. */
  readonly unit: string;
  readonly summary: Summary;
  /** In the order of the rounds. */
  readonly samples: readonly number[];
  /** By the figures of another contender, round by round. */
  readonly ratio?: { readonly to: string; readonly summary: Summary };
  readonly goal?: Goal;
}

/** What one contender scored, before it is compared. */
export type Score = Omit<Figure, 'summary' | 'ratio' | 'goal'>;

/**
 * A score with its summary.
 *
 * @param other the same of another contender, in the same rounds
 * @param goal told the summary, and the ratio if there is one
 */
export function figure(score: Score, other?: Score, goal?: (summary: Summary, ratio: Summary | undefined) => Goal): Figure {
  const summary = summarize(score.samples);
  const ratio = other && summarize(ratios(score.samples, other.samples));
  return {
    ...score,
    summary,
    ...(other && ratio && { ratio: { to: other.of, summary: ratio } }),
    ...(goal && { goal: goal(summary, ratio) }),
  };
}
