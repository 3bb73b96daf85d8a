import { attempt } from './attempt.js';
import { passed, skipped, warning, type Finding } from './check-report.js';
import { Loopback, statsOf } from './loopback.js';
import { CHECK_TIMING as TIMING } from './timing.js';

/** Energy (level² × s) that only a voice or a noise has: a third of a second of speech at −25 dBFS. */
const HEARD = 1e-3;
/**
 * The mean level (0–1, −80 dBFS) below which a microphone sends nothing at all. The noise of any open microphone is louder:
 * this is three steps of a 16-bit sample. Encoder and decoder leave about 1e-5 of perfect silence (measured).
 */
const SILENT = 1e-4;

/** A microphone's energy, and over which time. */
interface Loudness {
  energy: number;
  seconds: number;
}

/**
 * Does the microphone send more than silence? Measured as a call would: it is sent to another peer connection of this
 * page, and both tell its level. An `AudioContext` would need a click before, and a sound card.
 */
export async function checkSound(track: MediaStreamTrack, signal: AbortSignal): Promise<Finding> {
  if (typeof RTCPeerConnection === 'undefined') return skipped('sound-unmeasured');
  let loudness: Loudness = { energy: 0, seconds: 0 };
  const unmeasured = await attempt<boolean>(TIMING.loopback + TIMING.sound, signal, async (settle, life) => {
    const loop = new Loopback({ iceServers: [] }, life);
    loop.near.addTrack(track);
    const giveUp = setTimeout(() => settle(true), TIMING.loopback);
    life.addEventListener('abort', () => clearTimeout(giveUp));
    if (!(await loop.connect())) return settle(true);
    clearTimeout(giveUp);
    const began = performance.now();
    while (!life.aborted) {
      loudness = { energy: await energyOf(loop), seconds: (performance.now() - began) / 1000 };
      if (loudness.energy >= HEARD || loudness.seconds * 1000 >= TIMING.sound) return settle(false);
      await new Promise((resolve) => setTimeout(resolve, TIMING.soundLook));
    }
  });
  if (unmeasured !== false) return skipped('sound-unmeasured');
  const level = Math.sqrt(loudness.energy / loudness.seconds);
  if (level < SILENT) return warning('sound-silent');
  const levelDb = Math.min(0, Math.round(20 * Math.log10(level)));
  return passed(loudness.energy >= HEARD ? 'sound-heard' : 'sound-faint', { levelDb });
}

/** Chromium and Safari tell it at the sender, Firefox at the receiver alone (W3C webrtc-stats, `totalAudioEnergy`). */
async function energyOf({ near, far }: Loopback): Promise<number> {
  const stats = [...(await statsOf(near)), ...(await statsOf(far))];
  return Math.max(0, ...stats.map(({ totalAudioEnergy = 0 }) => totalAudioEnergy));
}
