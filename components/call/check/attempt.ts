/**
 * Something that ends by itself, by the clock or by a signal, and leaves nothing behind.
 *
 * @param timeoutMs the most that it may take
 * @param signal ends it; the attempt then rejects with the signal's reason
 * @param begin starts it. `settle` ends it with a result; `life` is aborted at the end, whatever that is: hang listeners
 *   on it, and close there what was opened.
 * @returns the result, or undefined when the time was over first
 */
export async function attempt<Result>(
  timeoutMs: number,
  signal: AbortSignal,
  begin: (settle: (result: Result) => void, life: AbortSignal) => void | Promise<void>,
): Promise<Result | undefined> {
  signal.throwIfAborted();
  const life = new AbortController();
  try {
    return await new Promise<Result | undefined>((resolve, reject) => {
      const fail = (reason: unknown): void => {
        reject(reason instanceof Error ? reason : new Error(String(reason)));
      };
      const timer = setTimeout(() => resolve(undefined), timeoutMs);
      life.signal.addEventListener('abort', () => clearTimeout(timer));
      signal.addEventListener('abort', () => fail(signal.reason), { signal: life.signal });
      // What fails after the end, because all was closed under it, has nobody to tell.
      Promise.resolve(begin(resolve, life.signal)).catch(fail);
    });
  } finally {
    life.abort();
  }
}

/** Waits, in ms, unless the signal ends it. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await attempt(ms, signal, () => {});
}
