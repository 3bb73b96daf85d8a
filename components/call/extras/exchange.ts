import { BOUNDS, checkMessage, EXTRAS, parseMessage, type Receiver } from '../../../signaling/protocol/index.js';
import type { Call } from '../call.js';
import type { Companion, Stay } from '../companion.js';
import type { Link } from '../transport.js';
import { Line } from './line.js';

/** What travels here: one of the messages in the protocol's `…-messages.ts`. */
interface Message {
  type: string;
}

/** How many messages wait for a peer that does not listen yet: it loads its part of this a second after it has joined. */
const MOST_HELD = 50;

/** One who reads messages of some types. */
type Reader = (value: unknown, peer: string) => boolean;

/**
 * What passes between people besides sound and picture, over a second data channel of each link, which both sides make as soon as
 * they have loaded this. So a peer is spoken to once it has said, over the first channel, that it listens.
 *
 * Knows no message of its own: whoever wants to say something brings a {@link Receiver} for it.
 */
export class Exchange {
  readonly #readers: Reader[] = [];
  readonly #greeters: ((peer: string) => void)[] = [];
  /** The labels of channels that peers may open. */
  readonly #labels = new Set<string>();
  #lines = new Map<string, { link: Link; line: Line; isReady: boolean; held: string[] }>();
  #stay: Stay | undefined;
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

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
    this.#readers.push((value, peer) => {
      const parsed = checkMessage(value, receiver);
      if (parsed.ok) onMessage(parsed.message, peer);
      return parsed.ok;
    });
  }

  /** Calls `greet` for each peer that can be told something from now on, again after each new link: the place to say what is so. */
  greet(greet: (peer: string) => void): void {
    this.#greeters.push(greet);
    for (const peer of this.peers) greet(peer);
  }

  /** Leaves channels of this label open that peers announce (`datachannel`); all others are closed, of which nobody knows what they are for. */
  expect(label: string): void {
    this.#labels.add(label);
  }

  /**
   * Tells one peer, or all who listen. Resolves once there is room for more; at once where nobody listens.
   * @param holds whether those who are linked, but do not listen yet, hear of it once they do: what `greet` does not tell them
   */
  async tell<Said extends Message>(message: Said, to?: string, holds = false): Promise<void> {
    const data = JSON.stringify(message);
    const lines = to === undefined ? [...this.#lines.values()] : [this.#lines.get(to)];
    const sending: Promise<void>[] = [];
    for (const one of lines) {
      if (one?.isReady) sending.push(one.line.send(data));
      else if (holds && one && one.held.length < MOST_HELD) one.held.push(data);
    }
    await Promise.all(sending);
  }

  /** A stay begins. */
  open(stay: Stay): Companion {
    this.#stay = stay;
    this.#call.addEventListener('participantleft', this.#onLeft);
    for (const peer of stay.transport.links.keys()) this.#prepare(peer);
    return {
      onReady: (peer) => this.#prepare(peer),
      onGone: (peer) => this.#forget(peer),
      onUnread: (data, peer) => {
        if (peer !== undefined && parseMessage(data, EXTRAS).ok) this.#onListening(peer);
      },
      close: () => {
        this.#call.removeEventListener('participantleft', this.#onLeft);
        for (const { line } of this.#lines.values()) line.close();
        this.#lines.clear();
        this.#stay = undefined;
      },
    };
  }

  /** A connection that this side closes tells none of its channels: whoever waits for room would wait for ever. */
  readonly #onLeft = (): void => {
    for (const [peer, { link, line }] of this.#lines) {
      if (this.#stay?.transport.links.get(peer) === link) continue;
      line.close();
      this.#lines.delete(peer);
    }
  };

  /** Makes the channel, and says so. A link that is not open yet is told when it is. */
  #prepare(peer: string): void {
    const link = this.#stay?.transport.links.get(peer);
    if (!link) return;
    const known = this.#lines.get(peer);
    if (known?.link !== link) {
      known?.line.close();
      link.connection.addEventListener('datachannel', ({ channel }) => {
        if (!this.#labels.has(channel.label)) channel.close();
      });
      this.#lines.delete(peer);
      const line = this.#lineTo(peer, link);
      // One who can't be spoken to is no reason not to speak with the others.
      if (!line) return;
      this.#lines.set(peer, { link, line, isReady: false, held: [] });
    }
    this.#announce(peer);
  }

  /** `undefined` where the peer has taken the number of the channel for one of its own. */
  #lineTo(peer: string, { connection }: Link): Line | undefined {
    try {
      return new Line(connection, (data) => this.#onData(data, peer));
    } catch (error) {
      if (error instanceof DOMException) return undefined;
      throw error;
    }
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
    for (const data of known.held.splice(0)) void known.line.send(data);
  }

  #onData(data: unknown, peer: string): void {
    if (typeof data !== 'string' || data.length > BOUNDS.frame) return;
    let value: unknown;
    try {
      value = JSON.parse(data);
    } catch {
      return;
    }
    this.#readers.some((read) => read(value, peer));
  }
}
