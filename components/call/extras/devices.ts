import type { Call } from '../call.js';
import { CallErrorEvent } from '../call-events.js';
import { CallError, type DeviceName } from '../errors.js';
import { DEVICES, type MediaKind } from '../media/capture.js';
import type { LocalMedia } from '../media/local-media.js';
import { permissionOf } from '../media/permissions.js';
import { typedEventTarget } from '../typed-event-target.js';
import { constraintsFor, DEFAULT_WISHES, linesOf, type DeviceWishes } from './device-wishes.js';
import { OutputPlayers } from './output-players.js';

/** The device that a person has chosen of each kind, by `deviceId`; empty: the browser's choice. */
export type ChosenDevices = Readonly<Record<MediaDeviceKind, string>>;

/** `change`: devices came or went, got names, were opened, released or chosen; or something else is wished of them. */
interface DevicesEvents {
  change: Event;
}

const KINDS = ['audio', 'video'] as const satisfies readonly MediaKind[];

/** One of each call: the lobby needs no more of the extras than this. */
const known = new WeakMap<Call, Devices>();

/** Those that somebody may still have. */
const living = new Set<WeakRef<Devices>>();

/**
 * Which devices a person has chosen, and what is wished of them.
 *
 * A chosen device that is not there is no failure: the browser's choice takes its place until it is plugged in again. What
 * becomes of a lost track is for `DeviceWatch` to decide; this only sees to it that what is opened next is the right one.
 */
export class Devices extends typedEventTarget<DevicesEvents>() {
  readonly #call: Call;
  readonly #media: LocalMedia;
  readonly #players = new OutputPlayers();
  #chosen: ChosenDevices = { audioinput: '', videoinput: '', audiooutput: '' };
  #wishes = DEFAULT_WISHES;
  /** Of the chosen devices: whether they are there; unknown as long as the browser names none. */
  readonly #there = new Map<MediaDeviceKind, boolean>();
  /** The ids of the tracks that there are. */
  #open = '';
  /** The tracks whose end is listened to. */
  readonly #seen = new WeakSet<MediaStreamTrack>();

  /** Those of a call. */
  static of(call: Call): Devices {
    const devices = known.get(call) ?? new Devices(call);
    known.set(call, devices);
    return devices;
  }

