import type {
  AnswerMessage,
  CandidateInit,
  CandidateMessage,
  ChannelMessage,
  ExtrasMessage,
  OfferMessage,
} from '../../signaling/protocol/index.js';
import { CHANNEL_END, parseMessage } from '../../signaling/protocol/index.js';
import { randomId, type Outgoing } from '../../signaling/client/index.js';
import { Budget } from './budget.js';
import type { MediaKind } from './media/capture.js';
import type { LocalMedia } from './media/local-media.js';
import type { Link } from './transport.js';

/** What a link hears through signaling. */
export type LinkMessage = OfferMessage | AnswerMessage | CandidateMessage;

/** Who is at the other end, once that is known, and whom the link tells. */
export interface LinkPeer {
  /** Who gives way when both offer at once (W3C webrtc-pc, "Perfect negotiation"). Exactly one of the two is polite. */
  polite: boolean;
  /** Where the peer's tracks go. */
  stream: MediaStream;
  /** Sends to this peer; `false` when signaling is away. */
  send: (message: Outgoing) => boolean;
  /** {@link PeerLink.state} is another. */
  onState: () => void;
  /** `tell()` works from now on. */
  onChannelOpen: () => void;
  /** The peer ended the link. */
  onChannelClose: () => void;
  /** The peer says something over the data channel; `undefined`: something unknown, which `data` holds. */
  onTold: (message: ChannelMessage | undefined, data: unknown) => void;
  /** A description could not be negotiated. */
  onBroken: (cause: unknown) => void;
}

/** Candidates kept while their description is still on the way. An honest generation has about a dozen. */
const EARLY_CANDIDATES = 64;
const KINDS = ['audio', 'video'] as const;

/**
 * One `RTCPeerConnection` to one peer, from its making until it is closed.
 *
 * A link may be made, and its offer described, before anybody is there to take it; `attach()` gives it its peer.
 * Audio and video are always negotiated, in this order and in both directions, so that a microphone or camera that
 * comes later needs no negotiation, and so that first offers that cross never disagree about the media sections.
 */
export class PeerLink implements Link {
  /** The name that both sides give this link: its offerer chose it. */
  readonly id: string;
  #pc: RTCPeerConnection;
  #channel: RTCDataChannel;
  #media: LocalMedia;
  #peer: LinkPeer | undefined;
  #senders = new Map<MediaKind, RTCRtpSender>();
  /** Gathered before there was anybody to tell. */
  #ownCandidates: CandidateInit[] = [];
  #early: CandidateInit[] = [];
  #offered = false;
  /** For what the peer tells: a person changes something a few times a second at most, and a flood must not cost a page its time. */
  #attention = new Budget(60, 20);
  /** For descriptions said again, which are long: whoever asks for them should not make us flood the room. */
  #repeats = new Budget(10, 1);
  #answered: { offer: string; answer: string } | undefined;
  #life = new AbortController();
  /** One description after another: negotiation must not interleave. */
  #queue: Promise<void> = Promise.resolve();

  private constructor(id: string, configuration: RTCConfiguration, media: LocalMedia) {
    this.id = id;
    this.#media = media;
    this.#pc = new RTCPeerConnection({ ...configuration, bundlePolicy: 'max-bundle' });
    this.#channel = this.#pc.createDataChannel('call-room', { negotiated: true, id: 0 });
    this.#listen();
  }

  /** A link that will offer, with its own id. */
  static offering(configuration: RTCConfiguration, media: LocalMedia): PeerLink {
    const link = new PeerLink(randomId(), configuration, media);
    for (const kind of KINDS) {
      link.#senders.set(kind, link.#pc.addTransceiver(media.sent(kind) ?? kind, { streams: [media.stream] }).sender);
    }
    link.#offered = true;
    link.#queue = link.#pc.setLocalDescription().catch((error: unknown) => link.#broken(error));
    return link;
  }

  /** A link that answers the offer of this id. */
  static answering(id: string, configuration: RTCConfiguration, media: LocalMedia): PeerLink {
    return new PeerLink(id, configuration, media);
  }

  get connection(): RTCPeerConnection {
    return this.#pc;
  }

  /** How the link stands, in the words of `RTCPeerConnection`. */
  get state(): RTCPeerConnectionState {
    return this.#pc.connectionState;
  }

  /** True while our first offer has had no answer. */
  get awaitsFirstAnswer(): boolean {
    return this.#offered && this.#pc.remoteDescription === null;
  }

  /** True when the first offer was ours. */
  get offered(): boolean {
    return this.#offered;
  }

