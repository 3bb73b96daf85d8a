/**
 * The microphone that the operating system prefers: Chromium lists it once more under the id `default`; elsewhere it
 * comes first (W3C mediacapture-streams, `enumerateDevices()`). `undefined` where there is none.
 */
export function defaultMicrophone(devices: readonly MediaDeviceInfo[]): MediaDeviceInfo | undefined {
  const microphones = devices.filter(({ kind }) => kind === 'audioinput');
  return microphones.find(({ deviceId }) => deviceId === 'default') ?? microphones[0];
}

/** True when both are the same device. Chromium's `default` is told apart by group and label alone. */
export const isSameMicrophone = (one: MediaDeviceInfo | undefined, other: MediaDeviceInfo | undefined): boolean =>
  one?.deviceId === other?.deviceId && one?.groupId === other?.groupId && one?.label === other?.label;

/** True when a track comes from this device, as far as a browser tells. */
export const isFrom = (track: MediaStreamTrack, { groupId, label }: MediaDeviceInfo): boolean =>
  track.label === label && (track.getSettings().groupId ?? groupId) === groupId;
