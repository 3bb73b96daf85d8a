/** Of the second data channel; both sides know it (RFC 8832: negotiated by the application). */
const CHANNEL = { label: 'call-room-extras', id: 1 } as const;

/** How much may wait to be sent, in bytes, before whoever sends has to wait, too. */
const FULL = 256 * 1024;
/** From here on there is room again. */
const LOW = 64 * 1024;

/** How long those who send wait for a peer that takes nothing, in ms. It sleeps, or is lost: what is meant for all goes on to the others. */
const PATIENCE = 5000;
/** How much is held for such a peer, in UTF-16 code units, until it is given up: about as much as browsers hold in a channel themselves. */
const MOST_HELD = 16 * 1024 * 1024;

/** The second data channel of one link. Ordered and reliable; sends no faster than the way allows. */
export class Line {
  readonly #channel: RTCDataChannel;
  readonly #life = new AbortController();
  /** What is still to be sent, oldest first, and how long it is in all. */
  readonly #held: string[] = [];
  #heldLength = 0;
  /** Told once there is room for more. */
  readonly #waiting: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAsleep = false;

  constructor(connection: RTCPeerConnection, onData: (data: unknown) => void) {
    this.#channel = connection.createDataChannel(CHANNEL.label, { negotiated: true, id: CHANNEL.id });
    this.#channel.bufferedAmountLowThreshold = LOW;
    const { signal } = this.#life;
    this.#channel.addEventListener('message', ({ data }) => onData(data), { signal });
    for (const type of ['open', 'bufferedamountlow']) this.#channel.addEventListener(type, () => this.#flow(), { signal });
    this.#channel.addEventListener('close', () => this.#end(), { signal });
  }

  /** Resolves once there is room for more, or nobody should wait for that: the channel has ended, or its peer takes nothing. */
  send(data: string): Promise<void> {
    if (this.#life.signal.aborted) return Promise.resolve();
    this.#heldLength += data.length;
    if (this.#heldLength > MOST_HELD) {
      this.close();
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      this.#held.push(data);
      this.#waiting.push(resolve);
      this.#flow();
    });
  }

  /** Idempotent. */
  close(): void {
    this.#end();
    this.#channel.close();
  }

  get #hasRoom(): boolean {
    return this.#channel.readyState === 'open' && this.#channel.bufferedAmount <= FULL;
  }

  #flow(): void {
    while (this.#hasRoom && this.#held.length > 0) this.#pass(this.#held.shift() ?? '');
    if (this.#hasRoom) this.#wake();
    else if (this.#isAsleep) this.#release();
    else this.#timer ??= setTimeout(() => this.#fallAsleep(), PATIENCE);
  }

  #pass(data: string): void {
    this.#heldLength -= data.length;
    try {
      this.#channel.send(data);
    } catch {
      // Longer than the peer says that it takes (RFC 8841, `max-message-size`). It misses this, and may take the next.
    }
  }

  #fallAsleep(): void {
    this.#isAsleep = true;
    this.#release();
  }

  #wake(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isAsleep = false;
    this.#release();
  }

  #release(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #end(): void {
    this.#life.abort();
    this.#held.length = 0;
    this.#wake();
  }
}
