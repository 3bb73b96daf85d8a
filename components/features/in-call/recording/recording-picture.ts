import type { Participant } from '../../../call/participant.js';
import { hueOf } from '../../../controllers/hue.js';
import { initials } from '../../../controllers/initials.js';
import { nameOf } from '../../../i18n/names.js';
import type { Translate } from '../../../i18n/translate.js';
import { isScreen, screensOf } from '../screens.js';
import type { Box } from '../stage/box.js';
import { canvasTrack, type CanvasTrack } from './canvas-track.js';
import { FilmLayout } from './film-layout.js';

/** In pixels: what most cameras send, and no burden to a machine that has a call to carry. */
const WIDTH = 1280;
const HEIGHT = 720;
const GAP = 10;

/** Those of the dark theme, whatever the page wears: a film has no use for a light frame. */
const COLOURS = {
  back: '#16181b',
  tile: '#26292e',
  screen: '#000',
  text: '#fff',
  tag: 'rgb(20 22 26 / 0.72)',
  speaks: '#7eaaff',
};

/**
 * Everybody in one picture: a shared screen large and the faces beside it, else a grid. Whoever has no camera has a disc with
 * initials.
 */
export class RecordingPicture {
  readonly #canvas = document.createElement('canvas');
  readonly #context: CanvasRenderingContext2D;
  readonly #out: CanvasTrack;
  readonly #font: string;
  readonly #videos = new Map<string, HTMLVideoElement>();
  readonly #layout = new FilmLayout({ width: WIDTH - 2 * GAP, height: HEIGHT - 2 * GAP, gap: GAP });
  #boxes: ReadonlyMap<string, Box> = new Map();

  /** `font`: the family of all letters. */
  constructor(font: string) {
    Object.assign(this.#canvas, { width: WIDTH, height: HEIGHT });
    const context = this.#canvas.getContext('2d', { alpha: false });
    if (!context) throw new DOMException('The browser draws no pictures.', 'NotSupportedError');
    this.#context = context;
    this.#font = font;
    this.#out = canvasTrack(this.#canvas);
  }

  get track(): MediaStreamTrack {
    return this.#out.track;
  }

  /** How large somebody is in it, in pixels. */
  sizeOf(id: string): { width: number; height: number } | undefined {
    return this.#boxes.get(id);
  }

  /** Draws these people as they are now. */
  draw(people: readonly Participant[], text: Translate): void {
    // Whoever sees the film is somebody else: no screen is theirs.
    const anybody = people.map((one) => ({ ...one, local: false }));
    const screens = screensOf(anybody, text);
    const all = [...screens, ...people];
    this.#watch(all);
    const ids = screens.map(({ id }) => id);
    this.#boxes = this.#layout.boxes(ids, people, performance.now());
    const context = this.#context;
    context.fillStyle = COLOURS.back;
    context.fillRect(0, 0, WIDTH, HEIGHT);
    for (const one of all) {
      const box = this.#boxes.get(one.id);
      if (box) this.#drawTile(one, { ...box, x: box.x + GAP, y: box.y + GAP }, text);
    }
    this.#out.send();
  }

  /** Idempotent. */
  close(): void {
    this.#out.close();
    for (const video of this.#videos.values()) video.srcObject = null;
    this.#videos.clear();
  }

  /** A video of its own for everybody who has a picture: what the page shows of them comes and goes. */
  #watch(all: readonly Participant[]): void {
    const seen = new Map(all.filter(({ video }) => video).map((one) => [one.id, one.stream]));
    for (const [id, video] of this.#videos) {
      if (seen.get(id) === video.srcObject) continue;
      video.srcObject = null;
      this.#videos.delete(id);
    }
    for (const [id, stream] of seen) {
      if (this.#videos.has(id)) continue;
      const video = document.createElement('video');
      Object.assign(video, { muted: true, autoplay: true, playsInline: true, srcObject: stream });
      this.#videos.set(id, video);
    }
  }

  #drawTile(one: Participant, box: Box, text: Translate): void {
    const { x, y, width, height } = box;
    const context = this.#context;
    const screen = isScreen(one);
    context.save();
    context.beginPath();
    context.roundRect(x, y, width, height, Math.min(14, height / 8));
    context.clip();
    context.fillStyle = screen ? COLOURS.screen : COLOURS.tile;
    context.fillRect(x, y, width, height);
    const video = this.#videos.get(one.id);
    if (video && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.videoWidth) this.#drawVideo(video, box, screen);
    else this.#drawInitials(one, box);
    const name = nameOf(one.displayName, text);
    this.#drawName(name, box);
    if (one.speaking) {
      context.strokeStyle = COLOURS.speaks;
      context.lineWidth = 6;
      context.stroke();
    }
    context.restore();
  }

  /** A face fills its tile, a screen is shown whole. */
  #drawVideo(video: HTMLVideoElement, { x, y, width, height }: Box, whole: boolean): void {
    const { videoWidth, videoHeight } = video;
    const scales = [width / videoWidth, height / videoHeight];
    const scale = whole ? Math.min(...scales) : Math.max(...scales);
    const [wide, high] = [videoWidth * scale, videoHeight * scale];
    this.#context.drawImage(video, x + (width - wide) / 2, y + (height - high) / 2, wide, high);
  }

  #drawInitials({ displayName, id }: Participant, { x, y, width, height }: Box): void {
    const context = this.#context;
    const size = Math.min(64, Math.min(width, height) * 0.16);
    const name = displayName.trim();
    context.fillStyle = `oklch(0.5 0.11 ${hueOf(name || id)})`;
    context.beginPath();
    context.arc(x + width / 2, y + height / 2, size * 1.25, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = COLOURS.text;
    context.font = `600 ${size}px ${this.#font}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(initials(name), x + width / 2, y + height / 2, size * 2.2);
  }

  #drawName(name: string, { x, y, width, height }: Box): void {
    const context = this.#context;
    const size = Math.max(13, Math.min(20, height * 0.06));
    context.font = `500 ${size}px ${this.#font}`;
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    const most = width - 2 * size - 16;
    const shown = fitting(name, most, (part) => context.measureText(part).width);
    const tag = { x: x + 8, width: Math.min(most, context.measureText(shown).width) + size, height: size * 1.7 };
    const top = y + height - 8 - tag.height;
    context.fillStyle = COLOURS.tag;
    context.beginPath();
    context.roundRect(tag.x, top, tag.width, tag.height, 8);
    context.fill();
    context.fillStyle = COLOURS.text;
    context.fillText(shown, tag.x + size / 2, top + tag.height / 2);
    // What is stroked later is the edge of the tile.
    context.beginPath();
    context.roundRect(x, y, width, height, Math.min(14, height / 8));
  }
}

/** As many of the letters as have a place, in an order of their own (Unicode, FIRST STRONG ISOLATE). */
function fitting(name: string, most: number, widthOf: (part: string) => number): string {
  const letters = [...name];
  let shown = `\u2068${name}\u2069`;
  while (letters.length > 1 && widthOf(shown) > most) {
    letters.pop();
    shown = `\u2068${letters.join('').trimEnd()}…\u2069`;
  }
  return shown;
}
