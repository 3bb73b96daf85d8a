import { execFile, execFileSync, spawn } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync, write } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { atEnd, type Ending } from '../../support/at-end.js';

const run = promisify(execFile);

/** How long the server may take to answer for the first time, in ms. */
const PATIENCE_MS = 10_000;

/** What a microphone hears, in Hz. */
const RATE = 48_000;
/** A part of what is heard, in ms: one in five beeps. A tone without end would be taken for noise, and suppressed. */
const PART_MS = 100;
const TONE_HZ = 440;

/** Why tests with real microphones are left out, for the `skip` option of node:test; false where they can run. */
export const noSoundServer: string | false = ['pulseaudio', 'pactl'].every(isInstalled)
  ? false
  : 'no PulseAudio was found: apt-get install pulseaudio pulseaudio-utils';

function isInstalled(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * The sound of a machine without any: a PulseAudio of its own, with microphones that can be plugged in, pulled out and
 * muted while browsers use them. Each hears beeps. Browsers started while it runs use it.
 */
export class SoundServer {
  readonly #env: NodeJS.ProcessEnv;
  readonly #folder: string;
  readonly #microphones = new Map<string, Microphone>();

  private constructor(env: NodeJS.ProcessEnv, folder: string) {
    this.#env = env;
    this.#folder = folder;
  }

  /** Starts one with these microphones, the first being the default; it ends with the test. */
  static async start(test: Ending, ...microphones: string[]): Promise<SoundServer> {
    const folder = mkdtempSync(join(tmpdir(), 'call-room-sound-'));
    const socket = join(folder, 'socket');
    const env = { ...process.env, HOME: folder, XDG_RUNTIME_DIR: folder, PULSE_SERVER: `unix:${socket}` };
    const module = `module-native-protocol-unix socket=${socket} auth-anonymous=1`;
    const options = ['-n', '--daemonize=no', '--exit-idle-time=-1', '--disable-shm=true', '--use-pid-file=no', '-L', module];
    const server = spawn('pulseaudio', options, { env, stdio: 'ignore' });
    atEnd(test, async () => {
      server.kill();
      if (server.exitCode === null && server.signalCode === null) await new Promise((resolve) => server.once('exit', resolve));
      rmSync(folder, { recursive: true, force: true });
    });
    // Browsers inherit it.
    const before = process.env['PULSE_SERVER'];
    process.env['PULSE_SERVER'] = env.PULSE_SERVER;
    atEnd(test, () => {
      if (before === undefined) delete process.env['PULSE_SERVER'];
      else process.env['PULSE_SERVER'] = before;
      return Promise.resolve();
    });
    const sound = new SoundServer(env, folder);
    atEnd(test, () => Promise.resolve(sound.#microphones.forEach(silence)));
    await sound.#isUp();
    // Firefox hears nothing on a machine that can't play anything.
    await sound.#control('load-module', 'module-null-sink', 'sink_name=Speakers');
    for (const microphone of microphones) await sound.plug(microphone);
    const [first] = microphones;
    if (first !== undefined) await sound.#control('set-default-source', first);
    return sound;
  }

  /** Plugs in a microphone; the name must be one word. */
  async plug(name: string): Promise<void> {
    const pipe = join(this.#folder, name);
    const source = [`source_name=${name}`, `source_properties=device.description=${name}`];
    const format = ['format=s16le', `rate=${RATE}`, 'channels=1'];
    const module = await this.#control('load-module', 'module-pipe-source', `file=${pipe}`, ...source, ...format);
    this.#microphones.set(name, { module, ...beepInto(pipe) });
  }

  /** Pulls a microphone out. */
  async unplug(name: string): Promise<void> {
    const microphone = this.#microphones.get(name);
    if (!microphone) throw new TypeError(`No microphone is called ${name}`);
    this.#microphones.delete(name);
    silence(microphone);
    await this.#control('unload-module', microphone.module);
  }

  /** Mutes a microphone for every program, or gives it back. */
  async mute(name: string, muted: boolean): Promise<void> {
    await this.#control('set-source-mute', name, muted ? '1' : '0');
  }

  /**
   * How loud a tone is in what all programs play now, from 0 to 1, as the amplitude of that frequency alone.
   * @param hz of the tone
   */
  async loudness(hz: number): Promise<number> {
    const format = ['--format=s16le', `--rate=${RATE}`, '--channels=1', '--latency-msec=20'];
    const recorder = spawn('parec', ['--device=Speakers.monitor', '--raw', ...format], { env: this.#env });
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of recorder.stdout as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= RATE) break;
    }
    recorder.kill();
    return amplitude(Buffer.concat(chunks).subarray(0, RATE), hz);
  }

  async #isUp(): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        await this.#control('info');
        return;
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await sleep(50);
      }
    }
  }

  async #control(...command: string[]): Promise<string> {
    return (await run('pactl', command, { env: this.#env })).stdout.trim();
  }
}

interface Sound {
  pipe: number;
  timer: ReturnType<typeof setInterval>;
}

/** `module` is how the server calls it. */
interface Microphone extends Sound {
  module: string;
}

/** Of one frequency in samples of 16 bits; the Fourier coefficient of it. */
function amplitude(samples: Buffer, hz: number): number {
  const count = samples.length / 2;
  let real = 0;
  let imaginary = 0;
  for (let at = 0; at < count; at++) {
    const sample = samples.readInt16LE(2 * at) / 32_768;
    real += sample * Math.cos((2 * Math.PI * hz * at) / RATE);
    imaginary += sample * Math.sin((2 * Math.PI * hz * at) / RATE);
  }
  return (2 * Math.hypot(real, imaginary)) / count;
}

function beepInto(path: string): Sound {
  const samples = (RATE * PART_MS) / 1000;
  const beep = Buffer.alloc(2 * samples);
  for (let at = 0; at < samples; at++) {
    beep.writeInt16LE(Math.round(8000 * Math.sin((2 * Math.PI * TONE_HZ * at) / RATE)), 2 * at);
  }
  const pause = Buffer.alloc(beep.length);
  const pipe = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  let part = 0;
  // Nobody may be listening; then the pipe is full, and the rest is not heard.
  const timer = setInterval(() => write(pipe, part++ % 5 === 0 ? beep : pause, () => undefined), PART_MS);
  return { pipe, timer };
}

function silence({ pipe, timer }: Sound): void {
  clearInterval(timer);
  closeSync(pipe);
}
