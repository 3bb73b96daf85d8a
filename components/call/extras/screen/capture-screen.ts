import { CallError } from '../../errors.js';

/** What TypeScript's library does not know yet (W3C screen-capture, `DisplayMediaStreamOptions` and its constraints). */
interface Options extends DisplayMediaStreamOptions {
  audio: MediaTrackConstraints & { suppressLocalAudioPlayback: boolean; restrictOwnAudio: boolean };
  systemAudio: 'include' | 'exclude';
  selfBrowserSurface: 'include' | 'exclude';
  surfaceSwitching: 'include' | 'exclude';
}

/** Larger pictures cost every processor more than they show, in pixels and per second. */
const MOST = { width: { max: 2560 }, height: { max: 1440 }, frameRate: { max: 30 } };

const options = (): Options => ({
  video: MOST,
  audio: {
    // It is no voice: music should stay music.
    ...{ echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    suppressLocalAudioPlayback: false,
    restrictOwnAudio: true,
  },
  // The sound of the whole system holds the voices of the others, who would hear themselves unless the browser leaves them out.
  systemAudio: 'restrictOwnAudio' in navigator.mediaDevices.getSupportedConstraints() ? 'include' : 'exclude',
  // This very tab would show itself in itself.
  selfBrowserSurface: 'exclude',
  surfaceSwitching: 'include',
});

/**
 * Has the person choose a screen, window or tab. To be called in the handler of a click or key.
 * @returns `undefined` when they chose none
 * @throws {CallError} `screen-unsupported`, `screen-denied` or `screen-failed`, as rejection
 */
export async function captureScreen(): Promise<MediaStream | undefined> {
  // Phones have none; neither has a page that is not secure.
  const { mediaDevices } = navigator as { mediaDevices?: Partial<MediaDevices> };
  if (!mediaDevices?.getDisplayMedia) throw new CallError('screen-unsupported', { recoverable: true });
  if (!isAllowedByPolicy()) throw new CallError('screen-denied', { recoverable: true });
  try {
    return await mediaDevices.getDisplayMedia(options());
  } catch (cause) {
    const { name, message } = cause as DOMException;
    if (name !== 'NotAllowedError') throw new CallError('screen-failed', { recoverable: true, cause });
    // Chromium says so of the system; otherwise the name is the same for whoever has just closed the dialog.
    if (/system/i.test(message)) throw new CallError('screen-denied', { recoverable: true, cause });
    return undefined;
  }
}

/** By the Permissions Policy of the page; true where the browser does not tell. */
function isAllowedByPolicy(): boolean {
  const { permissionsPolicy, featurePolicy } = document as Document &
    Partial<Record<'permissionsPolicy' | 'featurePolicy', { allowsFeature(feature: string): boolean }>>;
  return (permissionsPolicy ?? featurePolicy)?.allowsFeature('display-capture') ?? true;
}
