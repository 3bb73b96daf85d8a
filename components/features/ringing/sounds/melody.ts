/** What a tone tells: that somebody calls, or that it rings at the other side. */
export type ToneKind = 'ring' | 'ringback';

/** One note of a {@link Melody}. */
interface Note {
  /** When it begins, in s. */
  readonly at: number;
  /** How long it sounds, in s. */
  readonly length: number;
  /** In Hz. */
  readonly frequency: number;
  /** Fades like a bell that was struck, instead of holding its loudness to the end. */
  readonly struck: boolean;
}

/** What is heard again and again. */
interface Melody {
  /** From one beginning to the next, in s. */
  readonly period: number;
  /** Loudness of its loudest moment, from 0 to 1. */
  readonly level: number;
  readonly notes: readonly Note[];
}

/** Two bells, a major third apart (G5 and E5), which no voice and no ring-back is mistaken for. */
const struck = (at: number, frequency: number): Note => ({ at, length: 0.9, frequency, struck: true });
const G5 = 783.99;
const E5 = 659.26;

const MELODIES: Record<ToneKind, Melody> = {
  ring: { period: 3, level: 0.35, notes: [struck(0, G5), struck(0.22, E5), struck(0.66, G5), struck(0.88, E5)] },
  // The ringing tone of most of Europe: 425 Hz, one second of five (ITU-T E.180/Q.35, which recommends 400 to 450 Hz for
  // 0.67 to 1.5 s after a silence of 3 to 5 s).
  ringback: { period: 5, level: 0.12, notes: [{ at: 0, length: 1, frequency: 425, struck: false }] },
};

/** How long a note takes to come and to go, in s: shorter ones click. */
const EDGE = 0.012;
/** How much of a struck note is left after its length. */
const LEFT_OVER = 0.003;

/**
 * One period of a melody, to be played in a loop.
 *
 * @param sampleRate samples a second
 * @returns samples from -1 to 1, silence at both ends
 */
export function samplesOf(kind: ToneKind, sampleRate: number): Float32Array<ArrayBuffer> {
  const { period, level, notes } = MELODIES[kind];
  const samples = new Float32Array(Math.round(period * sampleRate));
  for (const note of notes) addNote(samples, note, sampleRate);
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  return samples.map((sample) => (sample / loudest) * level);
}

function addNote(samples: Float32Array, note: Note, sampleRate: number): void {
  const first = Math.round(note.at * sampleRate);
  const count = Math.round(note.length * sampleRate);
  for (let index = 0; index < count; index++) {
    const seconds = index / sampleRate;
    samples[first + index] = (samples[first + index] ?? 0) + waveOf(note, seconds) * loudnessOf(note, seconds);
  }
}

/** A pure tone; a bell has some of its octave, too. */
function waveOf({ frequency, struck }: Note, seconds: number): number {
  const phase = 2 * Math.PI * frequency * seconds;
  return Math.sin(phase) + (struck ? 0.35 * Math.sin(2 * phase) : 0);
}

function loudnessOf({ length, struck }: Note, seconds: number): number {
  const edges = Math.min(1, seconds / EDGE, (length - seconds) / EDGE);
  return struck ? edges * LEFT_OVER ** (seconds / length) : edges;
}
