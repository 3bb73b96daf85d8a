import type { CallRoom } from '../../../components/elements/call-room/call-room.js';

// Somebody in a call of four who shows the three others one below the other, each in 320 × 240. The published bundle, which
// the page has loaded.

/** Of one tile, in CSS pixels. */
const TILE = { width: 320, height: 240 };
const GAP = 10;

/** What a page has sent and seen so far. */
export interface Traffic {
  /** Everything that went to the others: media, and what keeps connections going. */
  sentBytes: number;
  framesDecoded: number;
  framesEncoded: number;
}

/** What the bench calls from outside. */
export interface TilesPage {
  /** Enters a call; returns once in the room. */
  enter(port: number, room: string): Promise<void>;
  /** How many of the others send pictures. */
  pictures(): Promise<number>;
  /** Leaves so many tiles in sight, from the top. */
  show(count: number): void;
  traffic(): Promise<Traffic>;
}

declare global {
  interface Window {
    tiles: TilesPage;
    /** Every peer connection of the page. */
    __peerConnections: RTCPeerConnection[];
  }
}

// A place to scroll in, through which so many tiles are seen.
const hole = document.body.appendChild(document.createElement('div'));
hole.style.cssText = `inline-size: ${TILE.width}px; overflow: hidden scroll; scrollbar-width: none`;

window.tiles = {
  async enter(port, room) {
    hole.innerHTML = `<call-room signaling="ws://localhost:${port}/signal" room="${room}" ice-servers="[]" auto-join
      style="display: block; block-size: auto; --call-gap: ${GAP}px">
      <div style="inline-size: ${TILE.width}px; block-size: ${3 * TILE.height + 2 * GAP}px">
        <remote-video style="block-size: 100%; aspect-ratio: auto"></remote-video>
      </div>
    </call-room>`;
    window.tiles.show(3);
    const tag = hole.querySelector<CallRoom>('call-room');
    await new Promise<void>((resolve) => tag?.addEventListener('call-joined', () => resolve(), { once: true }));
  },
  async pictures() {
    const all = await Promise.all(open().map(trafficOf));
    return all.filter(({ framesDecoded }) => framesDecoded > 0).length;
  },
  show(count) {
    hole.style.blockSize = `${count * TILE.height + (count - 1) * GAP}px`;
  },
  async traffic() {
    const all = await Promise.all(open().map(trafficOf));
    const sum = (member: keyof Traffic): number => all.reduce((total, one) => total + one[member], 0);
    return { sentBytes: sum('sentBytes'), framesDecoded: sum('framesDecoded'), framesEncoded: sum('framesEncoded') };
  },
};

const open = (): RTCPeerConnection[] => window.__peerConnections.filter(({ connectionState }) => connectionState === 'connected');

async function trafficOf(connection: RTCPeerConnection): Promise<Traffic> {
  const traffic = { sentBytes: 0, framesDecoded: 0, framesEncoded: 0 };
  const report = (await connection.getStats()) as unknown as ReadonlyMap<string, RTCStats>;
  for (const stats of report.values()) {
    if (stats.type === 'candidate-pair') traffic.sentBytes += (stats as RTCIceCandidatePairStats).bytesSent ?? 0;
    if (stats.type === 'inbound-rtp') traffic.framesDecoded += (stats as RTCInboundRtpStreamStats).framesDecoded ?? 0;
    if (stats.type === 'outbound-rtp') traffic.framesEncoded += (stats as RTCOutboundRtpStreamStats).framesEncoded ?? 0;
  }
  return traffic;
}
