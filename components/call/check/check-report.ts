/** What is examined, in this order. */
export const CHECK_STEPS = [
  /** May the microphone be used, and does it start? */
  'microphone',
  /** The same of the camera. */
  'camera',
  /** Do frames arrive from the camera, and is there something on them? */
  'picture',
  /** Does the microphone send more than silence? */
  'sound',
  /** Does the signaling endpoint connect and answer? */
  'signaling',
  /** Which ICE servers are there, and are they well named? */
  'ice-servers',
  /** Does a STUN server answer? */
  'stun',
  /** Does a TURN server pass something on? */
  'turn',
  /** How much goes through in a second? */
  'bitrate',
] as const;
export type CheckStepName = (typeof CHECK_STEPS)[number];

/** How a step ended. `skipped`: there was nothing to examine. `warning`: a call works, but worse than it could. */
export type CheckOutcome = 'passed' | 'warning' | 'failed' | 'skipped';

/** Where a step stands. */
export type CheckState = 'waiting' | 'running' | CheckOutcome;

/** Every finding of every step; the message catalogue of the check has a sentence for each. */
export const CHECK_CODES = [
  // Any step.
  'not-wanted',
  'stopped',
  'unexpected',
  'webrtc-unsupported',
  // Devices, as in `CALL_ERROR_CODES`.
  'device-works',
  'device-denied-by-user',
  'device-denied-by-policy',
  'device-not-found',
  'device-in-use',
  'device-constraint',
  'device-unknown',
  'insecure-context',
  // Picture and sound.
  'device-missing',
  'page-hidden',
  'picture-seen',
  'picture-black',
  'picture-missing',
  'sound-heard',
  'sound-faint',
  'sound-silent',
  'sound-unmeasured',
  // Signaling.
  'signaling-answers',
  'signaling-unnamed',
  'signaling-invalid',
  'signaling-unreachable',
  'signaling-silent',
  'signaling-refused',
  'token-unavailable',
  'unauthorized',
  // ICE servers.
  'ice-servers-known',
  'ice-servers-none',
  'ice-servers-invalid',
  'stun-answers',
  'stun-none',
  'stun-unreachable',
  'turn-relays',
  'turn-none',
  'turn-unreachable',
  'turn-refused',
  'turn-blocked',
  // Bitrate.
  'bitrate-video',
  'bitrate-audio',
  'bitrate-low',
  'bitrate-delayed',
  'bitrate-stalled',
  'bitrate-local',
  'bitrate-unmeasured',
] as const;
export type CheckCode = (typeof CHECK_CODES)[number];

/**
 * What was measured. Nothing here names a person, a device or an address: a report is made to be sent to somebody.
 */
export interface CheckFigures {
  /** Size of the camera's picture, in pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Frames of the camera a second. */
  readonly framesPerSecond?: number;
  /** Mean level of the microphone, in dB below full scale: 0 and less. */
  readonly levelDb?: number;
  /** From the first attempt until the endpoint could be spoken to, in ms. */
  readonly connectMs?: number;
  /** To the endpoint, or once round the loop, and back, in ms. */
  readonly roundTripMs?: number;
  /** What answered: our server, or a plain relay. */
  readonly endpoint?: 'server' | 'relay';
  /** The code by which the server refuses. */
  readonly refusal?: string;
  /** How many addresses of STUN and of TURN servers there are, and how many can't be used. */
  readonly stunServers?: number;
  readonly turnServers?: number;
  readonly unusable?: number;
  /** How many servers were asked, and how many answered. */
  readonly asked?: number;
  readonly answered?: number;
  /** The types of candidate that came up: `host`, `srflx`, `relay`. */
  readonly candidateTypes?: readonly string[];
  /** How a browser can talk to the TURN servers: `udp`, `tcp`, `tls`. */
  readonly relayProtocols?: readonly string[];
  /** `RTCPeerConnectionIceErrorEvent.errorCode`: 701 is "not reached", others are STUN's (RFC 8489, RFC 8656). */
  readonly errorCodes?: readonly number[];
  /** How the loop went: over a TURN server, or within this machine. */
  readonly path?: 'relay' | 'direct';
  readonly bitrateKbps?: number;
  /** Payload that arrived. */
  readonly transferredBytes?: number;
  /** `Error.name` of something that nobody foresaw. */
  readonly error?: string;
}

/** What came out of a step. */
export interface Finding {
  readonly state: CheckOutcome;
  readonly code: CheckCode;
  readonly figures?: CheckFigures;
}

/** One step: a frozen snapshot. */
export interface CheckStep {
  readonly name: CheckStepName;
  readonly state: CheckState;
  /** What was found; undefined until then. */
  readonly code: CheckCode | undefined;
  readonly figures: CheckFigures;
  /** How long it took, in ms; undefined until it has ended. */
  readonly durationMs: number | undefined;
}

/** What a check found: frozen, and made of nothing but what JSON can hold. */
export interface CheckReport {
  /** Of this shape; raised when a reader of reports has to know. */
  readonly version: 1;
  /** When the check ended, as in ISO 8601. */
  readonly date: string;
  /** `navigator.userAgent`. */
  readonly userAgent: string;
  /** The worst that was found; skipped steps don't count. */
  readonly state: Exclude<CheckOutcome, 'skipped'>;
  readonly durationMs: number;
  readonly steps: readonly CheckStep[];
}

/** The finding that all is well. */
export const passed = (code: CheckCode, figures: CheckFigures = {}): Finding => ({ state: 'passed', code, figures });
/** The finding that a call works, but worse than it could. */
export const warning = (code: CheckCode, figures: CheckFigures = {}): Finding => ({ state: 'warning', code, figures });
/** The finding that something of a call can't work. */
export const failed = (code: CheckCode, figures: CheckFigures = {}): Finding => ({ state: 'failed', code, figures });
/** The finding that there is nothing to examine. */
export const skipped = (code: CheckCode, figures: CheckFigures = {}): Finding => ({ state: 'skipped', code, figures });

/** A step that has not begun. */
export const waitingStep = (name: CheckStepName): CheckStep =>
  Object.freeze({ name, state: 'waiting', code: undefined, figures: Object.freeze({}), durationMs: undefined });

/** The worst state among steps; `passed` where all were skipped. */
export function worst(steps: readonly CheckStep[]): CheckReport['state'] {
  return (['failed', 'warning'] as const).find((state) => steps.some((step) => step.state === state)) ?? 'passed';
}
