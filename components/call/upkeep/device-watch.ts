import { CallError, type CallErrorCode } from '../errors.js';
import { deviceError, type MediaKind } from '../media/capture.js';
import { permissionStatusOf } from '../media/permissions.js';
import type { LocalMedia } from '../media/local-media.js';
import { defaultMicrophone, isSameMicrophone } from './default-microphone.js';
import { DeviceKeeper } from './device-keeper.js';
import { devices } from './devices.js';
import { DEVICE_TIMING as TIMING } from './timing.js';

const KINDS = ['audio', 'video'] as const;

/**
 * Devices come and go in a call: plugged in and out, made the default, taken by another program, forbidden and allowed
 * again, silenced by the operating system, asleep. This keeps the call going through all of it, and tells the person
 * what they should know.
 *
 * What brings nothing by itself (a camera that another program lets go) is tried again when devices change and when the
 * person returns to the page.
 */
export class DeviceWatch {
  readonly #media: LocalMedia;
  readonly #report: (error: CallError) => void;
  readonly #keepers: Record<MediaKind, DeviceKeeper>;
  readonly #onLost: LocalMedia['onLost'];
  readonly #life = new AbortController();
  #microphone: MediaDeviceInfo | undefined;
  #isSeenAgain = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param report is given what the person should know: `device-replaced`, `device-muted` and `device-denied-by-user`.
   *   Devices that can't be had are `error` events of `media`, as ever.
   */
  constructor(media: LocalMedia, report: (error: CallError) => void) {
    this.#media = media;
    this.#report = report;
    const keep = (kind: MediaKind): DeviceKeeper =>
      new DeviceKeeper(kind, media, (code, ofKind, subject) => this.#tell(code, ofKind, subject));
    this.#keepers = { audio: keep('audio'), video: keep('video') };
    this.#onLost = media.onLost;
    media.onLost = (kind) => void this.#keepers[kind].lost();
    this.#listen();
    void this.#start();
  }

  /** What is lost from now on is only told. Idempotent. */
  close(): void {
    this.#life.abort();
    clearTimeout(this.#timer);
    for (const kind of KINDS) this.#keepers[kind].close();
    this.#media.onLost = this.#onLost;
  }

  #listen(): void {
    const { signal } = this.#life;
    const look = (): void => this.#lookSoon();
    this.#media.addEventListener('change', () => KINDS.forEach((kind) => this.#keepers[kind].look()), { signal });
    // Insecure pages have no devices, and lose none.
    (navigator.mediaDevices as MediaDevices | undefined)?.addEventListener('devicechange', look, { signal });
    addEventListener('focus', look, { signal });
    const lookIfSeen = (): void => {
      if (document.hidden) return;
      this.#isSeenAgain = true;
      look();
    };
    document.addEventListener('visibilitychange', lookIfSeen, { signal });
    // A frozen page learns nothing of devices until it goes on (Page Lifecycle).
    document.addEventListener('resume', lookIfSeen, { signal });
  }

  async #start(): Promise<void> {
    this.#microphone = defaultMicrophone(await devices());
    await Promise.all(KINDS.map((kind) => this.#watchPermission(kind)));
    // What is missing may have come, or been allowed, before anybody watched.
    if (!this.#life.signal.aborted) this.#lookSoon();
  }

  async #watchPermission(kind: MediaKind): Promise<void> {
    const { signal } = this.#life;
    // Where the browser does not tell, coming back to the page has to do.
    (await permissionStatusOf(kind))?.addEventListener('change', () => this.#lookSoon(), { signal });
  }

  #lookSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), TIMING.settle);
  }

  async #look(): Promise<void> {
    const isSeenAgain = this.#isSeenAgain;
    this.#isSeenAgain = false;
    const before = this.#microphone;
    this.#microphone = defaultMicrophone(await devices());
    if (this.#life.signal.aborted) return;
    if (before && !isSameMicrophone(before, this.#microphone)) await this.#keepers.audio.follow(before);
    await Promise.all(KINDS.map((kind) => this.#keepers[kind].occasion(isSeenAgain)));
  }

  /** What is so of both devices is one failure, which takes the place of the first. */
  #tell(code: CallErrorCode, kind: MediaKind, subject?: string): void {
    if (this.#life.signal.aborted) return;
    const { device } = deviceError(
      code,
      KINDS.filter((one) => one === kind || this.#keepers[one].trouble === code),
    );
    this.#report(new CallError(code, { recoverable: true, device, subject }));
  }
}
