import type { CallErrorCode } from '../errors.js';
import type { MediaKind } from '../media/capture.js';
import { permissionOf } from '../media/permissions.js';
import type { LocalMedia } from '../media/local-media.js';
import { isFrom } from './default-microphone.js';
import { devices } from './devices.js';
import { DEVICE_TIMING as TIMING } from './timing.js';

/** Tells the person of a device; `subject` is its name. */
export type DeviceReport = (code: CallErrorCode, kind: MediaKind, subject?: string) => void;

/**
 * Keeps the microphone, or the camera, of a call going: takes another one when it is lost, once it may, and takes it
 * out of the call while the operating system silences it.
 *
 * Nobody is asked for a permission out of the blue: what is taken unasked was granted before, or was in use and is no
 * longer there.
 */
export class DeviceKeeper {
  readonly #kind: MediaKind;
  readonly #media: LocalMedia;
  readonly #report: DeviceReport;
  /** The track being looked after: the call's, or a silenced one that is held back. */
  #track: MediaStreamTrack | undefined;
  /** True while the operating system silences the track, and the call is without it. */
  #isHeld = false;
  /** Ends what is listened to on the track. */
  #trackLife = new AbortController();
  /** Of the last track. A track that ended may not tell any more. */
  #deviceId: string | undefined;
  /** `Date.now()` when the track came. */
  #since = 0;
  #label: string | undefined;
  #trouble: CallErrorCode | undefined;
  /** True while there is no device and the person knows it, as from the beginning. */
  #isTold = true;
  #attempted = 0;
  #pause: number = TIMING.retry;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  /** True while another device is taken; what the old one does then is no news. */
  #busy = false;
  #closed = false;

  constructor(kind: MediaKind, media: LocalMedia, report: DeviceReport) {
    this.#kind = kind;
    this.#media = media;
    this.#report = report;
    this.look();
  }

  /** What keeps the device from being used, as this person was told; `undefined` while nothing does. */
  get trouble(): CallErrorCode | undefined {
    return this.#trouble;
  }

