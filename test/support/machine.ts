/** What a test may do to the devices of the machine that its page runs on. */
export interface Machine {
  /** Pulls out the device of a track. */
  unplug(track: MediaStreamTrack): void;
  /** Plugs in again whatever was pulled out. */
  plug(): void;
  /** Another program takes all microphones or all cameras, or lets them go. */
  occupy(kind: 'audio' | 'video', occupied: boolean): void;
  /** Makes the last microphone the default one. */
  preferLastMicrophone(): void;
  /** The operating system mutes a track, or gives it back. */
  silence(track: MediaStreamTrack, muted: boolean): void;
  /** The operating system asks the person's attention back to the page: only the event, as browsers fire it. */
  comeBack(): void;
  /** Everything is as it was. */
  repair(): void;
}

/**
 * No browser has a command that pulls out a fake device, so what the page would see of that is done in the page:
 * tracks, constraints and captures are the browser's own; which devices there are, the events of their going, and
 * `track.muted` are played. Real devices come and go in the flows that have PulseAudio.
 *
 * Runs in a page, where nothing else of this file exists.
 */
export function machine(): Machine {
  const devices = navigator.mediaDevices;
  const getUserMedia = devices.getUserMedia.bind(devices);
  const enumerateDevices = devices.enumerateDevices.bind(devices);
  const gone = new Set<string>();
  const occupied = new Set<string>();
  let isReversed = false;

  // Not the doubles that Chromium lists, so that the default microphone is the first; nor its second fake camera, which
  // is one for depth and sends no picture.
  const NOT_HERE = ['default', 'fake_device_1'];
  const present = async (): Promise<MediaDeviceInfo[]> => {
    const all = (await enumerateDevices()).filter(
      ({ deviceId, label }) => !gone.has(deviceId) && !NOT_HERE.includes(deviceId) && !NOT_HERE.includes(label),
    );
    return isReversed ? all.reverse() : all;
  };
  const news = (): boolean => devices.dispatchEvent(new Event('devicechange'));

  devices.enumerateDevices = present;
  devices.getUserMedia = async (constraints = {}) => {
    const chosen: MediaStreamConstraints = {};
    for (const kind of ['audio', 'video'] as const) {
      const wanted = constraints[kind];
      if (!wanted) continue;
      const all = (await present()).filter((one) => one.kind === `${kind}input`);
      const id = typeof wanted === 'object' ? wanted.deviceId : undefined;
      const exact = typeof id === 'object' && 'exact' in id ? id.exact : undefined;
      const device = all.find(({ deviceId }) => deviceId === (exact ?? id)) ?? (exact === undefined ? all[0] : undefined);
      if (!device && all.length) throw new OverconstrainedError('deviceId');
      if (!device) throw new DOMException('Requested device not found', 'NotFoundError');
      if (occupied.has(kind)) throw new DOMException('Could not start the source', 'NotReadableError');
      // Before the first permission, devices have no names.
      const named = device.deviceId ? { deviceId: { exact: device.deviceId } } : {};
      chosen[kind] = { ...(typeof wanted === 'object' && wanted), ...named };
    }
    return getUserMedia(chosen);
  };

  return {
    unplug(track) {
      const { deviceId } = track.getSettings();
      if (deviceId) gone.add(deviceId);
      track.stop();
      track.dispatchEvent(new Event('ended'));
      news();
    },
    plug() {
      gone.clear();
      news();
    },
    occupy(kind, isOccupied) {
      if (isOccupied) occupied.add(kind);
      else occupied.delete(kind);
    },
    preferLastMicrophone() {
      isReversed = true;
      news();
    },
    silence(track, muted) {
      Object.defineProperty(track, 'muted', { configurable: true, value: muted });
      track.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
    },
    comeBack() {
      document.dispatchEvent(new Event('visibilitychange'));
    },
    repair() {
      devices.enumerateDevices = enumerateDevices;
      devices.getUserMedia = getUserMedia;
    },
  };
}