  /**
   * The first offer, with the candidates known by then; empty when there is none, as the link was closed.
   * @param patienceMs how long to wait for more of them
   */
  async describe(patienceMs: number): Promise<string> {
    await this.#queue;
    if (patienceMs > 0 && this.#pc.iceGatheringState !== 'complete') await this.#gathered(patienceMs);
    return this.#life.signal.aborted ? '' : this.#describedSoFar();
  }

  /** Gives the link its peer. `announce`: the offer is still to be sent, as nobody else did. */
  attach(peer: LinkPeer, announce: boolean): void {
    this.#peer = peer;
    if (announce) this.#enqueue(() => this.#sendOffer());
    this.#enqueue(() => {
      for (const candidate of this.#ownCandidates) this.#sendCandidate(candidate);
    });
  }

  /** Takes in a message, after those before it. Late, doubled and early ones do no harm. */
  receive(message: LinkMessage): void {
    this.#enqueue(() => {
      if (message.type === 'offer') return this.#onOffer(message.sdp);
      if (message.type === 'answer') return this.#onAnswer(message.sdp);
      return this.#onCandidate(message.candidate);
    });
  }

  /** Sends what the person's microphone and camera give now. No negotiation. */
  syncTracks(): void {
    for (const [kind, sender] of this.#senders) {
      this.#enqueue(() => {
        const track = this.#media.sent(kind);
        return sender.track === track ? undefined : sender.replaceTrack(track);
      });
    }
  }

  /** Tells the peer over the data channel; `false` when that is not open. */
  tell(message: ChannelMessage | ExtrasMessage): boolean {
    if (this.#channel.readyState !== 'open') return false;
    this.#channel.send(JSON.stringify(message));
    return true;
  }

  restart(): void {
    this.#pc.restartIce();
  }

  resume(): void {
    if (this.#pc.signalingState === 'have-local-offer') {
      if (this.#repeats.take()) this.#enqueue(() => this.#sendOffer());
    } else if (this.state === 'failed' || this.state === 'disconnected') this.restart();
  }

  /** Servers for the next gathering of candidates. */
  configure(configuration: RTCConfiguration): void {
    this.#pc.setConfiguration({ ...this.#pc.getConfiguration(), ...configuration });
  }

  /** Idempotent. The peer's data channel tells it at once. */
  close(): void {
    if (this.#life.signal.aborted) return;
    this.#life.abort();
    this.#channel.close();
    this.#pc.close();
    for (const { track } of this.#pc.getReceivers()) this.#peer?.stream.removeTrack(track);
  }

  #listen(): void {
    const { signal } = this.#life;
    const pc = this.#pc;
    pc.addEventListener('icecandidate', ({ candidate }) => candidate?.candidate && this.#gather(candidate.toJSON()), { signal });
    pc.addEventListener('track', (event) => this.#onTrack(event), { signal });
    pc.addEventListener('negotiationneeded', () => this.#renegotiate(), { signal });
    pc.addEventListener('connectionstatechange', () => this.#onState(), { signal });
    this.#channel.addEventListener('open', () => this.#peer?.onChannelOpen(), { signal });
    this.#channel.addEventListener('message', ({ data }) => this.#onTold(data), { signal });
    // The connection state would tell the end of the link only after some 15 s.
    this.#channel.addEventListener('close', () => this.#peer?.onChannelClose(), { signal });
  }

  /** What comes beyond the two is somebody else's concern. */
  #onTrack({ track, transceiver }: RTCTrackEvent): void {
    if (this.#pc.getTransceivers().indexOf(transceiver) < KINDS.length) this.#peer?.stream.addTrack(track);
  }

  #onState(): void {
    if (this.state === 'failed') this.restart();
    this.#peer?.onState();
  }

  #onTold(data: unknown): void {
    if (!this.#attention.take()) return;
    const parsed = parseMessage(data, CHANNEL_END);
    this.#peer?.onTold(parsed.ok ? parsed.message : undefined, data);
  }

  #gather(candidate: RTCIceCandidateInit): void {
    const { candidate: line = '', sdpMid = null, sdpMLineIndex = null, usernameFragment = null } = candidate;
    const init: CandidateInit = { candidate: line, sdpMid, sdpMLineIndex, usernameFragment };
    if (this.#peer) this.#sendCandidate(init);
    else this.#ownCandidates.push(init);
  }

  /** The first description of a link is made by hand: until it is answered there is nothing to renegotiate. */
  #renegotiate(): void {
    if (!this.#peer || !this.#pc.remoteDescription) return;
    this.#enqueue(async () => {
      if (this.#pc.signalingState !== 'stable') return;
      await this.#pc.setLocalDescription();
      this.#sendOffer();
    });
  }

  #sendOffer(): void {
    if (this.#pc.localDescription?.type === 'offer') {
      this.#peer?.send({ type: 'offer', link: this.id, sdp: this.#describedSoFar() });
    }
  }

  /** The local description. It holds the candidates gathered so far, so only the later ones have to trickle. */
  #describedSoFar(): string {
    this.#ownCandidates = [];
    return this.#pc.localDescription?.sdp ?? '';
  }

  async #onOffer(sdp: string): Promise<void> {
    if (this.#answered?.offer === sdp) {
      if (this.#repeats.take()) this.#send({ type: 'answer', sdp: this.#answered.answer });
      return;
    }
    const collides = this.#pc.signalingState !== 'stable';
    if (collides && !this.#peer?.polite) return;
    if (!this.#isSamePeer(sdp)) return;
    await this.#pc.setRemoteDescription({ type: 'offer', sdp });
    await this.#useTransceivers();
    await this.#pc.setLocalDescription();
    const answer = this.#pc.localDescription?.sdp ?? '';
    this.#answered = { offer: sdp, answer };
    this.#send({ type: 'answer', sdp: answer });
    await this.#addEarlyCandidates();
  }

  async #onAnswer(sdp: string): Promise<void> {
    // Not asked for: doubled, late, or made up.
    if (this.#pc.signalingState !== 'have-local-offer' || !this.#isSamePeer(sdp)) return;
    await this.#pc.setRemoteDescription({ type: 'answer', sdp });
    await this.#addEarlyCandidates();
  }

  /** Once a link has a peer, nobody may put another in its place: DTLS fingerprints never change in a link (RFC 8842). */
  #isSamePeer(sdp: string): boolean {
    const known = this.#pc.remoteDescription;
    return !known || fingerprints(known.sdp) === fingerprints(sdp);
  }

  /** The offer's media sections become ours, in both directions. */
  async #useTransceivers(): Promise<void> {
    for (const transceiver of this.#pc.getTransceivers()) {
      const kind = transceiver.receiver.track.kind as MediaKind;
      if (this.#senders.has(kind)) continue;
      this.#senders.set(kind, transceiver.sender);
      transceiver.direction = 'sendrecv';
      transceiver.sender.setStreams(this.#media.stream);
      const track = this.#media.sent(kind);
      if (track) await transceiver.sender.replaceTrack(track);
    }
  }

  async #onCandidate(candidate: CandidateInit): Promise<void> {
    if (!this.#isCurrent(candidate)) {
      // The oldest may belong to an offer that was refused.
      this.#early = [...this.#early, candidate].slice(-EARLY_CANDIDATES);
      return;
    }
    try {
      await this.#pc.addIceCandidate(candidate);
    } catch (error) {
      // A candidate that this browser can't read is one way less, and no reason to lose the others.
      if (!(error instanceof DOMException)) throw error;
    }
  }

  /** True when the candidate belongs to the ICE generation of the description we hold. */
  #isCurrent({ usernameFragment }: CandidateInit): boolean {
    const sdp = this.#pc.remoteDescription?.sdp;
    return sdp !== undefined && (!usernameFragment || sdp.includes(`a=ice-ufrag:${usernameFragment}\r\n`));
  }

  async #addEarlyCandidates(): Promise<void> {
    const early = this.#early;
    this.#early = [];
    for (const candidate of early) await this.#onCandidate(candidate);
  }

  #gathered(patienceMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        if (this.#pc.iceGatheringState === 'complete') resolve();
      };
      this.#pc.addEventListener('icegatheringstatechange', done, { signal: this.#life.signal });
      setTimeout(resolve, patienceMs);
    });
  }

  #sendCandidate(candidate: CandidateInit): void {
    this.#peer?.send({ type: 'candidate', link: this.id, candidate });
  }

  #send(answer: { type: 'answer'; sdp: string }): void {
    this.#peer?.send({ ...answer, link: this.id });
  }

  #enqueue(act: () => Promise<void> | void): void {
    this.#queue = this.#queue
      .then(() => (this.#life.signal.aborted ? undefined : act()))
      .catch((error: unknown) => this.#broken(error));
  }

  #broken(cause: unknown): void {
    // Closing rejects what was under way; that is no failure.
    if (!this.#life.signal.aborted) this.#peer?.onBroken(cause);
  }
}

const fingerprints = (sdp: string): string =>
  [...new Set(sdp.match(/^a=fingerprint:.*$/gm))]
    .map((line) => line.trim().toLowerCase())
    .sort()
    .join();
