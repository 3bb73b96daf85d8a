import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { candidatesIn, withoutAddresses } from '../../../../components/call/ringing/sdp.js';

/** Shortened from what Chromium offers once it has gathered. */
const OFFER = [
  'v=0',
  'o=- 1 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0 1',
  'm=audio 50123 UDP/TLS/RTP/SAVPF 111',
  'c=IN IP4 203.0.113.7',
  'a=rtcp:50124 IN IP4 203.0.113.7',
  'a=candidate:1 1 udp 2122260223 192.168.1.20 50123 typ host generation 0 ufrag aB3d',
  'a=candidate:2 1 udp 1686052607 203.0.113.7 50123 typ srflx raddr 192.168.1.20 rport 50123',
  'a=end-of-candidates',
  'a=ice-ufrag:aB3d',
  'a=mid:0',
  'm=video 0 UDP/TLS/RTP/SAVPF 96',
  'c=IN IP4 0.0.0.0',
  'a=ice-ufrag:aB3d',
  'a=mid:1',
  '',
].join('\r\n');

describe('a description without addresses', () => {
  it('has none in any line, whatever ends the lines', () => {
    for (const offer of [OFFER, OFFER.replaceAll('\r\n', '\n')]) {
      const bare = withoutAddresses(offer);
      assert.ok(!/192\.168|203\.0|50123|50124|candidate/.test(bare), bare);
    }
  });

  it('keeps everything else, a rejected section, too', () => {
    const bare = withoutAddresses(OFFER);
    assert.ok(
      bare.includes('m=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=rtcp:9 IN IP4 0.0.0.0\r\na=ice-ufrag:aB3d\r\n'),
    );
    assert.ok(bare.includes('m=video 0 UDP/TLS/RTP/SAVPF 96\r\n'));
    assert.ok(bare.endsWith('a=mid:1\r\n'));
  });

  it('can be made whole again by its candidates', () => {
    assert.deepEqual(candidatesIn(OFFER), [
      {
        candidate: 'candidate:1 1 udp 2122260223 192.168.1.20 50123 typ host generation 0 ufrag aB3d',
        sdpMid: '0',
        sdpMLineIndex: 0,
        usernameFragment: 'aB3d',
      },
      {
        candidate: 'candidate:2 1 udp 1686052607 203.0.113.7 50123 typ srflx raddr 192.168.1.20 rport 50123',
        sdpMid: '0',
        sdpMLineIndex: 0,
        usernameFragment: 'aB3d',
      },
    ]);
  });
});
