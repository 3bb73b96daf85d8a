import type { IceServerInit } from '../../../signaling/protocol/index.js';
import { iceConfiguration, whyUnusable } from '../ice-configuration.js';
import { failed, passed, skipped, type Finding } from './check-report.js';

/** `stun:` and `stuns:` (RFC 7064). */
export const STUN = /^stuns?:/i;
/** `turn:` and `turns:` (RFC 7065). */
export const TURN = /^turns?:/i;

/** The most URLs that are looked at: more than any browser uses. */
const MOST = 16;

/** The ICE servers of a call, one URL each. */
export interface KnownIceServers {
  readonly finding: Finding;
  readonly stun: readonly RTCIceServer[];
  readonly turn: readonly RTCIceServer[];
}

/** Which ICE servers a call of this page has, as in {@link iceConfiguration}, and whether the browser takes them. */
export function checkIceServers(own: RTCIceServer[] | undefined, fromServer: IceServerInit[] | undefined): KnownIceServers {
  if (typeof RTCPeerConnection === 'undefined') return { finding: failed('webrtc-unsupported'), stun: [], turn: [] };
  const all = iceConfiguration(own, fromServer).iceServers.flatMap(oneUrlEach).slice(0, MOST);
  const usable = all.filter((server) => !whyUnusable(server));
  const stun = usable.filter(({ urls }) => STUN.test(String(urls)));
  const turn = usable.filter(({ urls }) => TURN.test(String(urls)));
  const unusable = all.length - usable.length;
  const figures = { stunServers: stun.length, turnServers: turn.length };
  if (unusable > 0) return { finding: failed('ice-servers-invalid', { ...figures, unusable }), stun, turn };
  if (all.length === 0) return { finding: skipped('ice-servers-none'), stun, turn };
  return { finding: passed('ice-servers-known', figures), stun, turn };
}

const oneUrlEach = (server: RTCIceServer): RTCIceServer[] => [server.urls].flat().map((urls) => ({ ...server, urls }));
