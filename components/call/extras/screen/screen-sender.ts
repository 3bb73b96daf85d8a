import type { ScreenMessage } from '../../../../signaling/protocol/index.js';
import { encodingFor, preferenceFor, type ScreenContent } from './screen-tuning.js';

const KINDS = ['video', 'audio'] as const;
type Kind = (typeof KINDS)[number];

/** How to encode. */
export interface Tuning {
  content: ScreenContent;
  /** How many people get it. */
  people: number;
}

/** What does not change as long as the connection lives. */
export interface ScreenSenderOptions {
  connection: RTCPeerConnection;
  /** What the tracks belong to for the peer, that they may be played in step: one for all screens of a call. */
  stream: MediaStream;
  /** The peer has, or is about to have, what there is to show. */
  onNegotiated: (message: ScreenMessage) => void;
}

/**
 * Sends screens over one connection, one after another: media sections are never removed from a connection, so each screen
 * takes over those of the one before.
 */
export class ScreenSender {
  readonly #options: ScreenSenderOptions;
  readonly #transceivers = new Map<Kind, RTCRtpTransceiver>();
  /** What the peer has not been told of yet. */
  #untold: readonly Kind[] = [];
  #tuning: Tuning = { content: 'text', people: 1 };

  constructor(options: ScreenSenderOptions) {
    this.#options = options;
    const { connection } = options;
    connection.addEventListener('signalingstatechange', () => {
      if (connection.signalingState !== 'stable') return;
      this.#tell();
      // A negotiation in between may have kept the parameters from being set.
      void this.#tune();
    });
  }

  /** Sends this screen from now on. */
  async send(screen: MediaStream, tuning: Tuning): Promise<void> {
    this.#tuning = tuning;
    const tracks = KINDS.map((kind) => screen.getTracks().find((track) => track.kind === kind));
    this.#untold = KINDS.filter((_, index) => tracks[index]);
    await Promise.all(KINDS.map((kind, index) => this.#set(kind, tracks[index])));
    await this.#tune();
    this.#tell();
  }

  /** Sends nothing more. */
  async stop(): Promise<void> {
    this.#untold = [];
    await Promise.all(KINDS.map((kind) => this.#set(kind, undefined)));
  }

  /** Encodes otherwise. */
  async tune(tuning: Tuning): Promise<void> {
    this.#tuning = tuning;
    await this.#tune();
  }

  async #set(kind: Kind, track: MediaStreamTrack | undefined): Promise<void> {
    const { connection, stream } = this.#options;
    const known = this.#transceivers.get(kind);
    const isOver = connection.signalingState === 'closed' || known?.direction === 'stopped';
    if (isOver) return;
    if (known) {
      known.direction = track ? 'sendonly' : 'inactive';
      await known.sender.replaceTrack(track ?? null);
    } else if (track) {
      const { content, people } = this.#tuning;
      const sendEncodings = kind === 'video' ? [encodingFor(content, people)] : [{}];
      this.#transceivers.set(kind, connection.addTransceiver(track, { direction: 'sendonly', streams: [stream], sendEncodings }));
    }
  }

  /** As soon as the media sections have got their names, which they have once the peer knows them. */
  #tell(): void {
    const mids = new Map(this.#untold.map((kind) => [kind, this.#transceivers.get(kind)?.mid ?? null]));
    const { connection, onNegotiated } = this.#options;
    if (!mids.size || [...mids.values()].includes(null) || connection.signalingState !== 'stable') return;
    this.#untold = [];
    onNegotiated({ type: 'screen', video: mids.get('video') ?? null, audio: mids.get('audio') ?? null });
  }

  async #tune(): Promise<void> {
    const sender = this.#transceivers.get('video')?.sender;
    if (!sender?.track) return;
    const { content, people } = this.#tuning;
    const wanted = encodingFor(content, people);
    const parameters = sender.getParameters();
    const [encoding] = parameters.encodings;
    if (!encoding) return;
    const isSame = encoding.maxBitrate === wanted.maxBitrate && encoding.maxFramerate === wanted.maxFramerate;
    if (isSame && parameters.degradationPreference === preferenceFor(content)) return;
    Object.assign(encoding, wanted);
    parameters.degradationPreference = preferenceFor(content);
    try {
      await sender.setParameters(parameters);
    } catch {
      // A negotiation came in between, after which this is done again; or the connection has just ended.
    }
  }
}
