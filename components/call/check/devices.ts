import { capture, CONSTRAINTS, type MediaKind } from '../media/capture.js';
import { CHECK_CODES, failed, passed, type CheckCode, type Finding } from './check-report.js';

/** What came of asking for microphone and camera. */
export interface Devices {
  /** The live tracks, by kind. Whoever gets them stops them. */
  readonly tracks: Partial<Record<MediaKind, MediaStreamTrack>>;
  /** By kind, for each that was asked for. */
  readonly findings: Readonly<Partial<Record<MediaKind, Finding>>>;
}

/**
 * Asks for the devices of these kinds, in one question to the person: Safari mutes the track of a first question when a
 * second is asked (WebKit bug 179363). What comes after `signal` was aborted is stopped at once.
 *
 * @throws the signal's reason
 */
export async function checkDevices(kinds: readonly MediaKind[], signal: AbortSignal): Promise<Devices> {
  const { tracks, errors } = await capture(kinds, signal, CONSTRAINTS);
  if (signal.aborted) for (const track of tracks) track.stop();
  signal.throwIfAborted();
  const findings = kinds.map((kind): [MediaKind, Finding] => {
    if (tracks.some((track) => track.kind === kind)) return [kind, passed('device-works')];
    const error = errors.find(({ device }) => device?.includes(kind === 'audio' ? 'microphone' : 'camera'));
    return [kind, failed(codeOf(error?.code))];
  });
  return {
    tracks: Object.fromEntries(tracks.map((track) => [track.kind, track])),
    findings: Object.fromEntries(findings),
  };
}

const codeOf = (code: string | undefined): CheckCode => CHECK_CODES.find((known) => known === code) ?? 'device-unknown';
