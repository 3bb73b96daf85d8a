import { ACTIVATIONS } from '../activations.js';
import { samplesOf, type ToneKind } from './melody.js';

export type { ToneKind };

/**
 * How long a browser may take until its Web Audio sounds, in ms. Where it holds sound back, it says nothing at all: the
 * promise of `resume()` waits for a tap or key (Web Audio, "allowed to start"). Measured: some 20 to 100 until it runs.
 */
const PATIENCE = 1000;

/** 425 Hz and two octaves above G5 need no more. */
const SAMPLE_RATE = 24_000;

/**
 * A sound that goes on until it is stopped: the ring tone of who is called, or the ring-back of who calls.
 *
 * Where the browser holds sound back until somebody touches the page, it begins with that touch, unless it was stopped
 * before.
 */
export class Tone {
  readonly #kind: ToneKind;
  readonly #source: string | undefined;
  /** From start to stop. */
  #playing: AbortController | undefined;
  #started: Promise<boolean> = Promise.resolve(false);

  /** @param source URL of a sound to be heard instead of the built-in one; that one is heard where it can't be played */
  constructor(kind: ToneKind, source?: string) {
    this.#kind = kind;
    this.#source = source || undefined;
  }

  /**
   * Begins; does nothing while it sounds.
   *
   * @returns false: the browser holds sound back, or has none to give, so that the person has to be told in another way. Also
   *   false when it was stopped meanwhile.
   */
  start(): Promise<boolean> {
    if (!this.#playing) {
      this.#playing = new AbortController();
      this.#started = this.#begin(this.#playing.signal);
    }
    return this.#started;
  }

  /** Falls silent at once, and lets go of everything. */
  stop(): void {
    this.#playing?.abort();
    this.#playing = undefined;
  }

  async #begin(signal: AbortSignal): Promise<boolean> {
    const heard = this.#source ? await playFile(this.#source, signal) : undefined;
    return (heard ?? (await playMelody(this.#kind, signal))) && !signal.aborted;
  }
}

/** @returns whether it is heard, or undefined if it can't be played at all */
async function playFile(source: string, signal: AbortSignal): Promise<boolean | undefined> {
  const player = new Audio(source);
  player.loop = true;
  signal.addEventListener('abort', () => silence(player));
  try {
    await player.play();
    return true;
  } catch (error) {
    // AbortError: it was stopped before it began.
    if (signal.aborted) return false;
    if ((error as DOMException).name !== 'NotAllowedError') return undefined;
    // Not allowed again, or removed meanwhile: the next tap or key, if any, tries anew.
    onActivation(signal, () => void player.play().catch(() => {}));
    return false;
  }
}

function silence(player: HTMLAudioElement): void {
  player.pause();
  // Without a source, the browser lets go of the connection and of what it has loaded.
  player.removeAttribute('src');
  player.load();
}

/** In a loop of samples, so that no timer is needed, which browsers delay on hidden pages. */
async function playMelody(kind: ToneKind, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  const context = newContext();
  if (!context) return false;
  signal.addEventListener('abort', () => void context.close());
  const samples = samplesOf(kind, SAMPLE_RATE);
  const buffer = context.createBuffer(1, samples.length, SAMPLE_RATE);
  buffer.copyToChannel(samples, 0);
  const loop = new AudioBufferSourceNode(context, { buffer, loop: true });
  loop.connect(context.destination);
  loop.start();
  if (await isRunning(context, signal)) return true;
  // Refused if it was closed meanwhile: then nobody waits for it.
  onActivation(signal, () => void context.resume().catch(() => {}));
  return false;
}

/** @returns undefined where the browser has none to give, as when the page has too many, or audio is switched off */
function newContext(): AudioContext | undefined {
  try {
    return new AudioContext();
  } catch {
    // A call must not fail because it can't be heard ringing: `start()` tells.
    return undefined;
  }
}

/** Whether it sounds, once that is known. */
function isRunning(context: AudioContext, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const tell = (): void => {
      clearTimeout(timer);
      resolve(context.state === 'running');
    };
    const timer = setTimeout(tell, PATIENCE);
    signal.addEventListener('abort', tell);
    context.addEventListener('statechange', tell, { signal });
    // Refused by a closed context only, whose closing has told already.
    context.resume().then(tell, () => {});
  });
}

function onActivation(signal: AbortSignal, act: () => void): void {
  for (const type of ACTIVATIONS) addEventListener(type, act, { signal, capture: true, passive: true });
}
