/** What became of one peer connection of a page. All instants are `Date.now()`: one clock for all on one machine. */
export interface LinkRecord {
  /** Each `connectionState` and since when, the first from its making. */
  states: { at: number; state: RTCPeerConnectionState }[];
  /** Each generation of ICE that this side began, by its fragment of the user name. */
  generations: { at: number; ufrag: string }[];
  /** By which pair it sent since when, from {@link InLab.watch} on. */
  pairs: { at: number; pair: string }[];
  /** Whether somebody was at the other end. Links that lie ready for the next to come are not. */
  hadPeer: boolean;
}

/** One thing that the call has told, and when. */
export interface Told {
  at: number;
  type: string;
  /** Of `call-state-change`. */
  state?: string;
  /** Of `call-error`. */
  code?: string;
}

/** By which two candidates a connection sends now. */
export interface Pair {
  local: RTCIceCandidateType;
  remote: RTCIceCandidateType;
  /** How this side reaches its relay, where it uses one. */
  relayProtocol?: string;
}

/** Sums over all that arrives in a page. */
export interface Arrived {
  audioPackets: number;
  audioEnergy: number;
  audioSamples: number;
  /** Of the samples, those that were made up for lost ones. */
  concealedSamples: number;
  framesDecoded: number;
  /** Of the last frame. */
  frameHeight: number;
  bytes: number;
  packetsLost: number;
  freezes: number;
  /** In s; of the selected pair. */
  roundTripTime: number | undefined;
}

/** Instants at which more had arrived than before, as found by looking ten times a second. */
export interface Growth {
  audio: number[];
  video: number[];
}

/** What the laboratory has in each page, as `window.__lab`. */
export interface InLab {
  links: LinkRecord[];
  told: Told[];
  /** Of each connected peer connection. */
  pairs(): Promise<Pair[]>;
  arrived(): Promise<Arrived>;
  /** Begins to look at what grows. */
  watch(): void;
  growth: Growth;
}

declare global {
  interface Window {
    /** Only pages of the laboratory have this. */
    __lab: InLab;
  }
}

/** Source that runs in a page before its scripts, behind that which records peer connections. */
export const IN_LAB = `(${install.toString()})();`;

