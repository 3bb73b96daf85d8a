/** Where somebody is to be called. */
export interface Line {
  /** TCP port of the signaling server, or of the longer way to it. */
  readonly port: number;
  /** The name to call. */
  readonly name: string;
  /** Whether the phone lets its address be known while it rings. */
  readonly early: boolean;
}

/** A way to call somebody, with sound and pictures. Each page is one end of it. */
export interface Ringer {
  /** Returns once this end can be called. */
  wait(line: Line): Promise<void>;
  /** Calls. Returns once it rings at the other end. */
  ring(line: Line, show: Show): Promise<void>;
  /** Takes the call that rings here. */
  accept(show: Show): void;
}

/** Takes the other person's stream, as soon as there is one. */
export type Show = (stream: MediaStream) => void;

/** When this end first heard and saw the other: ms since 1970, comparable between pages of one machine. */
export interface Perceived {
  sound: number;
  picture: number;
}

/** What the bench calls from outside. */
export interface RingingPage {
  wait(line: Line): Promise<void>;
  ring(line: Line): Promise<void>;
  /** Returns when that was: ms since 1970. */
  accept(): number;
  /** Waits for the other's first sound and picture. */
  perceived(): Promise<Perceived>;
}

declare global {
  interface Window {
    ringing: RingingPage;
  }
}

/** Between two looks whether there is sound, in ms: browsers play 10 ms of it at a time. */
const LOOK_MS = 5;
/** Of 255. A camera that is held back sends black; what the bench's camera films is lighter all over. */
const LIGHT = 25;

/** Makes a page of the bench of one way to call. */
export function expose(ringer: Ringer): void {
  const video = document.body.appendChild(document.createElement('video'));
  Object.assign(video, { autoplay: true, playsInline: true });
  const show: Show = (stream) => {
    video.srcObject = stream;
  };
  const [sound, picture] = [firstSound(), firstPicture(video)];
  window.ringing = {
    wait: (line) => ringer.wait(line),
    ring: (line) => ringer.ring(line, show),
    accept() {
      const at = now();
      ringer.accept(show);
      return at;
    },
    perceived: async () => ({ sound: await sound, picture: await picture }),
  };
}

/** The moment when sound other than silence was handed to the page's player (W3C webrtc-pc, "getSynchronizationSources"). */
function firstSound(): Promise<number> {
  return new Promise((resolve) => {
    const looking = setInterval(() => {
      if (!isHeard()) return;
      clearInterval(looking);
      resolve(now());
    }, LOOK_MS);
  });
}

const isHeard = (): boolean =>
  window.__peerConnections
    .flatMap((connection) => connection.getReceivers())
    .filter(({ track }) => track.kind === 'audio')
    .some((receiver) => receiver.getSynchronizationSources().some(({ audioLevel = 0 }) => audioLevel > 0));

/** The moment when a picture other than black was handed to the compositor. */
function firstPicture(video: HTMLVideoElement): Promise<number> {
  const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
  return new Promise((resolve) => {
    const look = (): void => {
      const at = now();
      context?.drawImage(video, 0, 0, 1, 1);
      const [red = 0] = context?.getImageData(0, 0, 1, 1).data ?? [];
      if (red > LIGHT) resolve(at);
      else video.requestVideoFrameCallback(look);
    };
    video.requestVideoFrameCallback(look);
  });
}

const now = (): number => performance.timeOrigin + performance.now();
