import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const RATE = 48_000;
/** Of one tone, in samples: two of them, in turn, are no hum that a browser would take out as noise. */
const TONE = RATE / 10;
const TONES_HZ = [440, 660] as const;
const AMPLITUDE = 8000;

/**
 * A sound without any pause, for ever. Chromium's own fake microphone beeps now and then: the wait for the next beep would be
 * most of what the first sound takes.
 *
 * @returns the path of a .wav file, made once per machine
 */
export function steadyMicrophone(): string {
  const path = join(tmpdir(), `call-room-microphone-${RATE}.wav`);
  if (existsSync(path)) return path;
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, wave(TONES_HZ.flatMap(tone)));
  renameSync(unfinished, path);
  return path;
}

const tone = (hertz: number): number[] =>
  Array.from({ length: TONE }, (_, index) => Math.round(AMPLITUDE * Math.sin((2 * Math.PI * hertz * index) / RATE)));

/** One channel of 16 bits a sample (RIFF/WAVE). */
function wave(samples: readonly number[]): Buffer {
  const bytes = samples.length * 2;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + bytes, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(bytes, 40);
  const body = Buffer.alloc(bytes);
  samples.forEach((sample, index) => body.writeInt16LE(sample, index * 2));
  return Buffer.concat([head, body]);
}
