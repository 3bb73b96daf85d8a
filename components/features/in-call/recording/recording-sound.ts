import type { Participant } from '../../../call/participant.js';

/** How long a browser may take until it plays sound, in ms. */
const PATIENCE = 5000;

/**
 * The sound of all these people and of what they share, in one track; and a clock, which is that of the sound.
 *
 * Pages that are not to be seen have slow timers and no animation frames at all. The end of a sound is told at once there, too, without a
 * worker, whose script a strict Content Security Policy would have to allow.
 */
export class RecordingSound {
  readonly #context: AudioContext;
  readonly #out: MediaStreamAudioDestinationNode;
  readonly #mixer: AudioNode;
  /** By the track itself: its id is what a peer wrote, and the next link may have one of the same. */
  readonly #heard = new Map<MediaStreamTrack, MediaStreamAudioSourceNode>();
  readonly #life = new AbortController();

  private constructor(context: AudioContext) {
    this.#context = context;
    this.#out = new MediaStreamAudioDestinationNode(context, { channelCount: 2 });
    // Ten people who laugh at once are louder than a file can be.
    this.#mixer = new DynamicsCompressorNode(context, { threshold: -12, ratio: 8 });
    this.#mixer.connect(this.#out);
    // As after a telephone call on a phone.
    const resume = (): void => void (context.state !== 'closed' && context.resume());
    context.addEventListener('statechange', resume, { signal: this.#life.signal });
  }

  /** Resolves once there is sound. Rejects with a `DOMException` where the browser gives none, as one without any output device. */
  static async open(): Promise<RecordingSound> {
    const context = new AudioContext();
    const late = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE));
    await Promise.race([context.resume(), late]);
    if (context.state === 'running') return new RecordingSound(context);
    await context.close();
    throw new DOMException('The browser mixes no sound.', 'NotAllowedError');
  }

  get track(): MediaStreamTrack {
    const [track] = this.#out.stream.getAudioTracks();
    if (!track) throw new DOMException('The browser mixes no sound.', 'NotSupportedError');
    return track;
  }

  /** Takes in whoever came, and lets go of whoever went. */
  mix(people: readonly Participant[]): void {
    const streams = people.flatMap(({ stream, screenStream }) => [stream, screenStream ?? []].flat());
    const tracks = new Set(
      streams.flatMap((stream) => stream.getAudioTracks()).filter(({ readyState }) => readyState === 'live'),
    );
    for (const [track, node] of this.#heard) {
      if (tracks.has(track)) continue;
      node.disconnect();
      this.#heard.delete(track);
    }
    for (const track of tracks) {
      if (this.#heard.has(track)) continue;
      const node = new MediaStreamAudioSourceNode(this.#context, { mediaStream: new MediaStream([track]) });
      node.connect(this.#mixer);
      this.#heard.set(track, node);
    }
  }

  /** Calls `onBeat` as often as that a second, until all is closed. */
  beat(rate: number, onBeat: () => void): void {
    const { signal } = this.#life;
    const context = this.#context;
    const wait = (until: number): void => {
      const silence = new ConstantSourceNode(context, { offset: 0 });
      silence.connect(this.#out);
      silence.addEventListener(
        'ended',
        () => {
          silence.disconnect();
          if (signal.aborted) return;
          // What was missed is not made up for.
          wait(Math.max(until + 1 / rate, context.currentTime));
          onBeat();
        },
        { signal },
      );
      silence.start();
      silence.stop(until);
    };
    wait(context.currentTime);
  }

  /** Idempotent. */
  close(): void {
    this.#life.abort();
    if (this.#context.state !== 'closed') void this.#context.close();
  }
}
