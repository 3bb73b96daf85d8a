import type { Trouble } from './participant.js';

/**
 * Every failure that a call can tell of. The remedy differs from code to code, and so does the sentence that
 * the message catalogue holds for each.
 */
export const CALL_ERROR_CODES = [
  // The tag.
  'signaling-missing',
  'signaling-invalid',
  'room-missing',
  'room-invalid',
  'ice-servers-invalid',
  // This person's devices (W3C mediacapture-streams, getUserMedia).
  'device-denied-by-user',
  'device-denied-by-policy',
  'device-not-found',
  'device-in-use',
  'device-constraint',
  'device-unknown',
  'device-muted',
  'device-replaced',
  'insecure-context',
  // A screen to share (W3C screen-capture, getDisplayMedia).
  'screen-unsupported',
  'screen-denied',
  'screen-failed',
  // Recording the call (W3C mediastream-recording).
  'recording-failed',
  // Captions of this person's speech (Web Speech API).
  'captions-failed',
  // The way to the room.
  'signaling-unreachable',
  'signaling-refused',
  'signaling-lost',
  'signaling-waiting',
  'unauthorized',
  'room-full',
  'room-locked',
  'refused-entry',
  'duplicate',
  'removed',
  'protocol-invalid',
  'protocol-version',
  // The way to another person.
  'peer-unreachable',
  'negotiation-failed',
  // The browser.
  'playback-blocked',
  'webrtc-unsupported',
  'feature-unavailable',
] as const;
export type CallErrorCode = (typeof CALL_ERROR_CODES)[number];

/** Which of this person's devices a failure is about. */
export type DeviceName = 'microphone' | 'camera' | 'microphone-and-camera' | 'speaker';

/** What a {@link CallError} knows besides its code. */
export interface CallErrorDetails {
  /** True when the call goes on, or may succeed without anybody's doing. */
  recoverable?: boolean;
  /** The device concerned, for the `device-…` and `insecure-context` codes. */
  device?: DeviceName | undefined;
  /**
   * What the sentence has to name: an address, a room, an attribute's value, the id of a participant. Somebody's words:
   * never markup.
   */
  subject?: string | undefined;
  /** Why somebody can't be reached, for `peer-unreachable`. */
  trouble?: Trouble | undefined;
  /** The error behind this one, often a `DOMException`. */
  cause?: unknown;
}

/**
 * A failure of the call. `message` is for developers and logs; the sentence for a person comes from the message
 * catalogue by `code`.
 */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly code: CallErrorCode;
  /** True when the call goes on, or may succeed without anybody's doing. */
  readonly recoverable: boolean;
  readonly device: DeviceName | undefined;
  readonly subject: string | undefined;
  /** Why somebody can't be reached, for `peer-unreachable`. */
  readonly trouble: Trouble | undefined;

  constructor(code: CallErrorCode, { recoverable = false, device, subject, trouble, cause }: CallErrorDetails = {}) {
    super([code, device, subject].filter(Boolean).join(': '), cause === undefined ? undefined : { cause });
    this.code = code;
    this.recoverable = recoverable;
    this.device = device;
    this.subject = subject;
    this.trouble = trouble;
  }
}
