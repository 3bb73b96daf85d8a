import {
  jsonCodec,
  randomId,
  resolveEndpoint,
  RoomSocket,
  type RoomListener,
  type SignalingCodec,
} from '../../../signaling/client/index.js';
import type { ErrorMessage, IceServerInit } from '../../../signaling/protocol/index.js';
import { attempt } from './attempt.js';
import { failed, passed, skipped, type Finding } from './check-report.js';
import { CHECK_TIMING as TIMING } from './timing.js';

/** Where to knock, and with what. */
export interface SignalingEchoOptions {
  /** The endpoint, as the `signaling` attribute names it; empty when there is none. */
  signaling: string;
  /** Default: a room of a random name, in which nobody is. */
  room?: string | undefined;
  getToken?: (() => Promise<string | undefined>) | undefined;
  /** Default: JSON as in PROTOCOL.md. */
  codec?: SignalingCodec | undefined;
}

/** What the endpoint said. */
export interface SignalingEcho {
  readonly finding: Finding;
  /** What our server hands out; undefined where it says nothing of them. */
  readonly iceServers?: IceServerInit[] | undefined;
}

/** Attempts after which nobody is there. One may fail by accident; each further one would wait longer. */
const ATTEMPTS = 2;

/** Does the endpoint connect, and does what is said there come back? */
export async function checkSignaling(options: SignalingEchoOptions, signal: AbortSignal): Promise<SignalingEcho> {
  if (!options.signaling) return { finding: skipped('signaling-unnamed') };
  let visit: Visit | undefined;
  const echo = await attempt<SignalingEcho>(TIMING.signaling, signal, (settle, life) => {
    visit = new Visit(options, settle);
    life.addEventListener('abort', () => visit?.close());
  });
  return echo ?? { finding: failed(visit?.wasOpen ? 'signaling-silent' : 'signaling-unreachable') };
}

/**
 * A short visit to the endpoint. Our server answers a ping. On a plain relay a second socket greets the room, and the
 * first has to hear it.
 */
class Visit {
  readonly #options: SignalingEchoOptions;
  readonly #settle: (echo: SignalingEcho) => void;
  readonly #room: string;
  readonly #began = performance.now();
  readonly #sockets: RoomSocket[] = [];
  #failures = 0;
  #connectMs = 0;
  #asked = 0;
  #iceServers: IceServerInit[] | undefined;
  wasOpen = false;

  constructor(options: SignalingEchoOptions, settle: (echo: SignalingEcho) => void) {
    this.#options = options;
    this.#settle = settle;
    this.#room = options.room || `check-${randomId()}`;
    this.#knock(this.#first);
  }

  /** Idempotent. */
  close(): void {
    for (const socket of this.#sockets) socket.close();
  }

  /** The codec of the endpoint, and a look at what the socket keeps to itself: when it asks, and when a pong comes. */
  #watching(codec: SignalingCodec): SignalingCodec {
    return {
      encode: (message) => {
        if (message.type === 'ping' || message.type === 'hello') this.#asked = performance.now();
        return codec.encode(message);
      },
      decode: (data) => {
        const parsed = codec.decode(data);
        if (parsed.ok && parsed.message.type === 'pong') this.#answered('server');
        return parsed;
      },
    };
  }

  get #first(): Partial<RoomListener> {
    return {
      onOpen: (welcome) => {
        this.wasOpen = true;
        this.#connectMs = performance.now() - this.#began;
        this.#iceServers = welcome?.iceServers;
        if (!welcome && this.#sockets.length === 1) this.#knock({});
      },
      onMessage: (message) => {
        if (message.type === 'hello' && message.from === this.#sockets[1]?.peer) this.#answered('relay');
      },
    };
  }

  #knock(listener: Partial<RoomListener>): void {
    const peer = randomId();
    const { signaling, getToken, codec = jsonCodec } = this.#options;
    let endpoint;
    try {
      endpoint = resolveEndpoint(signaling, this.#room, peer, document.baseURI);
    } catch {
      // Its message names the address, which a report must not.
      return this.#settle({ finding: failed('signaling-invalid') });
    }
    const options = { peer, room: this.#room, endpoint, displayName: () => '', codec: this.#watching(codec) };
    const everyListener: RoomListener = {
      onOpen: () => {},
      onMessage: () => {},
      onDown: () => this.#onDown(),
      onRefused: (refusal) => this.#onRefused(refusal),
      ...listener,
    };
    this.#sockets.push(new RoomSocket({ ...options, getToken: getToken && (() => this.#tokenOf(getToken)) }, everyListener));
  }

  async #tokenOf(getToken: () => Promise<string | undefined>): Promise<string | undefined> {
    try {
      return await getToken();
    } catch (error) {
      this.#settle({ finding: failed('token-unavailable') });
      throw error;
    }
  }

  #onDown(): void {
    this.#failures += 1;
    if (this.#failures >= ATTEMPTS) this.#settle({ finding: failed('signaling-unreachable') });
  }

  #onRefused(refusal: ErrorMessage | undefined): void {
    const code = refusal?.code === 'unauthorized' ? 'unauthorized' : 'signaling-refused';
    this.#settle({ finding: failed(code, refusal && { refusal: refusal.code }) });
  }

  #answered(endpoint: 'server' | 'relay'): void {
    const roundTripMs = Math.round(performance.now() - this.#asked);
    const connectMs = Math.round(this.#connectMs);
    this.#settle({
      finding: passed('signaling-answers', { endpoint, connectMs, roundTripMs }),
      iceServers: this.#iceServers,
    });
  }
}
