import { attempt } from './attempt.js';
import { failed, passed, skipped, warning, type Finding } from './check-report.js';
import { CHECK_TIMING as TIMING } from './timing.js';

/** Frames after which the picture is known to move on, and their rate to mean something. */
const ENOUGH_FRAMES = 10;
/** The size to which a frame is shrunk to look for light, in pixels: each of them is the mean of many. */
const LOOK = { width: 32, height: 24 } as const;
/**
 * The brightest channel of the brightest pixel of a black picture, 0–255. Video's own black is 16 of 255 where its range
 * is taken for the full one (ITU-R BT.601), and a covered lens adds noise to it.
 */
const BLACK = 32;

/** Do frames really arrive, and is there something on them? A covered lens and many a virtual camera send black. */
export async function checkPicture(track: MediaStreamTrack, signal: AbortSignal): Promise<Finding> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  const frames = new FrameCount(video);
  let light = false;
  let size = { width: 0, height: 0 };
  await attempt<void>(TIMING.picture, signal, async (settle, life) => {
    life.addEventListener('abort', () => {
      frames.stop();
      video.srcObject = null;
    });
    const look = setInterval(() => {
      size = { width: video.videoWidth, height: video.videoHeight };
      light ||= frames.count > 0 && hasLight(video);
      if (light && frames.count >= ENOUGH_FRAMES) settle();
    }, TIMING.pictureLook);
    life.addEventListener('abort', () => clearInterval(look));
    await video.play();
  });
  const figures = { ...size, framesPerSecond: Math.round(frames.perSecond) };
  if (frames.count < 2 && document.hidden) return skipped('page-hidden');
  // A single frame is a picture that stands still.
  if (frames.count < 2) return failed('picture-missing', figures);
  return light ? passed('picture-seen', figures) : warning('picture-black', figures);
}

/** Counts the frames that a video shows (HTMLVideoElement.requestVideoFrameCallback). */
class FrameCount {
  readonly #video: HTMLVideoElement;
  #request: number;
  #first = 0;
  #last = 0;
  count = 0;

  constructor(video: HTMLVideoElement) {
    this.#video = video;
    this.#request = video.requestVideoFrameCallback(this.#onFrame);
  }

  get perSecond(): number {
    return this.count < 2 ? 0 : ((this.count - 1) / (this.#last - this.#first)) * 1000;
  }

  stop(): void {
    this.#video.cancelVideoFrameCallback(this.#request);
  }

  readonly #onFrame = (now: number): void => {
    this.#first ||= now;
    this.#last = now;
    this.count += 1;
    this.#request = this.#video.requestVideoFrameCallback(this.#onFrame);
  };
}

function hasLight(video: HTMLVideoElement): boolean {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, LOOK);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  // Without a canvas nobody can tell; then frames alone have to do.
  if (!context) return true;
  context.drawImage(video, 0, 0, LOOK.width, LOOK.height);
  const { data } = context.getImageData(0, 0, LOOK.width, LOOK.height);
  return data.some((value, index) => index % 4 < 3 && value > BLACK);
}
