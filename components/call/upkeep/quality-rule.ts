import type { Quality } from '../participant.js';

/** What is known of one direction of one link over the last seconds. Browsers leave out what they don't measure. */
export interface Figures {
  /** There and back, in ms. */
  roundTripMs?: number | undefined;
  /** How unevenly sound arrives, in ms (RFC 3550, 6.4.1). That of pictures says nothing: they come in bursts. */
  jitterMs?: number | undefined;
  /** The share of packets with sound that got lost, 0 to 1. */
  audioLoss?: number | undefined;
  /** The share of packets with pictures that got lost, 0 to 1, before repair. */
  videoLoss?: number | undefined;
  /** The share of the sound that was made up in place of what was missing, silence aside, 0 to 1. */
  concealed?: number | undefined;
  /** The share of the time in which the picture stood still, 0 to 1. */
  frozen?: number | undefined;
  /** True while the sender sends a worse picture than it could, as the way or the processor allows no more. */
  limited?: boolean | undefined;
}

/** From where on a way is no longer what it was called before. */
interface Limits {
  rating: number;
  delayMs: number;
  concealed: number;
  frozen: number;
}

/** How many points of the rating a hundredth of lost packets takes. */
const LOSS_WEIGHT = {
  /** Opus with its in-band error correction, as browsers send it: good from 3.75 %, poor from 11.25 %. */
  audio: 16 / 3,
  /** No codec for pictures repairs anything by itself: good from 2 %, poor from 6 %. */
  video: 10,
} as const;

const LIMITS: Record<'good' | 'poor', Limits> = {
  good: { rating: 80, delayMs: 150, concealed: 0.02, frozen: 0.02 },
  poor: { rating: 40, delayMs: 400, concealed: 0.07, frozen: 0.1 },
};

/**
 * How good one direction of a link is. The worst of these decides:
 *
 * - **Rating**, 0 to 100, once for sound and once for pictures: the E-model (ITU-T G.107) in its simplified form,
 *   `100 − delay effect − loss effect`. The effective delay is half the round trip and twice the jitter; its effect is a
 *   fortieth of it up to 160 ms, and beyond that a tenth of what is over 120 ms. Weights of loss, and what counts as good
 *   (80 and less) and poor (40 and less), are those of LiveKit's server (`pkg/sfu/connectionquality`, `scorer.go` and
 *   `connectionstats.go`), where the scale of the E-model proved too strict for media that are repaired.
 * - **Delay** one way, half the round trip: good from 150 ms, poor from 400 ms (ITU-T G.114: up to 150 ms nobody notices,
 *   beyond 400 ms people talk over each other).
 * - **Concealed sound**: poor from 7 % (`RatioConcealedSamplesAvg` of Microsoft's Call Quality Dashboard); good from 2 %.
 * - **Frozen pictures** (W3C webrtc-stats, `totalFreezesDuration`): good from 2 % of the time, poor from 10 %, our own measure.
 * - **Limitation** of what is sent, by bandwidth or processor (W3C webrtc-stats, `qualityLimitationReason`): good at best.
 *
 * @returns `unknown` when nothing was measured; never `lost`, which is no matter of figures
 */
export function grade(figures: Figures): Quality {
  const { roundTripMs, audioLoss, videoLoss, limited } = figures;
  if (roundTripMs === undefined && audioLoss === undefined && videoLoss === undefined) return 'unknown';
  if (isBeyond(LIMITS.poor, figures)) return 'poor';
  return limited || isBeyond(LIMITS.good, figures) ? 'good' : 'excellent';
}

function isBeyond(limits: Limits, figures: Figures): boolean {
  const { roundTripMs = 0, concealed = 0, frozen = 0 } = figures;
  return (
    rating(figures) <= limits.rating ||
    roundTripMs / 2 >= limits.delayMs ||
    concealed >= limits.concealed ||
    frozen >= limits.frozen
  );
}

function rating({ roundTripMs = 0, jitterMs = 0, audioLoss = 0, videoLoss = 0 }: Figures): number {
  const audio = delayEffect(roundTripMs / 2 + 2 * jitterMs) + LOSS_WEIGHT.audio * 100 * audioLoss;
  const video = delayEffect(roundTripMs / 2) + LOSS_WEIGHT.video * 100 * videoLoss;
  return 100 - Math.max(audio, video);
}

const delayEffect = (delayMs: number): number => (delayMs > 160 ? (delayMs - 120) / 10 : delayMs / 40);
