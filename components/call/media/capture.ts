import { CallError, type CallErrorCode, type DeviceName } from '../errors.js';

/** A kind of track and of the device behind it. */
export type MediaKind = 'audio' | 'video';

/** What came of asking for devices: the tracks to be had, and why others are not. */
export interface Captured {
  tracks: MediaStreamTrack[];
  errors: CallError[];
}

/** What is asked of each device, over and above its being there. */
export type Constraints = Readonly<Record<MediaKind, MediaTrackConstraints>>;

/**
 * What is asked of each device, unless the person wishes otherwise. Voices are cleaned by default (W3C mediacapture-streams, "Constrainable properties");
 * a bare value is a wish (`ideal`), so that no device is refused for what it can't do.
 */
export const CONSTRAINTS: Constraints = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  video: { width: 1280, height: 720, frameRate: 30 },
};

/** How the Permissions API and Permissions Policy call them. */
export const DEVICES = { audio: 'microphone', video: 'camera' } as const;

/**
 * Asks for the devices of these kinds in one question, and gets what can be had: a missing camera does not cost
 * the microphone, and a refusal is not asked about twice.
 *
 * `signal` spares the person a second question. Never rejects: each failure is one of the {@link CallError}s.
 */
export async function capture(kinds: readonly MediaKind[], signal: AbortSignal, constraints: Constraints): Promise<Captured> {
  if (kinds.length === 0 || signal.aborted) return { tracks: [], errors: [] };
  try {
    // Asking all the same would be told to the developer as an error.
    if (!kinds.every(allowedByPolicy)) throw new DOMException('', 'SecurityError');
    const stream = await navigator.mediaDevices.getUserMedia(Object.fromEntries(kinds.map((kind) => [kind, constraints[kind]])));
    return { tracks: stream.getTracks(), errors: [] };
  } catch (cause) {
    // Why, and what can be had all the same, is a chunk of its own: most calls never need it.
    const unexplained = { tracks: [], errors: [deviceError('device-unknown', kinds, cause)] };
    return import('./capture-failure.js').then(
      ({ captureAfterFailure }) => captureAfterFailure(kinds, cause, signal, constraints),
      () => unexplained,
    );
  }
}

/** Permissions Policy, under the name that Chromium still gives it; other browsers don't tell. */
export function allowedByPolicy(kind: MediaKind): boolean {
  const { permissionsPolicy, featurePolicy } = document as Document &
    Partial<Record<'permissionsPolicy' | 'featurePolicy', { allowsFeature(feature: string): boolean }>>;
  return (permissionsPolicy ?? featurePolicy)?.allowsFeature(DEVICES[kind]) ?? true;
}

/** The failure of these devices. The call goes on without them. */
export function deviceError(code: CallErrorCode, kinds: readonly MediaKind[], cause?: unknown): CallError {
  const device: DeviceName = kinds.length > 1 ? 'microphone-and-camera' : DEVICES[kinds[0] ?? 'audio'];
  return new CallError(code, { recoverable: true, device, cause });
}