  /** The call's track may be another one. */
  look(): void {
    const track = this.#media.track(this.#kind) ?? undefined;
    if (track === this.#track) return;
    if (track) this.#watch(track);
    else if (!this.#isHeld || !this.#isWanted) this.#forget();
    // It came back while another device was being opened.
    else if (this.#track && !this.#track.muted) this.#onUnmute(this.#track);
  }

  /** The call's track ended, and nobody here has stopped it. */
  async lost(): Promise<void> {
    if (this.#busy) return;
    if (Date.now() - this.#since >= TIMING.sound) this.#pause = 0;
    const isTakenAway = await this.#isTakenAway();
    // Turned on again meanwhile, or the call is over.
    if (this.#closed || this.#media.track(this.#kind)?.readyState === 'live') return;
    if (!isTakenAway) return this.#take();
    this.#media.release(this.#kind);
    this.#tell('device-denied-by-user');
  }

  /**
   * Something happened that may help: a device came, the permission is back, the person returned.
   * @param isSeenAgain the page was hidden before: a silenced track may have been forgotten by the operating system
   */
  async occasion(isSeenAgain = false): Promise<void> {
    if (!this.#isMissing || (this.#isHeld && !isSeenAgain)) return;
    if (!(await this.#mayTake()) || !this.#isMissing) return;
    // What is being opened may be this very device, as the person wished.
    if (this.#media.starting) this.#tryLater(TIMING.settle);
    else await this.#take();
  }

  /**
   * The default device is another one now: whoever uses the former follows, muted or not. A device that the person chose
   * in the browser's own question stays. Nobody is asked again: Firefox would, where it may only use the former.
   */
  async follow(before: MediaDeviceInfo): Promise<void> {
    const track = this.#media.track(this.#kind);
    if (track?.readyState !== 'live' || !isFrom(track, before)) return;
    if ((await permissionOf(this.#kind)) === 'granted' && track === this.#media.track(this.#kind)) await this.#replace();
  }

  /** Idempotent. A track that is held back ends with it. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#forget();
  }

  /** Wanted: by this person, now. */
  get #isWanted(): boolean {
    return this.#media.preferences[this.#kind] === 'on';
  }

  get #isMissing(): boolean {
    return !this.#closed && this.#isWanted && !this.#media.track(this.#kind);
  }

  #watch(track: MediaStreamTrack): void {
    this.#forget();
    this.#track = track;
    this.#isTold = false;
    this.#since = Date.now();
    this.#label = track.label;
    this.#deviceId = track.getSettings().deviceId;
    const { signal } = (this.#trackLife = new AbortController());
    track.addEventListener('mute', () => this.#onMute(), { signal });
    track.addEventListener('unmute', () => this.#onUnmute(track), { signal });
    track.addEventListener('ended', () => this.#onHeldEnded(), { signal });
    if (!track.muted) this.#trouble = undefined;
    // Still silenced, as the person knows: nobody should believe for seconds that it is back.
    else if (this.#trouble === 'device-muted') this.#holdBack(track);
    else this.#onMute();
  }

  /** Ends what was about the track; one that is held back ends altogether. */
  #forget(): void {
    this.#trackLife.abort();
    clearTimeout(this.#silence);
    if (this.#isHeld) this.#track?.stop();
    this.#isHeld = false;
    this.#track = undefined;
  }

  // Silenced by the operating system (W3C mediacapture-streams, 4.3.1: "muted" is out of the page's hands).

  #onMute(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#hold(), TIMING.mute);
  }

  /** Takes the track out of the call, so that everybody knows what is so. It comes back as soon as it is heard. */
  #hold(): void {
    const track = this.#track;
    if (!track?.muted || this.#isHeld) return;
    // Whoever is muted anyway learns of it once they want to be heard.
    const { enabled } = track;
    this.#holdBack(track);
    if (enabled) this.#tell('device-muted');
  }

  #holdBack(track: MediaStreamTrack): void {
    this.#isHeld = true;
    this.#media.stream.removeTrack(track);
    this.#media.changed();
  }

  #onUnmute(track: MediaStreamTrack): void {
    clearTimeout(this.#silence);
    // While the device is being taken anew, it is the new track that counts.
    if (!this.#isHeld || this.#media.starting) return;
    track.enabled = this.#isWanted;
    this.#isHeld = false;
    this.#trouble = undefined;
    this.#media.stream.addTrack(track);
    this.#media.changed();
  }

  #onHeldEnded(): void {
    if (!this.#isHeld) return;
    this.#forget();
    void this.lost();
  }

  // Taking another one.

  /** True when the device is there and may not be used: the person took it away. */
  async #isTakenAway(): Promise<boolean> {
    const state = await permissionOf(this.#kind);
    if (state === 'denied' || state === 'granted') return state === 'denied';
    // Without permission, a browser may name no devices; then it is the permission that is gone.
    return (await this.#devices()).some(({ deviceId }) => !deviceId || deviceId === this.#deviceId);
  }

  async #mayTake(): Promise<boolean> {
    if ((await this.#devices()).length === 0) return false;
    const state = await permissionOf(this.#kind);
    const wasLost = this.#deviceId !== undefined && this.#trouble !== 'device-denied-by-user';
    return state === 'granted' || (state !== 'denied' && wasLost);
  }

  async #devices(): Promise<MediaDeviceInfo[]> {
    return (await devices()).filter(({ kind }) => kind === `${this.#kind}input`);
  }

  /** Takes a device, at once or when the last attempt is long enough ago. */
  async #take(): Promise<void> {
    const waitMs = this.#attempted + this.#pause - Date.now();
    if (waitMs <= 0) return this.#replace();
    this.#media.release(this.#kind);
    this.#tryLater(waitMs);
  }

  #tryLater(waitMs: number): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.occasion(true), waitMs);
  }

  async #replace(): Promise<void> {
    if (this.#busy || this.#closed) return;
    const before = this.#label;
    this.#attempted = Date.now();
    this.#pause = Math.min(Math.max(this.#pause, TIMING.retry / 2) * 2, TIMING.longestRetry);
    this.#busy = true;
    // What is live must be stopped first, see `replace()`.
    if (this.#isHeld) this.#forget();
    await this.#media.replace(this.#kind, this.#isTold);
    this.#busy = false;
    const track = this.#media.track(this.#kind);
    this.#isTold = !track;
    // The same one again is no news: controls and tiles show that it is back.
    if (!track || before === undefined || track.label === before) return;
    this.#report('device-replaced', this.#kind, await this.#nameOf(track));
  }

  /** The device's own name: Chromium calls the default one "Default - …", in the person's language. */
  async #nameOf({ label }: MediaStreamTrack): Promise<string> {
    const names = (await this.#devices()).map((device) => device.label);
    return names.find((name) => name && name !== label && label.endsWith(name)) ?? label;
  }

  #tell(code: CallErrorCode): void {
    this.#trouble = code;
    this.#isTold = true;
    this.#report(code, this.#kind);
  }
}
