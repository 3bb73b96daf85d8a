import type { Trouble } from '../participant.js';

/** What is known of a link that does not come about. */
export interface Evidence {
  /** The peer answered what was last offered to it, or offered itself. */
  answered: boolean;
  /** Kinds of ways that were found on this side (RFC 8445, 5.1.1: types of candidates). */
  own: ReadonlySet<string>;
  /** The same of the peer, as far as it told. */
  theirs: ReadonlySet<string>;
  /** There is a TURN server for this call. */
  hasTurn: boolean;
  /** There is a STUN server for this call. */
  hasStun: boolean;
  /** Nothing but a relay may be used (`iceTransportPolicy`). */
  relayOnly: boolean;
  /** A TURN server answered that it does not let us in. */
  refused: boolean;
}

/** Why a link does not come about: the most likely reason, as far as one side can tell. */
export function reasonFor({ answered, own, theirs, hasTurn, hasStun, relayOnly, refused }: Evidence): Trouble {
  // Certain, whoever is at the other end.
  if (relayOnly && !hasTurn) return 'relay-missing';
  if (!answered) return 'peer-silent';
  // A relay reaches whoever can be reached at all.
  if (own.has('relay')) return 'peer-blocked';
  if (hasTurn) return refused ? 'relay-refused' : 'relay-silent';
  // Even a network without any server gives a browser its own address.
  if (own.size === 0 || (hasStun && !own.has('srflx'))) return 'network-blocked';
  return theirs.size === 0 ? 'peer-blocked' : 'no-relay';
}

/**
 * Gathers what there is to know of a connection that does not come about.
 * @param refused a TURN server answered it with an error, see `icecandidateerror`
 */
export function evidenceOf(connection: RTCPeerConnection, refused: boolean): Evidence {
  const { iceServers = [], iceTransportPolicy } = connection.getConfiguration();
  const urls = iceServers.flatMap((server) => server.urls);
  return {
    answered: connection.remoteDescription !== null && connection.signalingState !== 'have-local-offer',
    own: candidateTypes(connection.localDescription),
    theirs: candidateTypes(connection.remoteDescription),
    hasTurn: urls.some(isTurn),
    hasStun: urls.some((url) => /^stuns?:/i.test(url)),
    relayOnly: iceTransportPolicy === 'relay',
    refused,
  };
}

/** True for the URL of a TURN server (RFC 7065). */
export const isTurn = (url: string): boolean => /^turns?:/i.test(url);

/** Descriptions hold all candidates of their generation that are known so far, trickled ones as well (W3C webrtc-pc, 4.4.1.5). */
const candidateTypes = (description: RTCSessionDescription | null): Set<string> =>
  new Set([...(description?.sdp ?? '').matchAll(/^a=candidate:.* typ (\w+)/gm)].flatMap(([, type]) => type ?? []));
