import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkMessage, CLIENT } from '../../../signaling/protocol/index.js';
import { parseIceServers } from '../../../signaling/server/index.js';

describe('parseIceServers', () => {
  it('reads what RTCPeerConnection and our own clients accept', () => {
    const servers = [
      { urls: 'stun:stun.example:3478' },
      { urls: ['turn:turn.example?transport=udp', 'turns:turn.example'], username: 'u', credential: 'c' },
    ];
    assert.deepEqual(parseIceServers(JSON.stringify(servers)), servers);
    assert.deepEqual(parseIceServers('[]'), []);
    const welcome = { type: 'welcome', v: 1, id: 'a', resume: 'b', peers: [], iceServers: servers };
    assert.equal(checkMessage(welcome, CLIENT).ok, true);
  });

  it('names what is wrong and where', () => {
    const cases: [json: string, message: RegExp][] = [
      ['stun:a', /^not JSON$/],
      ['{}', /^not a JSON array$/],
      [JSON.stringify(Array(17).fill({ urls: 'stun:a' })), /^more than 16 servers$/],
      ['[null]', /^\[0\]: not an object$/],
      ['[{"url":"stun:a"}]', /^\[0\]\.url: unknown; allowed are urls, username, credential$/],
      ['[{}]', /^\[0\]\.urls: undefined is not a stun:/],
      ['[{"urls":[]}]', /^\[0\]\.urls: not 1 to 16 URLs$/],
      ['[{"urls":"stun:a"},{"urls":"http://b"}]', /^\[1\]\.urls: "http:\/\/b" is not a stun:, stuns:, turn: or turns: URL$/],
      ['[{"urls":"turn:a"}]', /^\[0\]\.username: must be text .* needs it$/],
      ['[{"urls":"turn:a","username":"u"}]', /^\[0\]\.credential: must be text/],
      ['[{"urls":"stun:a","username":5}]', /^\[0\]\.username: must be text/],
    ];
    for (const [json, message] of cases) assert.throws(() => parseIceServers(json), { name: 'TypeError', message }, json);
  });
});
