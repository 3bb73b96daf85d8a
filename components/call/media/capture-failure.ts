import type { CallError, CallErrorCode } from '../errors.js';
import { allowedByPolicy, capture, deviceError, type Captured, type Constraints, type MediaKind } from './capture.js';
import { permissionOf } from './permissions.js';

/** What can be had after these kinds could not be captured together, and why not the rest. Never rejects. */
export async function captureAfterFailure(
  kinds: readonly MediaKind[],
  cause: unknown,
  signal: AbortSignal,
  constraints: Constraints,
): Promise<Captured> {
  const impossible = whyImpossible(kinds);
  if (impossible) return { tracks: [], errors: [impossible] };
  const blocked = kinds.filter((kind) => !allowedByPolicy(kind));
  const outcomes = await Promise.all(
    blocked.length > 0
      ? [Promise.resolve(failed('device-denied-by-policy', blocked)), capture(without(kinds, blocked), signal, constraints)]
      : await piecemeal(kinds, cause, signal, constraints),
  );
  return { tracks: outcomes.flatMap(({ tracks }) => tracks), errors: together(outcomes.flatMap(({ errors }) => errors)) };
}

/** Each kind by itself: asked for once more where that is worth it. */
async function piecemeal(
  kinds: readonly MediaKind[],
  cause: unknown,
  signal: AbortSignal,
  constraints: Constraints,
): Promise<Promise<Captured>[]> {
  const worthAsking = kinds.length > 1 ? await separately(kinds, cause) : [];
  return kinds.map((kind) =>
    worthAsking.includes(kind) ? capture([kind], signal, constraints) : Promise.resolve(failed(codeOf(cause), [kind], cause)),
  );
}

/** One failure a kind. */
const failed = (code: CallErrorCode, kinds: readonly MediaKind[], cause?: unknown): Captured => ({
  tracks: [],
  errors: kinds.map((kind) => deviceError(code, [kind], cause)),
});

const without = (kinds: readonly MediaKind[], some: readonly MediaKind[]): MediaKind[] =>
  kinds.filter((kind) => !some.includes(kind));

/** One failure of both devices, where both fail for the same reason: a person should be told once. */
function together(errors: CallError[]): CallError[] {
  const [first, second] = errors;
  if (!first || first.code !== second?.code) return errors;
  return [deviceError(first.code, ['audio', 'video'], first.cause)];
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

function whyImpossible(kinds: readonly MediaKind[]): CallError | undefined {
  if (!isSecureContext) return deviceError('insecure-context', kinds);
  // The DOM types take it for granted; some embedded browsers have none.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  return devices ? undefined : deviceError('device-unknown', kinds);
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
