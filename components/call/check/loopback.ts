/** What the near end says and the far end repeats. */
const PING = 'ping';

/** Two peer connections of this page that are each other's peer, joined by a data channel. */
export class Loopback {
  readonly near: RTCPeerConnection;
  readonly far: RTCPeerConnection;
  readonly nearChannel: RTCDataChannel;
  readonly farChannel: RTCDataChannel;
  /** What the browser tells of servers that it did not reach, or that refused it. */
  readonly errorCodes = new Set<number>();
  readonly candidateTypes = new Set<string>();
  readonly #life: AbortSignal;

  /** `life`: both ends are closed when it is aborted. */
  constructor(configuration: RTCConfiguration, life: AbortSignal) {
    this.#life = life;
    this.near = new RTCPeerConnection(configuration);
    this.far = new RTCPeerConnection(configuration);
    this.nearChannel = channelOf(this.near);
    this.farChannel = channelOf(this.far);
    this.#listen(this.near, this.far);
    this.#listen(this.far, this.near);
    this.farChannel.addEventListener('message', ({ data }) => {
      if (data === PING) this.farChannel.send(PING);
    });
    life.addEventListener('abort', () => {
      this.near.close();
      this.far.close();
    });
  }

  /** Resolves to true once both ends can speak, to false when that can't come about. */
  async connect(): Promise<boolean> {
    const { near, far } = this;
    const outcome = new Promise<boolean>((resolve) => {
      const { nearChannel, farChannel } = this;
      const look = (): void => {
        if (nearChannel.readyState === 'open' && farChannel.readyState === 'open') resolve(true);
        else if ([near, far].some(isHopeless)) resolve(false);
      };
      for (const channel of [nearChannel, farChannel]) channel.addEventListener('open', look);
      for (const end of [near, far]) {
        end.addEventListener('connectionstatechange', look);
        end.addEventListener('icegatheringstatechange', look);
      }
      this.#life.addEventListener('abort', () => resolve(false));
    });
    await near.setLocalDescription();
    await far.setRemoteDescription(descriptionOf(near));
    await far.setLocalDescription();
    await near.setRemoteDescription(descriptionOf(far));
    return outcome;
  }

  /** How long a message takes to the far end and back, in ms. */
  async roundTrip(): Promise<number> {
    const { nearChannel } = this;
    const sent = performance.now();
    await new Promise<void>((resolve) => {
      nearChannel.addEventListener('message', () => resolve(), { once: true });
      nearChannel.send(PING);
    });
    return performance.now() - sent;
  }

  /** How this browser talks to the relays of its candidates: `udp`, `tcp`, `tls` (W3C webrtc-stats, `relayProtocol`). */
  async relayProtocols(): Promise<string[]> {
    const protocols = new Set<string>();
    for (const end of [this.near, this.far]) {
      for (const { type, relayProtocol } of await statsOf(end)) {
        if (type === 'local-candidate' && relayProtocol) protocols.add(relayProtocol);
      }
    }
    return [...protocols].sort();
  }

  /** The round trip of the path in use as ICE measures it, in ms; undefined before its first check. */
  async pathRoundTrip(): Promise<number | undefined> {
    const stats = await statsOf(this.near);
    const pair = stats.find(({ type, nominated, state }) => type === 'candidate-pair' && nominated && state === 'succeeded');
    return pair?.currentRoundTripTime === undefined ? undefined : pair.currentRoundTripTime * 1000;
  }

  #listen(from: RTCPeerConnection, to: RTCPeerConnection): void {
    from.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.type) this.candidateTypes.add(candidate.type);
      // Closing the other end meanwhile is the only way for this to fail: the candidate is the browser's own.
      if (candidate) to.addIceCandidate(candidate).catch(this.#unlessEnded);
    });
    from.addEventListener('icecandidateerror', ({ errorCode }) => this.errorCodes.add(errorCode));
  }

  readonly #unlessEnded = (error: unknown): void => {
    if (!this.#life.aborted) throw error;
  };
}

/** Statistics of the kinds that are of interest here, under their names in W3C webrtc-stats. */
interface Statistics {
  type: string;
  /** Of a `local-candidate`. */
  relayProtocol?: string;
  /** Of a `candidate-pair`. */
  nominated?: boolean;
  state?: string;
  /** In s. */
  currentRoundTripTime?: number;
  /** Of a `media-source` or `inbound-rtp`: the sum of level² × s. */
  totalAudioEnergy?: number;
}

/** What a peer connection tells of itself. */
export async function statsOf(connection: RTCPeerConnection): Promise<Statistics[]> {
  // Declared as a map of `any`.
  return [...((await connection.getStats()) as ReadonlyMap<string, Statistics>).values()];
}

/** Negotiated by both, so that it is there from the beginning. */
function channelOf(connection: RTCPeerConnection): RTCDataChannel {
  const channel = connection.createDataChannel('call-check', { negotiated: true, id: 0 });
  channel.binaryType = 'arraybuffer';
  return channel;
}

function descriptionOf(connection: RTCPeerConnection): RTCSessionDescription {
  const { localDescription } = connection;
  if (!localDescription) throw new TypeError('a description that was just set is missing');
  return localDescription;
}

/** Failed, or all candidates are gathered and there is none. */
function isHopeless({ connectionState, iceGatheringState, localDescription }: RTCPeerConnection): boolean {
  const gathered = iceGatheringState === 'complete' && !/^a=candidate:/m.test(localDescription?.sdp ?? '');
  return connectionState === 'failed' || gathered;
}
