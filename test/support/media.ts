import type { Page } from 'puppeteer-core';

/** What one peer connection of a page has received so far. */
export interface Received {
  connectionState: RTCPeerConnectionState;
  framesDecoded: number;
  /** Height of the last frame, in pixels; 0 before the first. */
  frameHeight: number;
  /** `totalAudioEnergy` of W3C webrtc-stats. Noise before the first sound can be about 1e-10: ask for 1e-3. */
  audioEnergy: number;
  bytesReceived: number;
  /** Such as `video/VP8`. */
  videoCodec: string | undefined;
}

declare global {
  interface Window {
    /** Every peer connection that the page has made, in order. Only tests have this. */
    __peerConnections: RTCPeerConnection[];
  }
}

/**
 * Runs in a page before its scripts: statistics need the peer connections, which no page hands out. The prototype
 * and everything else stay the browser's own.
 */
export const RECORD_PEER_CONNECTIONS = `
  // The compiler of tests marks functions with this helper, which exists only where it compiled them.
  globalThis.__name = (target) => target;
  window.__peerConnections = [];
  if (window.RTCPeerConnection) {
    window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
      construct(...call) {
        const connection = Reflect.construct(...call);
        window.__peerConnections.push(connection);
        return connection;
      },
    });
  }
`;

/** What each open peer connection of the page has received, one a remote participant, oldest first. */
export const received = (page: Page): Promise<Received[]> =>
  page.evaluate(async () => {
    const open = window.__peerConnections.filter(({ connectionState }) => connectionState !== 'closed');
    return Promise.all(
      open.map(async (connection) => {
        const sum = {
          connectionState: connection.connectionState,
          framesDecoded: 0,
          frameHeight: 0,
          audioEnergy: 0,
          bytesReceived: 0,
          videoCodec: undefined as string | undefined,
        };
        const report = await connection.getStats();
        // `RTCStatsReport` is declared as a map of `any`.
        for (const stats of report.values() as Iterable<RTCInboundRtpStreamStats>) {
          if (stats.type !== 'inbound-rtp') continue;
          sum.bytesReceived += stats.bytesReceived ?? 0;
          if (stats.kind === 'video') {
            sum.framesDecoded += stats.framesDecoded ?? 0;
            sum.frameHeight = stats.frameHeight ?? 0;
            const codec = stats.codecId ? (report.get(stats.codecId) as { mimeType?: string } | undefined) : undefined;
            sum.videoCodec = codec?.mimeType;
          } else {
            sum.audioEnergy += stats.totalAudioEnergy ?? 0;
          }
        }
        return sum;
      }),
    );
  });

/** The states of all peer connections that the page ever made, the closed ones as well. */
export const connectionStates = (page: Page): Promise<RTCPeerConnectionState[]> =>
  page.evaluate(() => window.__peerConnections.map(({ connectionState }) => connectionState));
