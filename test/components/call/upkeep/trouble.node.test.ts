import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evidenceOf, reasonFor, type Evidence } from '../../../../components/call/upkeep/trouble.js';

/** Two networks between which there is no way, and nothing else. */
const DIRECT: Evidence = {
  answered: true,
  own: new Set(['host', 'srflx']),
  theirs: new Set(['host', 'srflx']),
  hasTurn: false,
  hasStun: true,
  relayOnly: false,
  refused: false,
};

const sdp = (...types: string[]): string =>
  [
    'v=0',
    'm=audio 9 UDP/TLS/RTP/SAVPF 111',
    ...types.map((type) => `a=candidate:1 1 udp 2113937151 192.0.2.1 54321 typ ${type} generation 0`),
  ].join('\r\n');

/** As much of a connection as its evidence takes. */
const connection = (
  configuration: RTCConfiguration,
  own: string,
  theirs: string | undefined,
  signalingState: RTCSignalingState = 'stable',
): RTCPeerConnection =>
  ({
    getConfiguration: () => configuration,
    localDescription: { type: 'offer', sdp: own },
    remoteDescription: theirs === undefined ? null : { type: 'answer', sdp: theirs },
    signalingState,
  }) as unknown as RTCPeerConnection;

describe('the reason why somebody can’t be reached', () => {
  const cases: [string, Partial<Evidence>, string][] = [
    ['nobody answers', { answered: false, own: new Set() }, 'peer-silent'],
    ['both know ways, and there is no relay', {}, 'no-relay'],
    ['both know ways within one network, and there are no servers', { own: new Set(['host']), hasStun: false }, 'no-relay'],
    ['the relay does not answer', { hasTurn: true }, 'relay-silent'],
    ['the relay does not let us in', { hasTurn: true, refused: true }, 'relay-refused'],
    ['even from a relay they are not found', { hasTurn: true, own: new Set(['host', 'relay']) }, 'peer-blocked'],
    ['only a relay may be used, and there is none', { relayOnly: true, own: new Set() }, 'relay-missing'],
    ['only a relay may be used, there is none, and nobody answers', { relayOnly: true, answered: false }, 'relay-missing'],
    ['only a relay may be used, and it does not answer', { relayOnly: true, hasTurn: true, own: new Set() }, 'relay-silent'],
    ['not even STUN answers', { own: new Set(['host']) }, 'network-blocked'],
    ['this side found no way at all', { own: new Set(), hasStun: false }, 'network-blocked'],
    ['they told no way', { theirs: new Set() }, 'peer-blocked'],
  ];
  for (const [what, evidence, reason] of cases) {
    it(`is ${reason} when ${what}`, () => assert.equal(reasonFor({ ...DIRECT, ...evidence }), reason));
  }
});

describe('the evidence of a connection', () => {
  it('is what its descriptions and its configuration say', () => {
    const iceServers = [{ urls: ['stun:192.0.2.9', 'TURNS:192.0.2.9?transport=tcp'] }];
    const evidence = evidenceOf(connection({ iceServers }, sdp('host', 'srflx'), sdp('host', 'host')), true);
    assert.deepEqual(evidence, {
      answered: true,
      own: new Set(['host', 'srflx']),
      theirs: new Set(['host']),
      hasTurn: true,
      hasStun: true,
      relayOnly: false,
      refused: true,
    });
  });

  it('tells a peer that has not answered, the first time or a restart', () => {
    assert.equal(evidenceOf(connection({}, sdp('host'), undefined, 'have-local-offer'), false).answered, false);
    assert.equal(evidenceOf(connection({}, sdp('host'), sdp('host'), 'have-local-offer'), false).answered, false);
  });
});
