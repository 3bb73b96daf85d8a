import { EXTRAS, parseMessage, type Receiver } from '../../../signaling/protocol/index.js';
import type { Companion, Stay } from '../companion.js';
import type { Link } from '../transport.js';
import { Line } from './line.js';

/** What travels here: one of the messages in the protocol's `…-messages.ts`. */
interface Message {
  type: string;
}

/** One who reads messages of some types. */
type Reader = (data: unknown, peer: string) => boolean;

/**
 * What passes between people besides sound and picture, over a second data channel of each link, which both sides make as soon as
 * they have loaded this. So a peer is spoken to once it has said, over the first channel, that it listens.
 *
 * Knows no message of its own: whoever wants to say something brings a {@link Receiver} for it.
 */
export class Exchange {
  readonly #readers: Reader[] = [];
  readonly #greeters: ((peer: string) => void)[] = [];
  #lines = new Map<string, { link: Link; line: Line; isReady: boolean }>();
  #stay: Stay | undefined;

  /** Who can be told something. */
  get peers(): string[] {
    return [...this.#lines].flatMap(([peer, { isReady }]) => (isReady ? peer : []));
  }

  /** The stay in a room that is under way. */
  get stay(): Stay | undefined {
    return this.#stay;
  }

  /** Has messages of these types read, from everybody. They are checked; what they mean is still a stranger's word. */
  read<Read extends Message>(receiver: Receiver<Read>, onMessage: (message: Read, peer: string) => void): void {
    this.#readers.push((data, peer) => {
      const parsed = parseMessage(data, receiver);
      if (parsed.ok) onMessage(parsed.message, peer);
      return parsed.ok;
    });
  }

  /** Calls `greet` for each peer that can be told something from now on, again after each new link: the place to say what is so. */
  greet(greet: (peer: string) => void): void {
    this.#greeters.push(greet);
    for (const peer of this.peers) greet(peer);
  }

  /**
   * Tells one peer, or all who listen. Resolves once there is room for more; at once where nobody listens.
   */
  async tell<Said extends Message>(message: Said, to?: string): Promise<void> {
    const data = JSON.stringify(message);
    const peers = this.peers.filter((peer) => to === undefined || peer === to);
    await Promise.all(peers.map((peer) => this.#lines.get(peer)?.line.send(data) ?? Promise.resolve()));
  }

  /** A stay begins. */
  open(stay: Stay): Companion {
    this.#stay = stay;
    for (const peer of stay.transport.links.keys()) this.#prepare(peer);
    return {
      onReady: (peer) => this.#prepare(peer),
      onGone: (peer) => this.#forget(peer),
      onUnread: (data, peer) => {
        if (peer !== undefined && parseMessage(data, EXTRAS).ok) this.#onListening(peer);
      },
      close: () => {
        for (const { line } of this.#lines.values()) line.close();
        this.#lines.clear();
        this.#stay = undefined;
      },
    };
  }

  /** Makes the channel, and says so. A link that is not open yet is told when it is. */
  #prepare(peer: string): void {
    const link = this.#stay?.transport.links.get(peer);
    if (!link) return;
    const known = this.#lines.get(peer);
    if (known?.link !== link) {
      known?.line.close();
      const line = new Line(link.connection, (data) => this.#onData(data, peer));
      this.#lines.set(peer, { link, line, isReady: false });
    }
    this.#announce(peer);
  }

  #forget(peer: string): void {
    this.#lines.get(peer)?.line.close();
    this.#lines.delete(peer);
  }

  #announce(peer: string): void {
    this.#stay?.transport.links.get(peer)?.tell({ type: 'extras' });
  }

  #onListening(peer: string): void {
    const link = this.#stay?.transport.links.get(peer);
    if (this.#lines.get(peer)?.link !== link) this.#prepare(peer);
    const known = this.#lines.get(peer);
    if (!known || known.isReady) return;
    known.isReady = true;
    // They may not have listened when we said it first.
    this.#announce(peer);
    for (const greet of this.#greeters) greet(peer);
  }

  #onData(data: unknown, peer: string): void {
    this.#readers.some((read) => read(data, peer));
  }
}
