import type { IceServerInit } from '../../signaling/protocol/index.js';

/**
 * Tells a browser its public address, when neither the page nor the server names any ICE server. It sees the
 * visitor's address and nothing of the call. `ice-servers="[]"` does without.
 */
export const DEFAULT_ICE_SERVERS: readonly RTCIceServer[] = Object.freeze([{ urls: 'stun:stun.cloudflare.com:3478' }]);

/**
 * The configuration of each peer connection: the page's own servers and those of the signaling server together;
 * the default only when nobody names any, not even an empty list.
 */
export function iceConfiguration(
  own: RTCIceServer[] | undefined,
  fromServer: IceServerInit[] | undefined,
  iceTransportPolicy: RTCIceTransportPolicy = 'all',
): RTCConfiguration & { iceServers: RTCIceServer[] } {
  const named = own || fromServer ? [...(own ?? []), ...(fromServer ?? [])] : [...DEFAULT_ICE_SERVERS];
  return { iceServers: named, iceTransportPolicy };
}

/** What this browser has against a server: a wrong scheme, a missing credential. `undefined`: nothing. */
export function whyUnusable(server: RTCIceServer): Error | undefined {
  try {
    new RTCPeerConnection({ iceServers: [server] }).close();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
