import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const WIDTH = 160;
const HEIGHT = 120;
const FRAMES_PER_SECOND = 10;
const SECONDS = 2;

/**
 * A film for Chromium's fake camera: a bright bar that wanders over a dark ground, for ever. At 160 × 120 and ten
 * frames a second a call of four takes one processor; with the built-in film it would take nearly two.
 *
 * @returns the path of a .y4m file (YUV4MPEG2), made once per machine
 */
export function smallCamera(): string {
  const path = join(tmpdir(), `call-room-camera-${WIDTH}x${HEIGHT}x${FRAMES_PER_SECOND}.y4m`);
  if (existsSync(path)) return path;
  // Another process may be doing the same: whoever comes last wins, with the same content.
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, film());
  renameSync(unfinished, path);
  return path;
}

function film(): Buffer {
  const count = FRAMES_PER_SECOND * SECONDS;
  const frames = Array.from({ length: count }, (_, index) => frame(Math.floor((index / count) * (WIDTH - 16))));
  const header = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES_PER_SECOND}:1 Ip A1:1 C420jpeg\n`;
  return Buffer.concat([Buffer.from(header), ...frames.flatMap((data) => [Buffer.from('FRAME\n'), data])]);
}

/** One frame: a plane of luma, then two of chroma at half the size, all grey. */
function frame(bar: number): Buffer {
  const data = Buffer.alloc((WIDTH * HEIGHT * 3) / 2, 128);
  data.fill(60, 0, WIDTH * HEIGHT);
  for (let row = 0; row < HEIGHT; row += 1) data.fill(220, row * WIDTH + bar, row * WIDTH + bar + 16);
  return data;
}
