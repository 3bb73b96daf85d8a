import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';

/**
 * Somebody else's signaling endpoint: sends every text frame to everybody else on the same URL, and knows nothing of
 * us. The like of it stands in many a chat example.
 */
export class PlainRelay {
  readonly #sockets = new WebSocketServer({ noServer: true });
  readonly #rooms = new Map<string, Set<WebSocket>>();

  /** Serves the WebSockets of this HTTP server at the path and below it; others are left to others. */
  attach(server: Server, path: string): this {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const url = request.url ?? '/';
      if (!new RegExp(`^${path}([/?]|$)`).test(url)) return;
      this.#sockets.handleUpgrade(request, socket, head, (webSocket) => this.#enter(webSocket, url));
    });
    return this;
  }

  #enter(socket: WebSocket, url: string): void {
    const room = this.#rooms.get(url) ?? new Set();
    this.#rooms.set(url, room.add(socket));
    socket.on('message', (data, isBinary) => {
      if (!isBinary) for (const other of room) if (other !== socket) other.send((data as Buffer).toString('utf8'));
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => room.delete(socket));
  }

  /** Sends a frame to everybody on every URL, as a chatterer would who sits on the same socket. */
  say(frame: string | Buffer): void {
    for (const socket of this.#sockets.clients) socket.send(frame);
  }

  /** Ends every connection. */
  stop(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#sockets.close();
  }
}
