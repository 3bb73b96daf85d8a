import type { ScreenMessage } from '../../../../signaling/protocol/index.js';

/** The first two media sections are microphone and camera. */
const FACES = 2;

/** Finds the screen in what comes over one connection. */
export class ScreenReceiver {
  readonly #connection: RTCPeerConnection;
  #said: ScreenMessage | undefined;
  #stream: MediaStream | undefined;

  /** @param onTrack there may be a screen that was not there before */
  constructor(connection: RTCPeerConnection, onTrack: () => void) {
    this.#connection = connection;
    // Told of before it came.
    connection.addEventListener('track', onTrack);
  }

  /** Takes in what the peer says: a stranger's word. */
  hear(said: ScreenMessage): void {
    this.#said = said;
  }

  /** What the peer shares now, the same object as long as that is the same; `undefined` where that is nothing. */
  get stream(): MediaStream | undefined {
    const video = this.#track('video');
    if (!video) return (this.#stream = undefined);
    const tracks = [video, this.#track('audio')].filter((track) => track !== undefined);
    const known = this.#stream?.getTracks() ?? [];
    const isSame = tracks.length === known.length && tracks.every((track) => known.includes(track));
    return (this.#stream = isSame ? this.#stream : new MediaStream(tracks));
  }

  #track(kind: 'audio' | 'video'): MediaStreamTrack | undefined {
    const mid = this.#said?.[kind] ?? null;
    if (mid === null) return undefined;
    const transceiver = this.#connection
      .getTransceivers()
      .slice(FACES)
      .find((one) => one.mid === mid);
    const { track } = transceiver?.receiver ?? {};
    return track?.kind === kind ? track : undefined;
  }
}
