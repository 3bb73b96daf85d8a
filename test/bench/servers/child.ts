import type { AddressInfo, Server } from 'node:net';

/** What the bench asks of a server's process. `measure` collects garbage first when `collect` is set. */
export type Question = { readonly ask: 'measure'; readonly collect: boolean };

/** What the process has used so far. */
export interface Usage {
  /** CPU time of the whole process, user and system, in ms. */
  readonly cpuMs: number;
  /** Resident memory, in bytes. */
  readonly rss: number;
  /** What JavaScript holds, on its heap and outside, in bytes. */
  readonly heap: number;
}

/** What the process says: first where it listens, then one answer a question. */
export type Answer = { readonly port: number } | Usage;

/** Makes this process a server of the bench: it listens on a free port, answers questions, and ends with its parent. */
export function serveBench(server: Server): void {
  server.listen({ port: 0, host: '0.0.0.0' }, () => announce(server));
}

/** The same for a server that listens already. */
export function announce(server: Server): void {
  process.on('disconnect', () => process.exit());
  process.on('message', ({ collect }: Question) => say(usage(collect)));
  say({ port: (server.address() as AddressInfo).port });
}

const say = (answer: Answer): void => void process.send?.(answer);

function usage(collect: boolean): Usage {
  // The second time takes what the finalizers of the first let go.
  for (let times = collect ? 2 : 0; times > 0; times -= 1) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { cpuMs: (user + system) / 1000, rss, heap: heapUsed + external };
}
