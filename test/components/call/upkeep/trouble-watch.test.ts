import { expect, waitUntil } from '@open-wc/testing';
import type { Call, CallError } from '../../../../components/call/index.js';
import { randomId, resolveEndpoint, RoomSocket } from '../../../../signaling/client/index.js';
import { endCalls, makeCall } from '../../../support/calls.js';
import { uniqueName } from '../../../support/endpoints.js';

/** Ten seconds it takes by design; a busy machine needs longer. */
const PATIENCE = { timeout: 40_000 };
const troubleOf = ({ participants }: Call): string | undefined => participants[0]?.trouble;

/** Somebody who is in the room, and answers nothing. */
function dumb(room: string): RoomSocket {
  const options = {
    peer: randomId(),
    room,
    endpoint: resolveEndpoint('/signal', room, '', document.baseURI),
    displayName: () => 'Dumb',
  };
  return new RoomSocket(options, { onOpen() {}, onMessage() {}, onDown() {}, onRefused() {} });
}

describe('the reason why somebody can’t be reached', function () {
  this.timeout(60_000);
  afterEach(endCalls);

  it('is that they are silent', async () => {
    const room = uniqueName();
    const ada = makeCall('Ada', room, { audio: 'none', video: 'none' });
    const errors: CallError[] = [];
    ada.addEventListener('error', ({ error }) => errors.push(error));
    await ada.join();
    const socket = dumb(room);
    try {
      await waitUntil(() => troubleOf(ada) === 'peer-silent', 'no reason', PATIENCE);
      expect(errors.map(({ code, subject, trouble, recoverable }) => [code, subject, trouble, recoverable])).to.deep.equal([
        ['peer-unreachable', ada.participants[0]?.id, 'peer-silent', true],
      ]);
    } finally {
      socket.close();
    }
    await waitUntil(() => ada.participants.length === 0, 'still there', PATIENCE);
  });

  it('is that the relay does not answer', async () => {
    const room = uniqueName();
    // Nobody listens there. (Firefox refuses small ports.)
    const iceServers: RTCIceServer[] = [{ urls: 'turn:127.0.0.1:59999?transport=udp', username: 'user', credential: 'password' }];
    const ada = makeCall('Ada', room, { audio: 'none', video: 'none', iceTransportPolicy: 'relay', iceServers });
    await ada.join();
    await makeCall('Bob', room, { audio: 'none', video: 'none' }).join();
    // Firefox ends a connection without any candidate before anybody can look at it.
    const reasons = ['relay-silent', 'no-path'];
    await waitUntil(() => reasons.includes(troubleOf(ada) ?? ''), 'no reason', PATIENCE);
  });
});
