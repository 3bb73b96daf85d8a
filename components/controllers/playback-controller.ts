import type { LitElement, ReactiveController } from 'lit';
import type { Participant } from '../call/participant.js';

/** What a {@link PlaybackController} needs to know and to tell. */
export interface PlaybackConfig {
  /** Whom to play now. */
  participants: () => readonly Participant[];
  /** The browser wants a tap first (HTML, "allowed to play"); called once until sound plays again. */
  onBlocked: (cause: unknown) => void;
}

/**
 * Plays everybody's sound, each by an `<audio>` of its own in the host's shadow root, whatever pictures are shown.
 * Never by Web Audio: Chromium's echo cancellation does not hear that (crbug.com/687574).
 */
export class PlaybackController implements ReactiveController {
  readonly #host: LitElement;
  readonly #config: PlaybackConfig;
  readonly #players = new Map<string, HTMLAudioElement>();
  #blocked = false;

  constructor(host: LitElement, config: PlaybackConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  /** True while the browser holds the sound back until somebody taps. */
  get blocked(): boolean {
    return this.#blocked;
  }

  hostUpdated(): void {
    const participants = this.#host.isConnected ? this.#config.participants() : [];
    const ids = new Set(participants.map(({ id }) => id));
    for (const [id, player] of this.#players) if (!ids.has(id)) this.#drop(id, player);
    for (const { id, stream, audio, connectionState } of participants) {
      // A stream without sound would hold back the `load` event of the page until it has some.
      if (!this.#players.has(id) && audio && connectionState === 'connected') this.#add(id, stream);
    }
  }

  /** Silences and forgets everybody. */
  stop(): void {
    for (const [id, player] of this.#players) this.#drop(id, player);
  }

  /** Plays what was held back; to be called in the handler of a tap or key. */
  resume(): void {
    this.#blocked = false;
    this.#host.requestUpdate();
    for (const player of this.#players.values()) void this.#play(player);
  }

  #add(id: string, stream: MediaStream): void {
    const player = document.createElement('audio');
    player.autoplay = true;
    player.srcObject = stream;
    // Nobody here pauses: an output device went, or the operating system interrupted.
    player.onpause = () => stream.active && this.#play(player);
    this.#players.set(id, player);
    this.#host.renderRoot.append(player);
    void this.#play(player);
  }

  #drop(id: string, player: HTMLAudioElement): void {
    this.#players.delete(id);
    player.srcObject = null;
    player.remove();
    if (!this.#players.size) this.#blocked = false;
  }

  async #play(player: HTMLAudioElement): Promise<void> {
    try {
      await player.play();
    } catch (cause) {
      // AbortError: the person left, or the element was moved, before the sound began.
      if ((cause as DOMException).name !== 'NotAllowedError' || this.#blocked) return;
      this.#blocked = true;
      this.#host.requestUpdate();
      this.#config.onBlocked(cause);
    }
  }
}
