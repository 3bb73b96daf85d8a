import { typedEventTarget } from '../typed-event-target.js';
import { CallErrorEvent } from '../call-events.js';
import { capture, CONSTRAINTS, deviceError, type MediaKind } from './capture.js';

/** `on`; `off`: begin muted or with the camera off, and ask for the device only when it is wanted; `none`: never ask. */
export type DevicePreference = 'on' | 'off' | 'none';

/** How a person wants to begin. Default: `on` for both. */
export interface MediaPreferences {
  audio?: DevicePreference | undefined;
  video?: DevicePreference | undefined;
}

/** `change`: a track came, went, or was muted. `error`: a device can't be had, or was lost. */
interface LocalMediaEvents {
  change: Event;
  error: CallErrorEvent;
}

/**
 * This person's microphone and camera.
 *
 * Mute means that the microphone stays open and sends silence, so that it may return at once. Off means that the
 * camera is released and its light goes out.
 */
export class LocalMedia extends typedEventTarget<LocalMediaEvents>() {
  /** This person's tracks. The same object for ever; its tracks come and go. */
  readonly stream = new MediaStream();
  /** True while nobody may be sent anything, although devices are open. `changed()` makes it so. */
  withheld = false;
  /** What is asked of each device when it is opened the next time. */
  constraints = CONSTRAINTS;
  #preferences: { audio: DevicePreference; video: DevicePreference };
  #starting = 0;
  /** True from `start()` until `close()`. Outside, a wish is remembered, and no device opened. */
  #active = false;
  /** Aborted by `close()`: what is captured too late is stopped at once. */
  #life = new AbortController();
  /** Device changes one after another: two at a time would ask twice and leave one open. */
  #queue: Promise<void> = Promise.resolve();

  /**
   * What is done about a device that was lost, its track having ended: the person is told. `DeviceWatch` knows better,
   * once it is there.
   */
  onLost = (kind: MediaKind): void => {
    this.release(kind);
    this.dispatchEvent(new CallErrorEvent(deviceError('device-not-found', [kind])));
  };

  constructor({ audio = 'on', video = 'on' }: MediaPreferences = {}) {
    super();
    this.#preferences = { audio, video };
  }

  /** True while this person can be heard. */
  get audio(): boolean {
    return this.track('audio')?.enabled ?? false;
  }

  /** True while the camera sends. */
  get video(): boolean {
    return this.track('video') !== null;
  }

  /** True while the browser is being asked for a device. */
  get starting(): boolean {
    return this.#starting > 0;
  }

  /** What is wanted of each device now. */
  get preferences(): Readonly<Required<MediaPreferences>> {
    return this.#preferences;
  }

  /** The track of a kind: live, or ended while it is being replaced. */
  track(kind: MediaKind): MediaStreamTrack | null {
    return this.stream.getTracks().find((track) => track.kind === kind) ?? null;
  }

  /** What is sent of a kind: nothing while all is withheld. */
  sent(kind: MediaKind): MediaStreamTrack | null {
    return this.withheld ? null : this.track(kind);
  }

  /** Opens what is wanted and not open, in one question to the person. Failures are `error` events. */
  start(): Promise<void> {
    this.#active = true;
    return this.#enqueue(() => this.#open((['audio', 'video'] as const).filter((kind) => this.#preferences[kind] === 'on')));
  }

