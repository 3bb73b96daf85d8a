import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a fake camera films. */
export interface Film {
  width: number;
  height: number;
  framesPerSecond: number;
  /** Every picture differs from the one before, all over: no bitrate is ever enough. */
  restless?: boolean;
}

const SECONDS = 2;

/**
 * A film for Chromium's fake camera: a bright bar that wanders over a dark ground, for ever. At 160 × 120 and ten
 * frames a second a call of four takes one processor; with the built-in film it would take nearly two.
 *
 * @returns the path of a .y4m file (YUV4MPEG2), made once per machine
 */
export const smallCamera = (): string => camera({ width: 160, height: 120, framesPerSecond: 10 });

/** The same in other sizes. */
export function camera(film: Film): string {
  const { width, height, framesPerSecond, restless = false } = film;
  const path = join(tmpdir(), `call-room-camera-${width}x${height}x${framesPerSecond}${restless ? '-restless' : ''}.y4m`);
  if (existsSync(path)) return path;
  // Another process may be doing the same: whoever comes last wins, with the same content.
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, exposed(film));
  renameSync(unfinished, path);
  return path;
}

function exposed({ width, height, framesPerSecond, restless }: Film): Buffer {
  const count = framesPerSecond * SECONDS;
  const frames = Array.from({ length: count }, (_, index) => frame(width, height, Math.floor((index / count) * (width - 16))));
  if (restless) for (const data of frames) shake(data, width, height);
  const header = `YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`;
  return Buffer.concat([Buffer.from(header), ...frames.flatMap((data) => [Buffer.from('FRAME\n'), data])]);
}

/** One frame: a plane of luma, then two of chroma at half the size, all grey. */
function frame(width: number, height: number, bar: number): Buffer {
  const data = Buffer.alloc((width * height * 3) / 2, 128);
  data.fill(60, 0, width * height);
  for (let row = 0; row < height; row += 1) data.fill(220, row * width + bar, row * width + bar + 16);
  return data;
}

/** The side of a square, in pixels. */
const SQUARE = 32;
/** Steps of grey by which squares differ at most. */
const DIFFERENCE = 64;

/** Squares, each of its own brightness in each picture. */
function shake(data: Buffer, width: number, height: number): void {
  const columns = Math.ceil(width / SQUARE);
  const squares = randomBytes(columns * Math.ceil(height / SQUARE));
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const square = squares[Math.floor(row / SQUARE) * columns + Math.floor(column / SQUARE)] ?? 0;
      const index = row * width + column;
      data[index] = Math.min(255, (data[index] ?? 0) + (square % DIFFERENCE));
    }
  }
}
