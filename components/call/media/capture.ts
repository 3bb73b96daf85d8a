import { CallError, type CallErrorCode, type DeviceName } from '../errors.js';

/** A kind of track and of the device behind it. */
export type MediaKind = 'audio' | 'video';

/** What came of asking for devices: the tracks to be had, and why others are not. */
export interface Captured {
  tracks: MediaStreamTrack[];
  errors: CallError[];
}

/**
 * What is asked of each device. Voices are cleaned by default (W3C mediacapture-streams, "Constrainable properties");
 * all of it is `ideal`, so that no device is refused for what it can't do.
 */
const CONSTRAINTS: Record<MediaKind, MediaTrackConstraints> = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
};

/** How the Permissions API and Permissions Policy call them. */
const DEVICES = { audio: 'microphone', video: 'camera' } as const;

/**
 * Asks for the devices of these kinds in one question, and gets what can be had: a missing camera does not cost
 * the microphone, and a refusal is not asked about twice.
 *
 * `signal` spares the person a second question. Never rejects: each failure is one of the {@link CallError}s.
 */
export async function capture(kinds: readonly MediaKind[], signal: AbortSignal): Promise<Captured> {
  const impossible = whyImpossible(kinds);
  if (impossible) return { tracks: [], errors: [impossible] };
  const blocked = kinds.filter((kind) => !allowedByPolicy(kind));
  const errors = blocked.map((kind) => deviceError('device-denied-by-policy', [kind]));
  const captured = await ask(
    kinds.filter((kind) => !blocked.includes(kind)),
    signal,
  );
  return { tracks: captured.tracks, errors: together([...errors, ...captured.errors]) };
}

/** One failure of both devices, where both fail for the same reason: a person should be told once. */
function together(errors: CallError[]): CallError[] {
  const [first, second] = errors;
  if (!first || first.code !== second?.code) return errors;
  return [deviceError(first.code, ['audio', 'video'], first.cause)];
}

async function ask(kinds: readonly MediaKind[], signal: AbortSignal): Promise<Captured> {
  if (kinds.length === 0 || signal.aborted) return { tracks: [], errors: [] };
  try {
    const stream = await navigator.mediaDevices.getUserMedia(Object.fromEntries(kinds.map((kind) => [kind, CONSTRAINTS[kind]])));
    return { tracks: stream.getTracks(), errors: [] };
  } catch (cause) {
    const worthAsking = kinds.length > 1 ? await separately(kinds, cause) : [];
    const outcomes = await Promise.all(
      kinds.map(async (kind) =>
        worthAsking.includes(kind) ? ask([kind], signal) : { tracks: [], errors: [deviceError(codeOf(cause), [kind], cause)] },
      ),
    );
    return { tracks: outcomes.flatMap(({ tracks }) => tracks), errors: outcomes.flatMap(({ errors }) => errors) };
  }
}

/**
 * The kinds worth another question, each by itself. Whoever has just said no is not asked again; but where one kind was
 * denied long ago, nobody has been asked about the other.
 */
async function separately(kinds: readonly MediaKind[], cause: unknown): Promise<MediaKind[]> {
  if (codeOf(cause) !== 'device-denied-by-user') return [...kinds];
  const states = await Promise.all(kinds.map(permissionOf));
  const worth: (PermissionState | undefined)[] = states.includes('denied') ? ['granted', 'prompt'] : ['granted'];
  return kinds.filter((_, index) => worth.includes(states[index]));
}

/** Whether the person has allowed it; `undefined` where the browser does not tell. */
export const permissionOf = async (kind: MediaKind): Promise<PermissionState | undefined> =>
  (await permissionStatusOf(kind))?.state;

/** The same, with news of its changes. */
export async function permissionStatusOf(kind: MediaKind): Promise<PermissionStatus | undefined> {
  try {
    return await navigator.permissions.query({ name: DEVICES[kind] });
  } catch {
    // Firefox before 131 and some others know no such permission name; then the refusal stands for both.
    return undefined;
  }
}

function whyImpossible(kinds: readonly MediaKind[]): CallError | undefined {
  if (!isSecureContext) return deviceError('insecure-context', kinds);
  // The DOM types take it for granted; some embedded browsers have none.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  return devices ? undefined : deviceError('device-unknown', kinds);
}

/** Permissions Policy, under the name that Chromium still gives it; other browsers don't tell. */
function allowedByPolicy(kind: MediaKind): boolean {
  const { permissionsPolicy, featurePolicy } = document as Document &
    Partial<Record<'permissionsPolicy' | 'featurePolicy', { allowsFeature(feature: string): boolean }>>;
  return (permissionsPolicy ?? featurePolicy)?.allowsFeature(DEVICES[kind]) ?? true;
}

/** By `DOMException.name` (W3C mediacapture-streams, getUserMedia; the older names are those of Chromium 60). */
const CODES = new Map<unknown, CallErrorCode>([
  ['NotAllowedError', 'device-denied-by-user'],
  ['SecurityError', 'device-denied-by-policy'],
  ['NotFoundError', 'device-not-found'],
  ['NotReadableError', 'device-in-use'],
  ['AbortError', 'device-in-use'],
  ['OverconstrainedError', 'device-constraint'],
]);

const codeOf = (cause: unknown): CallErrorCode => CODES.get(cause instanceof Error && cause.name) ?? 'device-unknown';

/** The failure of these devices. The call goes on without them. */
export function deviceError(code: CallErrorCode, kinds: readonly MediaKind[], cause?: unknown): CallError {
  const device: DeviceName = kinds.length > 1 ? 'microphone-and-camera' : DEVICES[kinds[0] ?? 'audio'];
  return new CallError(code, { recoverable: true, device, cause });
}