  /** Mutes, or lets this person be heard; before `start()`, once that is called. Not where the preference is `none`. */
  setMicrophone(on: boolean): Promise<void> {
    return this.#want('audio', on, () => {
      const track = this.track('audio');
      if (track) track.enabled = on;
    });
  }

  /** Takes the camera or releases it; before `start()`, once that is called. Not where the preference is `none`. */
  setCamera(on: boolean): Promise<void> {
    return this.#want('video', on, () => {
      if (!on) this.release('video');
    });
  }

  /** Takes over changed preferences; those of devices that are open take effect at once. */
  async update({ audio = this.#preferences.audio, video = this.#preferences.video }: MediaPreferences): Promise<void> {
    const previous = this.#preferences;
    this.#preferences = { audio, video };
    if (audio === 'none') this.release('audio');
    if (video === 'none') this.release('video');
    // Both wishes at once: neither waits for a question that the other has to ask, and what both ask is one question.
    await Promise.all([
      this.#active && this.start(),
      audio !== previous.audio && this.setMicrophone(audio === 'on'),
      video !== previous.video && this.setCamera(video === 'on'),
    ]);
  }

  /**
   * Gives back a device, and takes the one that the browser would choose now; muted it stays muted. Nothing happens
   * where it is not wanted any more.
   *
   * The old track is stopped first: as long as it is live, Chromium gives another of the same device instead of the
   * new default, and WebKit mutes one of the two (bug 179363).
   * @param isQuiet the person knows already that there is none: no `error`, should there be none still
   */
  replace(kind: MediaKind, isQuiet = false): Promise<void> {
    return this.#enqueue(async () => {
      if (!this.#stillWanted(kind)) return;
      this.track(kind)?.stop();
      await this.#open([kind], isQuiet);
    });
  }

  /** Gives back a device. It is as wanted as before: `start()` opens it again. */
  release(kind: MediaKind): void {
    const track = this.track(kind);
    if (!track) return;
    track.stop();
    this.stream.removeTrack(track);
    this.changed();
  }

  /** Releases every device. `start()` begins anew. */
  close(): void {
    this.#active = false;
    this.#life.abort();
    this.#life = new AbortController();
    this.release('audio');
    this.release('video');
  }

  async #want(kind: MediaKind, on: boolean, act: () => void): Promise<void> {
    if (this.#preferences[kind] === 'none') return;
    this.#preferences = { ...this.#preferences, [kind]: on ? 'on' : 'off' };
    // Nobody waits for the answer to some question in order to fall silent.
    if (!on) {
      act();
      this.changed();
    }
    await this.#enqueue(async () => {
      // Wanted otherwise meanwhile: the later wish is behind us in the queue.
      if (this.#preferences[kind] !== (on ? 'on' : 'off')) return;
      if (on && this.#active) await this.#open([kind]);
      act();
      this.changed();
    });
  }

  async #open(kinds: MediaKind[], isQuiet = false): Promise<void> {
    const { signal } = this.#life;
    const missing = kinds.filter((kind) => this.track(kind)?.readyState !== 'live');
    if (missing.length === 0) return;
    this.#starting++;
    this.changed();
    const { tracks, errors } = await capture(missing, signal, this.constraints);
    this.#starting--;
    // The call had what is ended until now, so that nobody sees it come and go.
    for (const track of this.stream.getTracks()) if (missing.includes(track.kind as MediaKind)) this.stream.removeTrack(track);
    for (const track of tracks) {
      if (signal.aborted || !this.#stillWanted(track.kind as MediaKind)) track.stop();
      else this.#adopt(track, signal);
    }
    this.changed();
    if (signal.aborted || isQuiet) return;
    for (const error of errors) this.dispatchEvent(new CallErrorEvent(error));
  }

  /** A microphone muted while it was being opened is kept; a camera switched off meanwhile must not light up. */
  #stillWanted(kind: MediaKind): boolean {
    return kind === 'video' ? this.#preferences.video === 'on' : this.#preferences.audio !== 'none';
  }

  #adopt(track: MediaStreamTrack, signal: AbortSignal): void {
    const kind = track.kind as MediaKind;
    track.enabled = this.#preferences[kind] === 'on';
    this.stream.addTrack(track);
    // Only what we did not do ourselves ends a track: unplugged, revoked, taken away.
    track.addEventListener('ended', () => this.track(kind) === track && this.onLost(kind), { signal });
  }

  /** To be called by whoever puts a track into the stream, or takes it out, from outside. */
  changed(): void {
    this.dispatchEvent(new Event('change'));
  }

  #enqueue(act: () => Promise<void>): Promise<void> {
    const { signal } = this.#life;
    return (this.#queue = this.#queue.then(() => (signal.aborted ? undefined : act())));
  }
}