  /** One listener for all, as the browser's devices outlive every call, and would keep whoever listens. */
  static readonly #onChange = (): void => {
    for (const one of living) {
      const devices = one.deref();
      if (devices) void devices.#onDevices();
      else living.delete(one);
    }
  };

  private constructor(call: Call) {
    super();
    this.#call = call;
    this.#media = call.media;
    living.add(new WeakRef(this));
    // Insecure pages have no devices, and lose none.
    mediaDevices()?.addEventListener('devicechange', Devices.#onChange);
    this.#media.addEventListener('change', () => this.#onMedia());
    this.#onMedia();
  }

  /** What is chosen, whether it is there or not. */
  get chosen(): ChosenDevices {
    return this.#chosen;
  }

  /** What is wished of whichever device is used. */
  get wishes(): DeviceWishes {
    return this.#wishes;
  }

  /** The devices of this machine, as far as the browser tells: without names until the person has allowed one. */
  async list(): Promise<MediaDeviceInfo[]> {
    return (await mediaDevices()?.enumerateDevices()) ?? [];
  }

  /** The id of the device that is used now, as `list()` has it; empty where that is the browser's choice, or none. */
  current(kind: MediaDeviceKind): string {
    const chosen = this.#there.get(kind) === false ? '' : this.#chosen[kind];
    if (kind === 'audiooutput') return chosen;
    return this.#media.track(trackKind(kind))?.getSettings().deviceId ?? chosen;
  }

  /**
   * Takes this device, now and from now on. A muted microphone stays muted, a camera that is off stays off; a call goes on
   * without negotiation. What can't be had is replaced by the browser's choice, and the person is told.
   * @param deviceId of `list()`; empty: the browser's choice
   */
  async choose(kind: MediaDeviceKind, deviceId: string): Promise<void> {
    this.#chosen = { ...this.#chosen, [kind]: deviceId };
    this.#there.delete(kind);
    this.#changed();
    if (kind === 'audiooutput') return this.#takeSpeaker();
    await this.#look();
    const track = this.#media.track(trackKind(kind));
    if (deviceId && track?.readyState === 'live' && track.getSettings().deviceId === deviceId) return;
    await this.#reopen(trackKind(kind));
  }

  /** Wishes otherwise of the devices; those that are open are changed as they run, or taken anew where that is needed. */
  async wish(wishes: Partial<DeviceWishes>): Promise<void> {
    const before = this.#wishes;
    this.#wishes = { ...before, ...wishes };
    this.#constrain();
    this.#changed();
    const { noiseSuppression, echoCancellation, resolution, backgroundBlur } = this.#wishes;
    // Sound is cleaned from the opening on: Chromium can't change that of a track.
    if (noiseSuppression !== before.noiseSuppression || echoCancellation !== before.echoCancellation) await this.#reopen('audio');
    const isOtherSize = resolution !== before.resolution;
    if (isOtherSize || backgroundBlur !== before.backgroundBlur) await this.#adjustCamera(isOtherSize);
  }

  /** What was chosen and wished another time. Opens nothing by itself that isn't open. */
  async restore(chosen: Partial<ChosenDevices>, wishes: Partial<DeviceWishes>): Promise<void> {
    const before = this.#media.constraints;
    this.#chosen = { ...this.#chosen, ...chosen };
    this.#wishes = { ...this.#wishes, ...wishes };
    this.#constrain();
    this.#changed();
    await this.#look();
    const now = this.#media.constraints;
    const isOther = (kind: MediaKind, track: MediaStreamTrack | null): boolean =>
      !!track &&
      JSON.stringify(before[kind]) !== JSON.stringify(now[kind]) &&
      track.getSettings().deviceId !== this.#chosen[inputKind(kind)];
    const others = KINDS.filter((kind) => isOther(kind, this.#media.track(kind)));
    await Promise.all(others.map((kind) => this.#reopen(kind)));
    if (this.#chosen.audiooutput) await this.#takeSpeaker();
  }

  /** Plays through the chosen speaker whatever this element plays, now and after each choice. */
  async playThrough(player: HTMLMediaElement): Promise<void> {
    await this.#players.add(player);
  }

  #constrain(): void {
    const of = (kind: MediaKind): MediaTrackConstraints => {
      const device = inputKind(kind);
      const deviceId = this.#chosen[device];
      const isThere = this.#there.get(device);
      if (isThere === undefined || !deviceId) return constraintsFor(kind, this.#wishes, deviceId);
      // Only what is known to be there is insisted on: an id of another day may mean nothing any more.
      return constraintsFor(kind, this.#wishes, isThere ? { exact: deviceId } : '');
    };
    this.#media.constraints = { audio: of('audio'), video: of('video') };
  }

  /** Changes the camera as it runs, so that nobody sees it go; where that can't be, it is opened anew. */
  async #adjustCamera(isOtherSize: boolean): Promise<void> {
    const camera = this.#media.track('video');
    if (camera?.readyState !== 'live') return this.#reopen('video');
    const before = camera.getSettings().height;
    try {
      // Without the id: this very device is meant.
      await camera.applyConstraints(constraintsFor('video', this.#wishes, ''));
      const now = camera.getSettings().height;
      // Some say yes, and stay as they are: the fake one of Firefox, for example.
      if (isOtherSize && now === before && now !== linesOf(this.#wishes.resolution)) await this.#reopen('video');
      this.#changed();
    } catch (error) {
      // Not while it runs, for whatever reason; an OverconstrainedError is a DOMException in no browser, and Firefox has no such class.
      if (!(error instanceof DOMException || (error as Partial<Error>).name === 'OverconstrainedError')) throw error;
      await this.#reopen('video');
    }
  }

  /** Opens a device anew, if it is in use or should be; falls back on the browser's choice. */
  async #reopen(kind: MediaKind): Promise<void> {
    const media = this.#media;
    if (!this.#isOpen || (!media.track(kind) && media.preferences[kind] !== 'on')) return;
    const device = inputKind(kind);
    const chosen = this.#chosen[device];
    await media.replace(kind, !!chosen);
    if (!chosen || !this.#isOpen || this.#chosen[device] !== chosen) return;
    if (!media.track(kind) && (kind === 'audio' || media.preferences.video === 'on')) {
      this.#there.set(device, false);
      this.#constrain();
      await media.replace(kind);
    }
    const track = media.track(kind);
    if (track && track.getSettings().deviceId !== chosen) this.#tellReplaced(DEVICES[kind], track.label);
    this.#changed();
  }

  async #takeSpeaker(): Promise<void> {
    const { audiooutput } = this.#chosen;
    if (await this.#players.use(this.#there.get('audiooutput') === false ? '' : audiooutput)) return;
    this.#there.set('audiooutput', false);
    await this.#players.use('');
    await this.#tellSpeaker();
    this.#changed();
  }

  async #tellSpeaker(): Promise<void> {
    const [first] = (await this.list()).filter(({ kind }) => kind === 'audiooutput');
    if (first?.label) this.#tellReplaced('speaker', first.label);
  }

  #tellReplaced(device: DeviceName, subject: string): void {
    const error = new CallError('device-replaced', { recoverable: true, device, subject });
    this.#media.dispatchEvent(new CallErrorEvent(error));
  }

  get #isOpen(): boolean {
    return OPEN.includes(this.#call.state);
  }

  /** A track that came may have given names to all devices. One that ends by itself is gone: what comes next is no longer it. */
  #onMedia(): void {
    const open = KINDS.map((kind) => this.#media.track(kind)?.id).join();
    if (open !== this.#open) this.#changed();
    this.#open = open;
    for (const kind of KINDS) {
      const track = this.#media.track(kind);
      if (!track || this.#seen.has(track)) continue;
      this.#seen.add(track);
      const deviceId = track.getSettings().deviceId;
      track.addEventListener('ended', () => {
        if (!deviceId || this.#chosen[inputKind(kind)] !== deviceId) return;
        this.#there.set(inputKind(kind), false);
        this.#constrain();
      });
      void this.#onDevices();
    }
  }

  async #onDevices(): Promise<void> {
    const back = await this.#look();
    this.#changed();
    for (const device of back) await this.#comeBack(device);
  }

  /**
   * Finds out which of the chosen devices are there.
   * @returns those that were away before
   */
  async #look(): Promise<MediaDeviceKind[]> {
    const list = await this.list();
    const before = new Map(this.#there);
    for (const device of ['audioinput', 'videoinput', 'audiooutput'] as const) {
      const ids = list.filter(({ kind, deviceId }) => kind === device && deviceId).map(({ deviceId }) => deviceId);
      // Before a permission, a browser names none.
      if (ids.length && this.#chosen[device]) this.#there.set(device, ids.includes(this.#chosen[device]));
    }
    this.#constrain();
    if (before.get('audiooutput') && this.#there.get('audiooutput') === false) {
      await this.#players.use('');
      await this.#tellSpeaker();
    }
    return [...this.#there].filter(([device, isThere]) => isThere && before.get(device) === false).map(([device]) => device);
  }

  /** Takes the chosen device again that was away; nobody is asked out of the blue. */
  async #comeBack(device: MediaDeviceKind): Promise<void> {
    if (device === 'audiooutput') return this.#takeSpeaker();
    const kind = trackKind(device);
    const track = this.#media.track(kind);
    // What is missing altogether is taken by the one who looks after it.
    if (!track || track.getSettings().deviceId === this.#chosen[device] || (await permissionOf(kind)) !== 'granted') return;
    await this.#reopen(kind);
    const label = this.#media.track(kind)?.label;
    if (label && label !== track.label) this.#tellReplaced(DEVICES[kind], label);
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}

/** While devices may be open. */
const OPEN: readonly string[] = ['lobby', 'joining', 'joined', 'reconnecting'];

const inputKind = (kind: MediaKind): 'audioinput' | 'videoinput' => `${kind}input`;
const trackKind = (device: 'audioinput' | 'videoinput'): MediaKind => (device === 'audioinput' ? 'audio' : 'video');

/** The DOM types take it for granted; insecure pages and some embedded browsers have none. */
const mediaDevices = (): MediaDevices | undefined => navigator.mediaDevices;
