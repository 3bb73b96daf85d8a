/** Of the second data channel; both sides know it (RFC 8832: negotiated by the application). */
const CHANNEL = { label: 'call-room-extras', id: 1 } as const;

/** How much may wait to be sent, in bytes, before whoever sends has to wait, too. */
const FULL = 256 * 1024;
/** From here on there is room again. */
const LOW = 64 * 1024;

/** The second data channel of one link. Ordered and reliable; sends no faster than the way allows. */
export class Line {
  readonly #channel: RTCDataChannel;
  readonly #life = new AbortController();
  /** One message after another: a long one must not be overtaken while it waits. */
  #queue: Promise<void>;

  constructor(connection: RTCPeerConnection, onData: (data: unknown) => void) {
    this.#channel = connection.createDataChannel(CHANNEL.label, { negotiated: true, id: CHANNEL.id });
    this.#channel.bufferedAmountLowThreshold = LOW;
    const { signal } = this.#life;
    this.#channel.addEventListener('message', ({ data }) => onData(data), { signal });
    this.#channel.addEventListener('close', () => this.#life.abort(), { signal });
    this.#queue = this.#channel.readyState === 'open' ? Promise.resolve() : this.#once('open');
  }

  /** Resolves once there is room for more, or the channel has ended. */
  send(data: string): Promise<void> {
    return (this.#queue = this.#queue.then(async () => {
      if (this.#channel.readyState !== 'open') return;
      try {
        this.#channel.send(data);
      } catch {
        // Longer than the peer says that it takes (RFC 8841, `max-message-size`). It misses this, and may take the next.
        return;
      }
      if (this.#channel.bufferedAmount > FULL) await this.#once('bufferedamountlow');
    }));
  }

  /** Idempotent. */
  close(): void {
    this.#life.abort();
    this.#channel.close();
  }

  #once(type: 'open' | 'bufferedamountlow'): Promise<void> {
    const { signal } = this.#life;
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      this.#channel.addEventListener(type, () => resolve(), { once: true, signal });
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }
}