/** Runs in the page, where nothing of this file exists: all it needs stands inside. */
function install(): void {
  const links: LinkRecord[] = [];
  const told: Told[] = [];
  const growth: Growth = { audio: [], video: [] };

  window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
    construct(target, args: [RTCConfiguration]): RTCPeerConnection {
      const connection = new target(...args);
      const record: LinkRecord = { states: [{ at: Date.now(), state: 'new' }], generations: [], pairs: [], hadPeer: false };
      links.push(record);
      connection.addEventListener('connectionstatechange', () => {
        record.states.push({ at: Date.now(), state: connection.connectionState });
      });
      connection.addEventListener('signalingstatechange', () => {
        record.hadPeer ||= connection.remoteDescription !== null;
        const ufrag = /^a=ice-ufrag:(.+)$/m.exec(connection.localDescription?.sdp ?? '')?.[1]?.trim();
        const isNew = record.generations.every((known) => known.ufrag !== ufrag);
        if (ufrag && isNew) record.generations.push({ at: Date.now(), ufrag });
      });
      return connection;
    },
  });

  for (const type of ['call-state-change', 'call-error', 'call-left', 'call-participant-joined', 'call-participant-left']) {
    addEventListener(type, (event) => {
      const { state, code } = event as Event & Pick<Told, 'state' | 'code'>;
      told.push({ at: Date.now(), type, ...(state && { state }), ...(code && { code }) });
    });
  }

  const withPeer = (): RTCPeerConnection[] =>
    window.__peerConnections.filter(
      ({ connectionState, remoteDescription }) => connectionState !== 'closed' && remoteDescription,
    );

  /** `RTCStatsReport` is declared as a map of `any`. */
  async function statsOf<Stats extends RTCStats>(connection: RTCPeerConnection): Promise<ReadonlyMap<string, Stats>> {
    return await connection.getStats();
  }

  type Candidate = RTCStats & { candidateType: RTCIceCandidateType; relayProtocol?: string };
  type PairStats = RTCStats & { localCandidateId: string; remoteCandidateId: string; currentRoundTripTime?: number };

  function pairIn(stats: ReadonlyMap<string, RTCTransportStats & PairStats & Candidate>): Pair[] {
    const transport = [...stats.values()].find(({ type }) => type === 'transport');
    const pair = stats.get(transport?.selectedCandidatePairId ?? '');
    const local = stats.get(pair?.localCandidateId ?? '');
    const remote = stats.get(pair?.remoteCandidateId ?? '');
    if (!local || !remote) return [];
    const { candidateType, relayProtocol } = local;
    return [{ local: candidateType, remote: remote.candidateType, ...(relayProtocol && { relayProtocol }) }];
  }

  async function pairs(): Promise<Pair[]> {
    const connected = withPeer().filter(({ connectionState }) => connectionState === 'connected');
    return (await Promise.all(connected.map(async (connection) => pairIn(await statsOf(connection))))).flat();
  }

  async function arrived(): Promise<Arrived> {
    const sum: Arrived = {
      ...{ audioPackets: 0, audioEnergy: 0, audioSamples: 0, concealedSamples: 0, framesDecoded: 0, frameHeight: 0 },
      ...{ bytes: 0, packetsLost: 0, freezes: 0, roundTripTime: undefined },
    };
    for (const connection of withPeer()) {
      const stats = await statsOf<RTCInboundRtpStreamStats & RTCTransportStats & PairStats>(connection);
      for (const one of stats.values()) {
        if (one.type === 'transport') {
          sum.roundTripTime = stats.get(one.selectedCandidatePairId ?? '')?.currentRoundTripTime;
        }
        if (one.type !== 'inbound-rtp') continue;
        sum.bytes += one.bytesReceived ?? 0;
        sum.packetsLost += one.packetsLost ?? 0;
        if (one.kind === 'audio') {
          sum.audioPackets += one.packetsReceived ?? 0;
          sum.audioEnergy += one.totalAudioEnergy ?? 0;
          sum.audioSamples += one.totalSamplesReceived ?? 0;
          sum.concealedSamples += one.concealedSamples ?? 0;
        } else {
          sum.framesDecoded += one.framesDecoded ?? 0;
          sum.frameHeight = one.frameHeight ?? sum.frameHeight;
          sum.freezes += one.freezeCount ?? 0;
        }
      }
    }
    return sum;
  }

  const before = new WeakMap<RTCPeerConnection, Record<keyof Growth, number>>();

  async function look(): Promise<void> {
    for (const connection of withPeer()) {
      const now = { audio: 0, video: 0 };
      const stats = await statsOf<RTCInboundRtpStreamStats & RTCTransportStats & PairStats & Candidate>(connection);
      const [pair] = pairIn(stats);
      const record = links[window.__peerConnections.indexOf(connection)];
      const name = pair ? `${pair.local} → ${pair.remote}` : 'none';
      if (record && record.pairs.at(-1)?.pair !== name) record.pairs.push({ at: Date.now(), pair: name });
      for (const one of stats.values()) {
        if (one.type !== 'inbound-rtp') continue;
        if (one.kind === 'audio') now.audio = one.packetsReceived ?? 0;
        else now.video = one.framesDecoded ?? 0;
      }
      const then = before.get(connection) ?? { audio: 0, video: 0 };
      before.set(connection, now);
      for (const kind of ['audio', 'video'] as const) if (now[kind] > then[kind]) growth[kind].push(Date.now());
    }
  }

  window.__lab = {
    links,
    told,
    pairs,
    arrived,
    watch: () => void setInterval(() => void look(), 100),
    growth,
  };
}
