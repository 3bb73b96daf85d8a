import { SCREEN, type ScreenMessage } from '../../../signaling/protocol/index.js';
import type { Call } from '../call.js';
import { MediaChangeEvent } from '../call-events.js';
import type { Companion, Stay } from '../companion.js';
import { CallError } from '../errors.js';
import type { Exchange } from './exchange.js';
import { PeerBudgets } from './peer-budgets.js';
import { captureScreen } from './screen/capture-screen.js';
import { ScreenReceiver } from './screen/screen-receiver.js';
import { ScreenSender } from './screen/screen-sender.js';
import { hint, type ScreenContent } from './screen/screen-tuning.js';

export type { ScreenContent };

/** How often somebody may say so at once, and then a second. */
const RATE = [10, 1] as const;

const NOTHING: ScreenMessage = { type: 'screen', video: null, audio: null };

/**
 * Screens that are shared, by this person and by the others; any number at once. They travel over the connections that bring
 * the faces, in media sections of their own, so that faces are never disturbed by them.
 */
export class ScreenShare {
  readonly #call: Call;
  readonly #exchange: Exchange;
  #stay: Stay | undefined;
  #content: ScreenContent = 'text';
  /** What this person shares. */
  #screen: MediaStream | undefined;
  #choosing: Promise<void> | undefined;
  /** Another one for each wish to share, none once that is withdrawn: the person may still be choosing then. */
  #wish: object | undefined;
  /** By connection, and so gone with it. */
  readonly #senders = new WeakMap<RTCPeerConnection, ScreenSender>();
  readonly #receivers = new WeakMap<RTCPeerConnection, ScreenReceiver>();
  /** For what is played in step; only its id travels. */
  readonly #group = new MediaStream();

  constructor(call: Call, exchange: Exchange) {
    this.#call = call;
    this.#exchange = exchange;
    const budgets = new PeerBudgets(exchange, ...RATE);
    exchange.read(SCREEN, (message, peer) => {
      const receiver = this.#receiver(peer);
      budgets.last(peer, () => {
        receiver?.hear(message);
        this.#show(peer);
      });
    });
    exchange.greet((peer) => {
      // Over a new link nothing is shared until they say so.
      this.#show(peer);
      this.#sendToAll(peer);
    });
    call.addEventListener('participantchange', ({ participant, previous }) => {
      if (participant.screen && participant.connectionState !== previous?.connectionState) this.#show(participant.id);
    });
    call.accompany((stay) => this.#open(stay));
  }

  /** What the shared screen shows; `text` unless somebody says otherwise. */
  get content(): ScreenContent {
    return this.#content;
  }

  /** Tells what the shared screen shows, now and from now on: `text` stays sharp, `motion` (a film) flows. */
  setContent(content: ScreenContent): void {
    this.#content = content;
    if (this.#screen) hint(this.#screen, content);
    for (const peer of this.#exchange.peers) void this.#sender(peer)?.tune(this.#tuning);
  }

  /**
   * Shares, or ends that. To be called in the handler of a click or key. Resolves once that is so, or the person chose nothing;
   * what fails is an `error` event of the call.
   * @throws {DOMException} `InvalidStateError` as rejection, outside a call
   */
  async toggle(force = !this.#screen): Promise<void> {
    if (!force) this.#end();
    else if (!this.#screen) await (this.#choosing ??= this.#begin().finally(() => (this.#choosing = undefined)));
  }

  #open(stay: Stay): Companion {
    this.#stay = stay;
    return {
      close: () => {
        this.#end();
        this.#stay = undefined;
      },
    };
  }

  async #begin(): Promise<void> {
    const stay = this.#stay;
    if (!stay) throw new DOMException('A screen can only be shared in a call.', 'InvalidStateError');
    const wish = (this.#wish = {});
    const screen = await captureScreen().catch((error: unknown) => {
      if (!(error instanceof CallError)) throw error;
      if (this.#stay === stay) stay.onError(error);
    });
    if (!screen) return;
    if (this.#wish !== wish) return stop(screen);
    hint(screen, this.#content);
    this.#screen = screen;
    for (const track of screen.getVideoTracks()) {
      // By the browser's own bar, or as the window is closed.
      track.addEventListener('ended', () => this.#screen === screen && this.#end(), { once: true });
    }
    this.#onOwn(stay, screen);
    this.#sendToAll();
  }

  /** Idempotent. */
  #end(): void {
    this.#wish = undefined;
    const screen = this.#screen;
    if (!screen || !this.#stay) return;
    this.#screen = undefined;
    stop(screen);
    for (const peer of this.#exchange.peers) void this.#sender(peer)?.stop();
    void this.#exchange.tell(NOTHING);
    this.#onOwn(this.#stay, undefined);
  }

  #onOwn(stay: Stay, screenStream: MediaStream | undefined): void {
    stay.onOwn({ screen: !!screenStream, screenStream });
    const { audio, video, screen } = this.#call.localParticipant;
    this.#call.dispatchEvent(new MediaChangeEvent(audio, video, screen));
  }

  /** To a newcomer as well: then everybody gets a smaller part of the uplink. */
  #sendToAll(newcomer?: string): void {
    const screen = this.#screen;
    if (!screen) return;
    for (const peer of this.#exchange.peers) {
      const sender = this.#sender(peer);
      if (newcomer === undefined || peer === newcomer) void sender?.send(screen, this.#tuning);
      else void sender?.tune(this.#tuning);
    }
  }

  get #tuning(): { content: ScreenContent; people: number } {
    return { content: this.#content, people: this.#exchange.peers.length };
  }

  /** Shows what a peer shares, if anything. */
  #show(peer: string): void {
    const screenStream = this.#receiver(peer)?.stream;
    this.#stay?.roster.change(peer, { screen: !!screenStream, screenStream });
  }

  #sender(peer: string): ScreenSender | undefined {
    return this.#of(peer, this.#senders, (connection) => {
      const onNegotiated = (message: ScreenMessage): void => void this.#exchange.tell(message, peer);
      return new ScreenSender({ connection, stream: this.#group, onNegotiated });
    });
  }

  #receiver(peer: string): ScreenReceiver | undefined {
    return this.#of(peer, this.#receivers, (connection) => new ScreenReceiver(connection, () => this.#show(peer)));
  }

  #of<Kept>(
    peer: string,
    all: WeakMap<RTCPeerConnection, Kept>,
    make: (connection: RTCPeerConnection) => Kept,
  ): Kept | undefined {
    const connection = this.#stay?.transport.links.get(peer)?.connection;
    if (!connection) return undefined;
    const known = all.get(connection);
    if (known) return known;
    const made = make(connection);
    all.set(connection, made);
    return made;
  }
}

function stop(screen: MediaStream): void {
  for (const track of screen.getTracks()) track.stop();
}
