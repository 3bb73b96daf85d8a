import { isActive } from '../../call/call-state.js';
import type { RoomElement } from '../../controllers/room-registry.js';

/**
 * Keeps the screen on during a call (W3C Screen Wake Lock). Browsers let go of it with each page that is not to be seen, and give it
 * again when asked; where they don't give it, as with a battery that runs out, the screen goes off as ever.
 */
export class WakeLock {
  readonly #room: RoomElement;
  #lock: WakeLockSentinel | undefined;
  #asking = false;

  constructor(room: RoomElement) {
    this.#room = room;
    // For the life of both: neither outlives the other.
    room.call.addEventListener('statechange', () => void this.#settle());
    void this.#settle();
  }

  /** True while it makes sense to ask, or to have it. */
  get #isWanted(): boolean {
    return isActive(this.#room.call.state);
  }

  readonly #onVisibility = (): void => void this.#settle();

  async #settle(): Promise<void> {
    if (!this.#isWanted) return this.#release();
    document.addEventListener('visibilitychange', this.#onVisibility);
    const isHeld = this.#lock && !this.#lock.released;
    if (isHeld || this.#asking || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    this.#asking = true;
    this.#lock = await navigator.wakeLock.request('screen').catch(() => undefined);
    this.#asking = false;
    if (!this.#isWanted) await this.#release();
  }

  async #release(): Promise<void> {
    // A document outlives its rooms, and would keep them.
    document.removeEventListener('visibilitychange', this.#onVisibility);
    const lock = this.#lock;
    this.#lock = undefined;
    await lock?.release();
  }
}
