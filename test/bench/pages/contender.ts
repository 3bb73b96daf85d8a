/** Where a page is to go. */
export interface Place {
  /** TCP port of the signaling server, or of the longer way to it. */
  readonly port: number;
  /** The room, or what stands for one. */
  readonly room: string;
  /** Who one is; for those who must know each other's names beforehand. */
  readonly self: 'present' | 'joiner';
}

/** One way to get from nothing to a picture. */
export interface Contender {
  /** What may be done before the person says that they want to join. */
  prepare?(place: Place): Promise<void>;
  /**
   * Enters the room, with camera and microphone, which are asked for in here.
   *
   * @param show takes the other person's stream, as soon as there is one
   * @returns once one is in the room and the camera is open
   */
  enter(place: Place, show: (stream: MediaStream) => void): Promise<void>;
}

/** When things happened: ms since 1970, comparable between pages of one machine. */
export interface Times {
  /** The call of `enter()`. */
  entered: number;
  /** The first frame of the other person was handed to the compositor (`requestVideoFrameCallback`). */
  firstFrame: number;
}

/** What the bench calls from outside. */
export interface BenchPage {
  prepare(place: Place): Promise<void>;
  /** Returns once in the room. */
  enter(place: Place): Promise<void>;
  /** Waits for the first frame. */
  times(): Promise<Times>;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}

/** What everybody asks for: the same as `<call-room>` does. */
export const CONSTRAINTS: MediaStreamConstraints = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
};

/** Everything stays on this machine, for everybody. */
export const CONFIGURATION: RTCConfiguration = { iceServers: [] };

/** Makes a page of the bench of a contender. */
export function expose(contender: Contender): void {
  const video = document.body.appendChild(document.createElement('video'));
  Object.assign(video, { muted: true, autoplay: true, playsInline: true });
  let entered = 0;
  const firstFrame = new Promise<number>((resolve) => video.requestVideoFrameCallback(() => resolve(now())));
  window.bench = {
    prepare: async (place) => contender.prepare?.(place),
    enter(place) {
      entered = now();
      return contender.enter(place, (stream) => {
        video.srcObject = stream;
      });
    },
    times: async () => ({ firstFrame: await firstFrame, entered }),
  };
}

const now = (): number => performance.timeOrigin + performance.now();
