import type { ChannelMessage, OfferMessage } from '../../signaling/protocol/index.js';
import { Budget } from './budget.js';
import type { LocalMedia } from './media/local-media.js';
import { PeerLink, type LinkMessage, type LinkPeer } from './peer-link.js';
import { CALL_TIMING as TIMING } from './timing.js';
import type { MediaTransport, TransportListener } from './transport.js';

/** Messages kept for a link whose offer has not come yet: relays may reorder. */
const EARLY_MESSAGES = 32;
/** Ids of ended links that are remembered. */
const ENDED_LINKS = 64;

/**
 * Everybody linked to everybody: one {@link PeerLink} a peer, and one spare.
 *
 * The spare is a link whose offer is described before there is anybody to take it. On our server it lies ready for
 * whoever joins next; elsewhere it saves the time to make one.
 */
export class Mesh implements MediaTransport {
  #media: LocalMedia;
  #listener: TransportListener | undefined;
  #configuration: RTCConfiguration;
  #self = '';
  #links = new Map<string, PeerLink>();
  #streams = new Map<string, MediaStream>();
  #early = new Map<string, LinkMessage[]>();
  #spare: PeerLink | undefined;
  #spareTimer: ReturnType<typeof setTimeout> | undefined;
  #offersOpenly = false;
  /**
   * For new links. A room of twelve that comes together at one instant over a plain relay makes at most 22 in each browser;
   * a stranger who forges offers should not make it open connections without end.
   */
  #budget = new Budget(48, 2);
  /** Links that ended here. Their ids begin no other link, or each side might end up with one that the other has not. */
  #ended = new Set<string>();
  #closed = false;

  constructor(media: LocalMedia, configuration: RTCConfiguration) {
    this.#media = media;
    this.#configuration = configuration;
  }

  start(listener: TransportListener): void {
    this.#listener = listener;
  }

