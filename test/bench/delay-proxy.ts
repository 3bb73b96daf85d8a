import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What the delay applies to. */
export interface Delay {
  /** How much later each chunk arrives, in each direction, in ms. */
  readonly ms: number;
  /**
   * Whether the WebSocket's upgrade request and the head of its answer are delayed too, as by a real network. Without
   * it only messages are.
   */
  readonly upgrade: boolean;
}

/** Ends the head of an HTTP request or answer (RFC 9112, 2.1). */
const HEAD_END = '\r\n\r\n';

/** A longer way to a server on this machine: a TCP proxy through which everything takes longer, in order. */
export class DelayProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  /** Call {@link startDelayProxy} instead. */
  constructor(targetPort: number, delay: Delay) {
    this.#server = createServer((client) => {
      const target = connect({ port: targetPort, host: '127.0.0.1' });
      this.#forward(client, target, delay);
      this.#forward(target, client, delay);
    });
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  listen(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #forward(from: Socket, to: Socket, { ms, upgrade }: Delay): void {
    this.#sockets.add(from);
    from.setNoDelay(true);
    let isHead = !upgrade;
    // Timers of the same length fire in the order in which they were set (Node keeps one list for each length).
    const later = (act: () => void): void => void setTimeout(act, ms);
    from.on('data', (chunk) => {
      if (isHead) {
        const end = chunk.indexOf(HEAD_END);
        const head = end < 0 ? chunk : chunk.subarray(0, end + HEAD_END.length);
        to.write(head);
        isHead = end < 0;
        if (head.length === chunk.length) return;
        chunk = chunk.subarray(head.length);
      }
      later(() => to.writable && to.write(chunk));
    });
    from.on('end', () => later(() => to.end()));
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.#sockets.delete(from);
      later(() => to.destroy());
    });
  }
}

/** Starts a proxy on a free port, to a port of this machine. */
export async function startDelayProxy(targetPort: number, delay: Delay): Promise<DelayProxy> {
  const proxy = new DelayProxy(targetPort, delay);
  await proxy.listen();
  return proxy;
}
