import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { CLIENT, parseMessage, PROTOCOL_VERSION } from '../../../signaling/protocol/index.js';

/** What a stranger does besides being there. */
export interface Manners {
  /** Answers offers with descriptions that lead nowhere. Default: answers nothing. */
  answers?: boolean;
  /** How often each second it makes a new offer to everybody. Default: never. */
  offersPerSecond?: number;
}

/**
 * Somebody in a room of our server who speaks the protocol and is no browser: nothing ever comes of a link with them. Their
 * offers are those that others made to them, under other names.
 */
export class Stranger {
  readonly #socket: WebSocket;
  readonly #manners: Manners;
  readonly #others = new Set<string>();
  #id = '';
  #sdp: string | undefined;
  #timer: NodeJS.Timeout | undefined;

  private constructor(socket: WebSocket, manners: Manners) {
    this.#socket = socket;
    this.#manners = manners;
    socket.on('message', (data) => this.#hear((data as Buffer).toString()));
  }

  /** Enters the room. */
  static async comes(signalUrl: string, name: string, manners: Manners = {}, room = 'flow'): Promise<Stranger> {
    const socket = new WebSocket(`${signalUrl}?room=${room}`);
    const stranger = new Stranger(socket, manners);
    // Our server's first message is its welcome.
    await new Promise((resolve, reject) => socket.once('message', resolve).once('error', reject));
    stranger.#say({ type: 'hello', v: PROTOCOL_VERSION, name });
    const { offersPerSecond = 0 } = manners;
    if (offersPerSecond > 0) stranger.#timer = setInterval(() => stranger.#offer(), 1000 / offersPerSecond);
    return stranger;
  }

  /** Who it is, as the server says. */
  get id(): string {
    return this.#id;
  }

  /** Leaves, at the end of a test at the latest. */
  leaves(): Promise<void> {
    clearInterval(this.#timer);
    if (this.#socket.readyState === WebSocket.CLOSED) return Promise.resolve();
    return new Promise((resolve) => {
      this.#socket.once('close', () => resolve());
      this.#socket.close();
    });
  }

  #say(message: object): void {
    if (this.#socket.readyState === WebSocket.OPEN) {
      this.#socket.send(JSON.stringify({ from: this.#id || randomUUID(), ...message }));
    }
  }

  #hear(frame: string): void {
    const parsed = parseMessage(frame, CLIENT);
    if (!parsed.ok) return;
    const { message } = parsed;
    if (message.type === 'welcome') {
      this.#id = message.id;
      for (const { id } of message.peers) this.#others.add(id);
    } else if (message.type === 'joined') {
      this.#others.add(message.peer.id);
    } else if (message.type === 'offer') {
      this.#sdp = message.sdp;
      if (this.#manners.answers) this.#say({ type: 'answer', to: message.from, link: message.link, sdp: asAnswer(message.sdp) });
    }
  }

  #offer(): void {
    if (!this.#sdp) return;
    for (const to of this.#others) this.#say({ type: 'offer', to, link: randomUUID(), sdp: withoutWays(this.#sdp) });
  }
}

/** A description without any candidate. */
const withoutWays = (sdp: string): string => sdp.replace(/^a=candidate:.*\r\n/gm, '');

/** An answer that a browser takes, and that leads nowhere. */
const asAnswer = (sdp: string): string => withoutWays(sdp).replace(/^a=setup:actpass/gm, 'a=setup:active');