  configure(configuration: RTCConfiguration): void {
    if (configuration === this.#configuration) return;
    this.#configuration = configuration;
    for (const link of this.#links.values()) link.configure(configuration);
    this.#renewSpare();
  }

  identify(self: string): void {
    this.#self = self;
  }

  connect(peer: string, link?: string): void {
    if (this.#closed) return;
    const current = this.#links.get(peer);
    if (current && !isDown(current)) return current.resume();
    if (!this.#budget.take()) return;
    const taken = link !== undefined && this.#spare?.id === link;
    this.#adopt(peer, this.#takeSpare(), !taken);
  }

  receive(message: LinkMessage, isTrusted: boolean): void {
    const { from, link } = message;
    const current = this.#links.get(from);
    if (this.#closed || this.#ended.has(link)) return;
    if (current?.id === link) current.receive(message);
    else if (message.type !== 'offer') this.#keepEarly(message);
    else if ((!current || this.#yields(current, from, isTrusted)) && this.#budget.take()) this.#answer(message);
  }

  resume(): void {
    // The network may be another one now, and the spare's candidates those of the old.
    this.#renewSpare();
    for (const link of this.#links.values()) link.resume();
  }

  offerOpenly(isAlone: boolean): void {
    // Once begun, each new spare is offered as it is made.
    if (this.#closed || this.#offersOpenly) return;
    this.#offersOpenly = true;
    // Whoever meets others at once has better things to do than to make the next link.
    if (this.#spare || isAlone) void this.#publishSpare();
    else this.#makeSpareLater();
  }

  get links(): ReadonlyMap<string, PeerLink> {
    return this.#links;
  }

  state(peer: string): RTCPeerConnectionState | undefined {
    return this.#links.get(peer)?.state;
  }

  stream(peer: string): MediaStream {
    const stream = this.#streams.get(peer) ?? new MediaStream();
    this.#streams.set(peer, stream);
    return stream;
  }

  syncTracks(): void {
    this.#spare?.syncTracks();
    for (const link of this.#links.values()) link.syncTracks();
  }

  tell(message: ChannelMessage, peer?: string): void {
    if (peer !== undefined) this.#links.get(peer)?.tell(message);
    else for (const link of this.#links.values()) link.tell(message);
  }

  disconnect(peer: string): void {
    this.#endLink(peer);
    this.#early.delete(peer);
    const stream = this.#streams.get(peer);
    for (const track of stream?.getTracks() ?? []) stream?.removeTrack(track);
    this.#streams.delete(peer);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#spareTimer);
    this.#spare?.close();
    this.#spare = undefined;
    for (const peer of [...this.#links.keys()]) this.disconnect(peer);
  }

  /** True when an offer of the same peer for another link may replace this one. */
  #yields(current: PeerLink, peer: string, isTrusted: boolean): boolean {
    if (isDown(current)) return true;
    if (current.state === 'connected') return isTrusted;
    // First offers crossed: exactly one of the two gives way. A peer may replace an offer of its own.
    return current.offered ? current.awaitsFirstAnswer && this.#isPolite(peer) : true;
  }

  #isPolite(peer: string): boolean {
    return this.#self < peer;
  }

  #answer(offer: OfferMessage): void {
    const { from, link: id } = offer;
    const link = PeerLink.answering(id, this.#configuration, this.#media);
    this.#adopt(from, link, false);
    link.receive(offer);
    for (const message of this.#early.get(from) ?? []) if (message.link === id) link.receive(message);
    this.#early.delete(from);
  }

  #keepEarly(message: LinkMessage): void {
    // An answer can't come before the offer that it answers.
    if (message.type !== 'candidate') return;
    const early = this.#early.get(message.from) ?? [];
    if (early.length < EARLY_MESSAGES && this.#early.size < EARLY_MESSAGES) this.#early.set(message.from, [...early, message]);
  }

  /** What a link needs of its peer. It tells only as long as it is the peer's link. */
  #linkPeer(peer: string, link: PeerLink): LinkPeer {
    const tell = (act: (listener: TransportListener) => void): void => {
      if (this.#listener && this.#links.get(peer) === link) act(this.#listener);
    };
    return {
      polite: this.#isPolite(peer),
      stream: this.stream(peer),
      send: (message) => this.#listener?.send({ ...message, to: peer }) ?? false,
      onState: () => tell(({ onState }) => onState(peer, link.state)),
      onChannelOpen: () => tell(({ onReady }) => onReady(peer)),
      onChannelClose: () => tell(() => this.#onChannelClose(peer)),
      onTold: (...told) => tell(({ onTold }) => onTold(peer, ...told)),
      onBroken: (cause) => tell(({ onBroken }) => onBroken(peer, cause)),
    };
  }

  /** Makes a link the peer's own, in place of the one before. */
  #adopt(peer: string, link: PeerLink, announce: boolean): void {
    this.#endLink(peer);
    this.#links.set(peer, link);
    link.attach(this.#linkPeer(peer, link), announce);
    this.#listener?.onState(peer, link.state);
  }

  #endLink(peer: string): void {
    const link = this.#links.get(peer);
    if (!link) return;
    link.close();
    this.#links.delete(peer);
    this.#ended.add(link.id);
    const [oldest] = this.#ended;
    if (this.#ended.size > ENDED_LINKS && oldest) this.#ended.delete(oldest);
  }

  #onChannelClose(peer: string): void {
    this.#endLink(peer);
    this.#listener?.onClosed(peer);
  }

  #takeSpare(): PeerLink {
    this.#prepare();
    const link = this.#spare ?? PeerLink.offering(this.#configuration, this.#media);
    this.#spare = undefined;
    this.#makeSpareLater();
    return link;
  }

  #makeSpareLater(): void {
    clearTimeout(this.#spareTimer);
    this.#spareTimer = setTimeout(() => {
      this.#prepare();
      if (this.#offersOpenly) void this.#publishSpare();
    }, TIMING.spare);
  }

  #prepare(): void {
    if (this.#closed) return;
    this.#spare ??= PeerLink.offering(this.#configuration, this.#media);
  }

  #renewSpare(): void {
    if (!this.#spare) return;
    this.#spare.close();
    this.#spare = undefined;
    if (this.#offersOpenly) void this.#publishSpare();
    else this.#prepare();
  }

  /** Gives the spare's offer to the server. What is gathered later goes straight to whoever takes it. */
  async #publishSpare(): Promise<void> {
    this.#prepare();
    const spare = this.#spare;
    if (!spare) return;
    const sdp = await spare.describe(TIMING.gathering);
    if (spare === this.#spare && sdp) this.#listener?.send({ type: 'offer', link: spare.id, sdp });
  }
}

const isDown = (link: PeerLink): boolean => ['failed', 'closed', 'disconnected'].includes(link.state);
