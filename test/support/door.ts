import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/**
 * Stands before a WebSocket endpoint of an HTTP server, so that a test can make the network misbehave: break every
 * connection, silence it, refuse new ones, let them in again. The endpoint behind it notices nothing but what a network does.
 */
export class Door {
  readonly #server: Server;
  readonly #path: string;
  readonly #sockets = new Set<Duplex>();
  #open = true;

  /**
   * Make it before or after the endpoint attaches itself: it is always the first to see a request.
   * @param path of the endpoint; what lies below it belongs to it
   */
  constructor(server: Server, path: string) {
    this.#server = server;
    this.#path = path;
    server.prependListener('upgrade', this.#onUpgrade);
  }

  readonly #onUpgrade = (request: IncomingMessage, socket: Duplex): void => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname !== this.#path && !pathname.startsWith(`${this.#path}/`)) return;
    if (!this.#open) {
      // `ws` leaves a destroyed socket alone.
      socket.destroy();
      return;
    }
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
  };

  /** How many connections are open. */
  get count(): number {
    return this.#sockets.size;
  }

  /** Breaks every connection, without the farewell of a close frame. Clients may come back at once. */
  drop(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /**
   * From now on nothing passes any more on the connections that are open, either way, and they stay open: half-open, as
   * after a change of network. Whoever comes anew is not concerned.
   */
  stall(): void {
    for (const socket of this.#sockets) {
      // The kernel goes on acknowledging what it takes in, and nobody reads it; what is written waits for ever.
      socket.pause();
      socket.cork();
    }
  }

  /** Refuses whoever comes, until {@link accept}. Who is in stays in. */
  refuse(): void {
    this.#open = false;
  }

  /** Lets everybody in again. */
  accept(): void {
    this.#open = true;
  }

  /** Takes the door away. */
  remove(): void {
    this.#server.off('upgrade', this.#onUpgrade);
  }
}
