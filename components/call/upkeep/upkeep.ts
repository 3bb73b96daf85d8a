import type { Companion, Stay } from '../companion.js';
import { CallError } from '../errors.js';
import { Adaptation } from './adaptation/adaptation.js';
import { DeviceWatch } from './device-watch.js';
import { Loudness } from './loudness.js';
import { PathWatch } from './path-watch.js';
import { Presence } from './presence.js';
import { QualityWatch } from './quality-watch.js';
import { SpeakingMonitor } from './speaking.js';
import { UPKEEP_TIMING as TIMING } from './timing.js';
import { TroubleWatch } from './trouble-watch.js';
import { measure, type Vitals } from './vitals.js';

/**
 * Keeps a call good once it stands: finds another path when one dies, tells how good each is, sends each person what
 * they can use, and hears who speaks. A chunk of its own, since no first frame needs it.
 *
 * One look at the statistics of all links serves everybody here.
 */
export class Upkeep implements Companion {
  #options: Stay;
  #paths: PathWatch;
  #presence: Presence;
  #adaptation: Adaptation;
  #devices: DeviceWatch;
  #speaking: SpeakingMonitor;
  #quality = new QualityWatch();
  /** When a way to each of those was sought anew who can't be reached, by `performance.now()`. */
  #sought = new Map<string, number>();
  #loudness = new Loudness();
  #timer: ReturnType<typeof setInterval>;
  #looking = false;
  #looked = performance.now();
  #life = new AbortController();
  #trouble = new TroubleWatch(this.#life.signal);

  constructor(options: Stay) {
    this.#options = options;
    const { transport, socket } = options;
    this.#paths = new PathWatch({
      onHush: (peer) => transport.tell(options.state(), peer),
      onSilence: (peer) => this.#seekPath(peer),
      // What is away already is being tried again.
      onLonely: () => void (socket.open && socket.probe(TIMING.probe)),
    });
    this.#presence = new Presence({ ...options, isSilent: (id) => this.#paths.silent.includes(id) });
    this.#adaptation = new Adaptation(options);
    this.#devices = new DeviceWatch(options.media, options.onError);
    this.#speaking = new SpeakingMonitor(
      () => this.#levels(),
      (speaking) => this.#onSpeaking(speaking),
    );
    this.#timer = setInterval(() => void this.#look(), TIMING.look);
    document.addEventListener('resume', () => this.#wake(), { signal: this.#life.signal });
  }

  /** Signaling is back: whoever fell silent meanwhile can be reached now. */
  onSignaling(): void {
    for (const peer of this.#paths.silent) this.#seekPath(peer);
  }

  /** Idempotent. */
  close(): void {
    this.#life.abort();
    clearInterval(this.#timer);
    this.#presence.close();
    this.#adaptation.close();
    this.#devices.close();
    this.#speaking.close();
  }

  async #look(): Promise<void> {
    const lateMs = performance.now() - this.#looked - TIMING.look;
    this.#looked = performance.now();
    if (lateMs > TIMING.nap) this.#wake();
    // A machine that can't keep up should not have more to do.
    if (this.#looking) return;
    this.#looking = true;
    const vitals = await measure(this.#options.transport.links).finally(() => (this.#looking = false));
    if (this.#life.signal.aborted) return;
    this.#paths.take(vitals);
    this.#adaptation.take(vitals);
    this.#loudness.take(vitals);
    this.#tellQuality(vitals);
    this.#tellTrouble();
  }

  /** The machine slept, or the page was frozen: the socket may be dead without knowing it, and silence meant nothing. */
  #wake(): void {
    this.#paths.forget();
    this.#options.socket.probe(TIMING.probe);
  }

  /** Without signaling a restart can't be told; {@link onSignaling} makes up for it. */
  #seekPath(peer: string): void {
    const { socket, transport } = this.#options;
    const link = transport.links.get(peer);
    if (!socket.open || !link) return;
    // An offer that nobody has answered is said again; else a new one is made.
    if (link.connection.signalingState === 'have-local-offer') link.resume();
    else link.restart();
  }

  // What is told of links

  #tellQuality(vitals: readonly Vitals[]): void {
    const { roster, socket, onOwn } = this.#options;
    const peers = roster.members().map(([id]) => id);
    const { people, own } = this.#quality.take({ peers, vitals, silent: this.#paths.silent, online: socket.open });
    for (const [id, quality] of people) roster.change(id, { quality });
    onOwn({ quality: own });
  }

  /** Without signaling nobody can be reached anew, for a reason that everybody knows. */
  #tellTrouble(): void {
    const { transport, roster, socket, onError } = this.#options;
    if (!socket.open) return;
    const members = roster.members();
    const peers = new Map(members.map(([id, { participant }]) => [id, participant.connectionState]));
    const reasons = this.#trouble.take(peers, transport.links, performance.now());
    for (const [id, member] of members) {
      const trouble = reasons.get(id);
      roster.change(id, { trouble });
      if (!trouble) this.#sought.delete(id);
      else this.#seekAnew(id);
      if (!trouble || member.reported) continue;
      member.reported = true;
      onError(new CallError('peer-unreachable', { recoverable: true, subject: id, trouble }));
    }
  }

  /**
   * A link that never failed would not try again by itself, as it has nothing that could fail. What comes of it tells more
   * of the reason, too, and that somebody lives who can't be reached.
   */
  #seekAnew(peer: string): void {
    const now = performance.now();
    const link = this.#options.transport.links.get(peer);
    if (!link || now - (this.#sought.get(peer) ?? -Infinity) < TIMING.retry) return;
    this.#sought.set(peer, now);
    if (link.connection.connectionState !== 'failed' && link.connection.signalingState === 'stable') link.restart();
  }

  // Voices

  #levels(): Map<string, number> {
    const { transport, roster, socket, state } = this.#options;
    const levels = new Map<string, number>();
    for (const [peer, { connection }] of transport.links) {
      if (roster.get(peer)?.participant.audio) levels.set(peer, Math.max(levelOf(connection), this.#loudness.of(peer)));
    }
    if (state().audio) levels.set(socket.peer, this.#loudness.own);
    return levels;
  }

  #onSpeaking(speaking: ReadonlySet<string>): void {
    if (this.#life.signal.aborted) return;
    const { roster, socket, onOwn } = this.#options;
    for (const [id] of roster.members()) roster.change(id, { speaking: speaking.has(id) });
    // Said each time: whoever is muted for a moment ceases to speak at once, without this having noticed.
    onOwn({ speaking: speaking.has(socket.peer) });
  }
}

/** How loud a peer is now: 0 (silence) to 1 (RFC 6464 level, made linear by the browser). */
function levelOf(connection: RTCPeerConnection): number {
  const receiver = connection.getReceivers().find(({ track }) => track.kind === 'audio');
  return receiver?.getSynchronizationSources()[0]?.audioLevel ?? 0;
}
