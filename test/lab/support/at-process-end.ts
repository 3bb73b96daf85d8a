const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const actions = new Set<() => void>();
let listens = false;

/**
 * Does something when this process ends before its time: what stands outside of it would stay. The action must be
 * idempotent and can't wait for anything.
 */
export function atProcessEnd(action: () => void): void {
  actions.add(action);
  if (listens) return;
  listens = true;
  process.once('exit', actAll);
  for (const signal of SIGNALS) {
    process.once(signal, () => {
      actAll();
      process.kill(process.pid, signal);
    });
  }
}

function actAll(): void {
  for (const action of actions) action();
}
