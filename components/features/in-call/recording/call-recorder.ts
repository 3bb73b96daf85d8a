import type { Participant } from '../../../call/participant.js';
import type { RoomElement } from '../../../controllers/room-registry.js';
import type { RecordingFile } from './recording-file.js';
import { RecordingPicture } from './recording-picture.js';
import { RecordingSound } from './recording-sound.js';

/** Pictures a second. */
const RATE = 25;
/** How often what was recorded is put into the file, in ms. */
const SLICE = 1000;
/** In bits a second: a grid of faces at 720 lines, and voices. A VP8 file of an hour has 1.2 GB at most. */
const BITRATES = { videoBitsPerSecond: 2_500_000, audioBitsPerSecond: 128_000 };

/** What a {@link CallRecorder} needs. */
export interface RecorderConfig {
  readonly room: RoomElement;
  readonly mimeType: string;
  /** Where it goes on in further ones, each is a film of its own. */
  readonly file: RecordingFile;
  /** Called once, when all files are whole; with what went wrong, if anything did. */
  readonly onEnd: (failure: unknown) => void;
}

/** Records a call as one picture and one sound, until it is stopped. */
export class CallRecorder {
  readonly #config: RecorderConfig;
  readonly #sound: RecordingSound;
  readonly #picture: RecordingPicture;
  readonly #stream: MediaStream;
  /** Those that are not whole yet. */
  readonly #open = new Set<RecordingFile>();
  #recorder: MediaRecorder;
  #written: Promise<void> = Promise.resolve();
  #failure: unknown;

  private constructor(config: RecorderConfig, sound: RecordingSound, picture: RecordingPicture) {
    this.#config = config;
    this.#sound = sound;
    this.#picture = picture;
    this.#stream = new MediaStream([picture.track, sound.track]);
    this.#recorder = this.#recorderInto(config.file);
  }

  /** Resolves once the recording runs. */
  static async start(config: RecorderConfig): Promise<CallRecorder> {
    let sound: RecordingSound | undefined;
    let picture: RecordingPicture | undefined;
    try {
      sound = await RecordingSound.open();
      picture = new RecordingPicture(getComputedStyle(config.room).fontFamily);
      const recorder = new CallRecorder(config, sound, picture);
      recorder.#begin();
      return recorder;
    } catch (error) {
      picture?.close();
      sound?.close();
      await config.file.close();
      throw error;
    }
  }

  /** How large somebody is in the picture, in pixels. */
  sizeOf(id: string): { width: number; height: number } | undefined {
    return this.#picture.sizeOf(id);
  }

  /** Ends the recording; the file is whole when `onEnd` is called. Idempotent. */
  stop(): void {
    if (this.#recorder.state !== 'inactive') this.#recorder.stop();
  }

  /** The page goes: makes a file at once of what has been written, without the last second. */
  hurry(): void {
    if (!this.#open.size) return;
    // There is nobody left who could be told of a failure.
    for (const file of this.#open) file.close().catch(() => undefined);
    this.#open.clear();
    this.#release();
    this.#config.onEnd(undefined);
  }

  #begin(): void {
    this.#draw();
    this.#sound.beat(RATE, () => this.#drawOrFail());
    this.#recorder.start(SLICE);
  }

  /**
   * What can't be drawn or mixed ends the film, which is kept so far: Firefox mixes no voice of another sample rate than its own
   * (bugzil.la/1674892), and a film without somebody's voice would be none.
   */
  #drawOrFail(): void {
    try {
      this.#draw();
    } catch (error) {
      this.#fail(error);
    }
  }

  #draw(): void {
    const { text } = this.#config.room;
    this.#sound.mix(this.#people);
    this.#picture.draw(this.#people, text);
  }

  get #people(): readonly Participant[] {
    const { participants, localParticipant } = this.#config.room;
    return [...participants, localParticipant];
  }

  #recorderInto(file: RecordingFile): MediaRecorder {
    const { mimeType } = this.#config;
    const recorder = new MediaRecorder(this.#stream, { mimeType, ...BITRATES });
    recorder.addEventListener('dataavailable', ({ data }) => this.#write(data, recorder, file));
    recorder.addEventListener('error', (event) => this.#fail('error' in event ? event.error : event));
    recorder.addEventListener('stop', () => void this.#finish(recorder, file));
    this.#open.add(file);
    return recorder;
  }

  #write(part: Blob, recorder: MediaRecorder, file: RecordingFile): void {
    if (!part.size) return;
    this.#written = this.#written
      .then(async () => {
        if (!this.#open.has(file)) return;
        await file.write(part);
        if (recorder === this.#recorder && recorder.state === 'recording') this.#goOn(recorder, file.next());
      })
      .catch((error: unknown) => this.#fail(error));
  }

  /** Into the next file: that one begins before this one ends, so that no word is lost between them. */
  #goOn(recorder: MediaRecorder, next: RecordingFile | undefined): void {
    if (!next) return;
    const following = this.#recorderInto(next);
    following.start(SLICE);
    this.#recorder = following;
    recorder.stop();
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    this.stop();
  }

  async #finish(recorder: MediaRecorder, file: RecordingFile): Promise<void> {
    const isLast = recorder === this.#recorder;
    if (isLast) this.#release();
    await this.#written;
    if (!this.#open.delete(file)) return;
    await file.close().catch((error: unknown) => this.#fail(error));
    if (isLast) this.#config.onEnd(this.#failure);
  }

  #release(): void {
    this.#picture.close();
    this.#sound.close();
  }
}
