import { statsOf, type Vitals } from '../vitals.js';
import type { Size } from './ladder.js';

/** What the browser measured of the video on its way to one person. What it does not measure is `undefined`. */
export interface Sending {
  /** When, by `performance.now()`, in ms. */
  readonly at: number;
  /**
   * The size of the camera's pictures, as the encoder's scaling counts from. Firefox tells what its own adaptation has left
   * of it, and scales down from that.
   */
  readonly source: Size | undefined;
  /** What the way takes, of everything, in bit/s. Chromium only. */
  readonly estimate: number | undefined;
  /** What the encoder is to make, in bit/s. Chromium only. */
  readonly target: number | undefined;
  /** What of sound or video gets lost, whichever is more, as the receiver tells: 0 to 1. */
  readonly loss: number | undefined;
  /** There and back, in s, as the receiver's reports tell. */
  readonly roundTrip: number | undefined;
  /** Video sent so far, in bytes. */
  readonly bytes: number;
  /** How long the encoder has been at work so far, in s; 0 for one in hardware, whose work costs no processor. */
  readonly work: number;
  /** True while the browser holds the picture back because the processor is short. */
  readonly isShort: boolean;
}

type Outbound = RTCOutboundRtpStreamStats & { powerEfficientEncoder?: boolean };
type Source = RTCStats & { kind?: string; width?: number; height?: number };
type RemoteInbound = RTCStats & { fractionLost?: number; roundTripTime?: number };

/** Reads what concerns the video that is sent. */
export function readSending(vitals: Vitals): Sending {
  const outbound = video(statsOf<Outbound>(vitals, 'outbound-rtp'));
  const source = video(statsOf<Source>(vitals, 'media-source'));
  const estimates = statsOf<RTCIceCandidatePairStats>(vitals, 'candidate-pair').flatMap(
    (pair) => pair.availableOutgoingBitrate ?? [],
  );
  const reports = statsOf<RemoteInbound>(vitals, 'remote-inbound-rtp');
  return {
    at: vitals.at,
    source: source?.width && source.height ? { width: source.width, height: source.height } : undefined,
    estimate: most(estimates),
    target: outbound?.targetBitrate,
    loss: most(reports.flatMap(({ fractionLost }) => fractionLost ?? [])),
    roundTrip: most(reports.flatMap(({ roundTripTime }) => roundTripTime ?? [])),
    bytes: outbound?.bytesSent ?? 0,
    work: outbound?.powerEfficientEncoder ? 0 : (outbound?.totalEncodeTime ?? 0),
    isShort: outbound?.qualityLimitationReason === 'cpu',
  };
}

const video = <Stats extends { kind?: string }>(all: readonly Stats[]): Stats | undefined =>
  all.find(({ kind }) => kind === 'video');

const most = (values: readonly number[]): number | undefined => (values.length > 0 ? Math.max(...values) : undefined);
