import { UPKEEP_TIMING as TIMING } from './timing.js';

/**
 * A level from here on is speech: about −34 dBFS. The background noise that noise suppression leaves lies below
 * −50 dBFS, speech at arm's length around −25.
 */
const SPEECH_LEVEL = 0.02;

/** Who speaks, from levels that the peer connections measure anyway: no second capture, no audio context. */
export class SpeakingMonitor {
  #levels: () => ReadonlyMap<string, number>;
  #report: (speaking: ReadonlySet<string>) => void;
  #lastHeard = new Map<string, number>();
  #timer: ReturnType<typeof setInterval>;

  /**
   * @param levels each person's level now, 0 to 1
   * @param report called after each look with the ids of those who speak
   */
  constructor(levels: () => ReadonlyMap<string, number>, report: (speaking: ReadonlySet<string>) => void) {
    this.#levels = levels;
    this.#report = report;
    this.#timer = setInterval(() => this.#look(), TIMING.speaking);
  }

  /** Idempotent. */
  close(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const levels = this.#levels();
    const now = Date.now();
    for (const [id, level] of levels) if (level >= SPEECH_LEVEL) this.#lastHeard.set(id, now);
    for (const [id, heard] of this.#lastHeard) {
      if (now - heard > TIMING.speakingHold || !levels.has(id)) this.#lastHeard.delete(id);
    }
    this.#report(new Set(this.#lastHeard.keys()));
  }
}
