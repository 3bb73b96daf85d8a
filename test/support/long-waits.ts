/** So long is what nobody waits for in a test, in ms. */
const LONG = 60_000;

/** As browsers have it; Node's types are about as well. */
interface Timers {
  setTimeout: (act: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => number;
  clearTimeout: (id?: number) => void;
}

/** Waits of minutes, which are over when a test says so. */
export interface LongWaits {
  /** How many are under way. */
  readonly count: number;
  /** How many have begun so far. */
  readonly begun: number;
  /** All of them are over. */
  end(): void;
  /** Time is as it was. */
  restore(): void;
}

/** Has waits of {@link LONG} ms and more end when {@link LongWaits.end} is called, and all others as always. */
export function holdLongWaits(): LongWaits {
  const timers = window as unknown as Timers;
  const { setTimeout, clearTimeout } = timers;
  const waits = new Map<number, () => void>();
  let begun = 0;
  timers.setTimeout = (act, ms = 0, ...args) => {
    if (ms < LONG) return setTimeout.call(window, act, ms, ...args);
    begun += 1;
    waits.set(-begun, () => act(...args));
    return -begun;
  };
  timers.clearTimeout = (id = 0) => {
    if (!waits.delete(id)) clearTimeout.call(window, id);
  };
  return {
    get count() {
      return waits.size;
    },
    get begun() {
      return begun;
    },
    end: () => {
      for (const [id, act] of [...waits]) {
        waits.delete(id);
        act();
      }
    },
    restore: () => {
      Object.assign(timers, { setTimeout, clearTimeout });
    },
  };
}
