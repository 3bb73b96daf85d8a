import type { Figures } from './quality-rule.js';
import type { Vitals } from './vitals.js';
import { QUALITY_TIMING as TIMING } from './timing.js';

/** What one look at a link counts for its quality. All counts run from the beginning of the link. */
export interface Sample {
  /** When, by `performance.now()`, in ms. */
  at: number;
  roundTripMs: number | undefined;
  jitterMs: number | undefined;
  audio: Flow;
  video: Flow;
  /** Of sound played, in samples. */
  played: number;
  /** Of these, how many were made up and are to be heard. */
  concealed: number;
  frozenMs: number;
  limited: boolean;
}

/** One kind of media, both ways. */
interface Flow {
  received: number;
  /** How many never came. */
  lost: number;
  sent: number;
  /** The share that the peer missed of what we sent, 0 to 1, by its last report (RFC 3550, 6.4.1). */
  missed: number | undefined;
}

/** Members that TypeScript's library does not know yet, or in other interfaces. */
type AnyStats = RTCInboundRtpStreamStats &
  RTCOutboundRtpStreamStats &
  RTCIceCandidatePairStats &
  RTCTransportStats & { roundTripTime?: number; fractionLost?: number; qualityLimitationReason?: string };

/** Takes from a look what quality is judged by. Whatever the browser leaves out counts for nothing. */
export function sampleOf({ at, report }: Vitals): Sample {
  const sample: Sample = {
    at,
    roundTripMs: undefined,
    jitterMs: undefined,
    audio: { received: 0, lost: 0, sent: 0, missed: undefined },
    video: { received: 0, lost: 0, sent: 0, missed: undefined },
    played: 0,
    concealed: 0,
    frozenMs: 0,
    limited: false,
  };
  for (const stats of report.values()) addTo(sample, stats as AnyStats);
  sample.roundTripMs = roundTripOf(report) ?? sample.roundTripMs;
  return sample;
}

function addTo(sample: Sample, stats: AnyStats): void {
  if (stats.kind !== 'audio' && stats.kind !== 'video') return;
  const flow = sample[stats.kind];
  switch (stats.type) {
    case 'inbound-rtp':
      flow.received += stats.packetsReceived ?? 0;
      flow.lost += stats.packetsLost ?? 0;
      if (stats.kind === 'audio' && stats.jitter !== undefined) sample.jitterMs = stats.jitter * 1000;
      sample.played += stats.totalSamplesReceived ?? 0;
      sample.concealed += (stats.concealedSamples ?? 0) - (stats.silentConcealedSamples ?? 0);
      sample.frozenMs += (stats.totalFreezesDuration ?? 0) * 1000;
      break;
    case 'outbound-rtp':
      flow.sent += stats.packetsSent ?? 0;
      sample.limited ||= stats.qualityLimitationReason === 'bandwidth' || stats.qualityLimitationReason === 'cpu';
      break;
    case 'remote-inbound-rtp':
      if (stats.fractionLost !== undefined) flow.missed = Math.max(flow.missed ?? 0, stats.fractionLost);
      // For browsers that don't measure it on the pair.
      if (stats.roundTripTime !== undefined) sample.roundTripMs = stats.roundTripTime * 1000;
      break;
    default:
    // Nothing that quality is judged by.
  }
}

/** Of the path in use, in ms. */
function roundTripOf(report: Vitals['report']): number | undefined {
  const all = [...report.values()] as AnyStats[];
  const selected = all.find(({ type }) => type === 'transport')?.selectedCandidatePairId;
  const pairs = all.filter(({ type }) => type === 'candidate-pair');
  // Firefox names the selected pair nowhere else.
  const pair =
    pairs.find(({ id }) => id === selected) ?? pairs.find(({ state, nominated }) => state === 'succeeded' && nominated);
  const seconds = pair?.currentRoundTripTime;
  return seconds === undefined ? undefined : seconds * 1000;
}

/** What some looks at one link, oldest first, say of each direction; nothing as long as they span too little time. */
export function figuresOf(samples: readonly Sample[]): { here: Figures; there: Figures } {
  const [first] = samples;
  const last = samples.at(-1);
  if (!first || !last || last.at - first.at < TIMING.least) return { here: {}, there: {} };
  const roundTripMs = leastRoundTrip(samples);
  const here: Figures = {
    roundTripMs,
    jitterMs: last.audio.received > first.audio.received ? last.jitterMs : undefined,
    audioLoss: lossOf(first.audio, last.audio),
    videoLoss: lossOf(first.video, last.video),
    concealed: share(last.concealed - first.concealed, last.played - first.played),
    frozen: isSteady(samples) ? share(last.frozenMs - first.frozenMs, last.at - first.at) : undefined,
  };
  const there: Figures = {
    roundTripMs,
    audioLoss: missedOf(first.audio, last.audio),
    videoLoss: missedOf(first.video, last.video),
    limited: last.limited && last.video.sent > first.video.sent,
  };
  return { here, there };
}

/** The least: what a busy machine adds is no fault of the way. */
function leastRoundTrip(samples: readonly Sample[]): number | undefined {
  const all = samples.flatMap(({ roundTripMs }) => roundTripMs ?? []);
  return all.length > 0 ? Math.min(...all) : undefined;
}

/** So few packets say nothing about a share of them. */
const FEW_PACKETS = 20;

function lossOf(first: Flow, last: Flow): number | undefined {
  const lost = last.lost - first.lost;
  const expected = last.received - first.received + lost;
  return expected < FEW_PACKETS ? undefined : share(lost, expected);
}

/** A report on what is no longer sent is out of date. */
const missedOf = (first: Flow, last: Flow): number | undefined =>
  last.sent - first.sent < FEW_PACKETS ? undefined : last.missed;

const share = (part: number, whole: number): number | undefined =>
  whole > 0 ? Math.min(1, Math.max(0, part / whole)) : undefined;

/** True when pictures came all the time: after a pause, browsers count all of it as a freeze. */
const isSteady = (samples: readonly Sample[]): boolean =>
  samples.every((sample, index) => index === 0 || sample.video.received > (samples[index - 1]?.video.received ?? 0));
