import { CONSTRAINTS, type MediaKind } from '../media/capture.js';

/** How many lines a camera is asked for; `auto`: as the call thinks best, which is 720. */
export const RESOLUTIONS = ['auto', '360p', '720p', '1080p'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** What a person wishes of the devices, whichever they are. */
export interface DeviceWishes {
  /** Takes noise out of the voice. */
  readonly noiseSuppression: boolean;
  /** Takes out of the voice what the speaker plays. */
  readonly echoCancellation: boolean;
  readonly resolution: Resolution;
  /** Blurs what is behind the person, where the platform can. `undefined`: as it is set there. */
  readonly backgroundBlur: boolean | undefined;
}

export const DEFAULT_WISHES: DeviceWishes = {
  noiseSuppression: true,
  echoCancellation: true,
  resolution: 'auto',
  backgroundBlur: undefined,
};

const SIZES: Record<Exclude<Resolution, 'auto'>, [width: number, height: number]> = {
  '360p': [640, 360],
  '720p': [1280, 720],
  '1080p': [1920, 1080],
};

/** How many lines a camera is to have at best, in pixels. */
export const linesOf = (resolution: Resolution): number => (resolution === 'auto' ? SIZES['720p'] : SIZES[resolution])[1];

/** What to ask of the device of this kind. All but an exact `deviceId` is a mere wish. */
export function constraintsFor(kind: MediaKind, wishes: DeviceWishes, deviceId: ConstrainDOMString): MediaTrackConstraints {
  const device = deviceId === '' ? {} : { deviceId };
  if (kind === 'audio') {
    const { noiseSuppression, echoCancellation } = wishes;
    return { ...CONSTRAINTS.audio, noiseSuppression, echoCancellation, ...device };
  }
  const { resolution, backgroundBlur } = wishes;
  const constraints: MediaTrackConstraints = { ...CONSTRAINTS.video, ...device };
  if (resolution !== 'auto') {
    [constraints.width, constraints.height] = SIZES[resolution];
  }
  if (backgroundBlur !== undefined) constraints.backgroundBlur = backgroundBlur;
  return constraints;
}
