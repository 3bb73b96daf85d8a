import { toSpeaker } from '../../call/extras/output-players.js';

/** The notes, in Hz: a major third up, which nobody takes for an alarm. */
const NOTES = [523.25, 659.25];
/** Of each note, in s. */
const LENGTH = 0.35;
/** How long a machine may take to begin, in ms: without any output, Firefox never does. */
const PATIENCE_MS = 3000;
/** How loud, of 1. */
const LOUDNESS = 0.2;

/**
 * Plays two notes through a speaker, as a call would be played: by an `<audio>`, without any file. To be called in the handler
 * of a click or key.
 *
 * @param deviceId empty: the browser's choice
 * @returns false when the browser can't play there
 */
export async function testSpeaker(deviceId: string): Promise<boolean> {
  const context = new AudioContext();
  const output = context.createMediaStreamDestination();
  const player = new Audio();
  player.srcObject = output.stream;
  try {
    if (!(await toSpeaker(player, deviceId))) return false;
    const begun = Promise.all([context.resume(), player.play()]).then(() => true);
    if (!(await Promise.race([begun, late()]))) return false;
    await play(context, output);
    return true;
  } catch (error) {
    // NotAllowedError: the browser holds sound back all the same.
    if (error instanceof DOMException) return false;
    throw error;
  } finally {
    player.srcObject = null;
    await context.close();
  }
}

const late = (): Promise<false> => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, false));

/** Resolves when the last note has faded away. */
function play(context: AudioContext, output: AudioNode): Promise<void> {
  const notes = NOTES.map((frequency, index) => {
    const begin = context.currentTime + 0.1 + index * LENGTH;
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.setValueAtTime(0, begin);
    gain.gain.linearRampToValueAtTime(LOUDNESS, begin + 0.02);
    gain.gain.linearRampToValueAtTime(0, begin + LENGTH);
    const note = new OscillatorNode(context, { frequency });
    note.connect(gain).connect(output);
    note.start(begin);
    note.stop(begin + LENGTH);
    return note;
  });
  return new Promise((resolve) => notes.at(-1)?.addEventListener('ended', () => resolve(), { once: true }));
}
