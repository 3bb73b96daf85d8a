/**
 * How long nothing may move before the way of a file is given up, in ms: as long as a network may be away and come back, by all
 * the restarts of ICE that there are. At less than 30 kbit/s nobody waits for a file.
 */
export const STILL = 60_000;

/**
 * How long a receiver waits for a sender to begin, or to say that others come first, in ms; and how often a sender says so, in ms: some
 * of it may come late, as pages that nobody sees are slow.
 */
export const NOT_BEGUN = 120_000;
export const REASSURE = 30_000;

/** What is waited for, and what ends that. */
export interface Patience {
  readonly channel: RTCDataChannel;
  readonly signal: AbortSignal;
  /** What the event comes from, where that is not the channel. */
  readonly target?: EventTarget;
}

/**
 * Waits for an event of a channel, or of what has to do with it.
 * @throws the reason of the signal, or a `DOMException`: `NetworkError` when the channel ends, `TimeoutError` when nothing comes
 */
export function patient(type: string, { channel, signal, target = channel }: Patience): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const life = new AbortController();
    const settle = (act: () => void) => (): void => {
      clearTimeout(timer);
      life.abort();
      act();
    };
    const fail = (name: string, words: string): (() => void) => settle(() => reject(new DOMException(words, name)));
    const timer = setTimeout(fail('TimeoutError', 'Nothing moves any more.'), STILL);
    const once = { signal: life.signal };
    target.addEventListener(type, settle(resolve), once);
    channel.addEventListener('close', fail('NetworkError', 'The channel has ended.'), once);
    signal.addEventListener(
      'abort',
      settle(() => reject(signal.reason as Error)),
      once,
    );
  });
}

/**
 * Waits for whatever ends a transfer from without.
 * @throws the reason of the signal, or a `DOMException`, `TimeoutError`, when nothing does
 */
export function verdict(signal: AbortSignal, patienceMs = STILL): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.throwIfAborted();
    const timer = setTimeout(() => reject(new DOMException('No word of it.', 'TimeoutError')), patienceMs);
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
