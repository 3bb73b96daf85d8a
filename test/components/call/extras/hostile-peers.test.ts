import { expect } from '@open-wc/testing';
import type { Call } from '../../../../components/call/index.js';
import type { Stay } from '../../../../components/call/companion.js';
import { Line } from '../../../../components/call/extras/line.js';
import { endCalls, joinTogether, linked, listening, makeCall } from '../../../support/calls.js';
import { uniqueName } from '../../../support/endpoints.js';
import { waitUntil } from '../../../support/patience.js';
import { fakeScreens } from '../../../support/screens.js';

/** The connections of a call, with what is theirs. */
function connectionsOf(call: Call): (peer: string) => RTCPeerConnection | undefined {
  let stay: Stay | undefined;
  call.accompany((begun) => {
    stay = begun;
    return { close: () => undefined };
  });
  return (peer) => stay?.transport.links.get(peer)?.connection;
}

describe('somebody who means harm', function () {
  this.timeout(40_000);
  afterEach(endCalls);

  it('keeps nobody from speaking with the others by taking the number of the channel first', async () => {
    const room = uniqueName();
    const eve = makeCall('Eve', room);
    // Of whoever offers, the browser's own numbers are odd (RFC 8832, 6): the first is that of the second channel.
    eve.accompany((stay) => ({
      onReady: (peer) => void stay.transport.links.get(peer)?.connection.createDataChannel('mine'),
      close: () => undefined,
    }));
    await eve.join();
    const [ada, bob] = [makeCall('Ada', room), makeCall('Bob', room)];
    const opened: string[] = [];
    for (const call of [ada, bob]) {
      call.accompany((stay) => ({
        onReady: (peer) =>
          stay.transport.links.get(peer)?.connection.addEventListener('datachannel', ({ channel }) => opened.push(channel.label)),
        close: () => undefined,
      }));
      await call.join();
    }
    await linked([eve, ada, bob]);
    await waitUntil(() => opened.length === 2, 'Eve has not opened anything');
    const failures: string[] = [];
    for (const call of [ada, bob]) call.addEventListener('error', ({ error }) => failures.push(error.code));
    const heard: unknown[] = [];
    bob.addEventListener('message', ({ data }) => heard.push(data));
    await Promise.all([ada.extras(), bob.extras()]);
    await ada.send('all the same');
    await waitUntil(() => heard.length === 1, 'Bob hears nothing');
    expect(failures).to.eql([]);
  });

  it('who takes only short messages misses long ones, and gets those that follow', async () => {
    const [one, other] = [new RTCPeerConnection(), new RTCPeerConnection()];
    try {
      for (const [from, to] of [
        [one, other],
        [other, one],
      ] as const) {
        from.addEventListener('icecandidate', ({ candidate }) => candidate && void to.addIceCandidate(candidate));
      }
      const heard: unknown[] = [];
      const line = new Line(one, () => undefined);
      new Line(other, (data) => heard.push(data));
      await one.setLocalDescription();
      await other.setRemoteDescription(one.localDescription as RTCSessionDescription);
      await other.setLocalDescription();
      const sdp = other.localDescription?.sdp.replace(/a=max-message-size:\d+/, 'a=max-message-size:100') ?? '';
      await one.setRemoteDescription({ type: 'answer', sdp });
      await line.send('x'.repeat(200));
      await line.send('short');
      await waitUntil(() => heard.includes('short'), 'nothing came any more');
    } finally {
      one.close();
      other.close();
    }
  });

  it('who sleeps, and takes nothing, is waited for once, and no longer', async () => {
    const connection = new RTCPeerConnection();
    try {
      const line = new Line(connection, () => undefined);
      await line.send('the first waits for a while');
      const filling = 'x'.repeat(1024 * 1024);
      // More than is kept for anybody. Nobody could wait for each.
      for (let count = 0; count < 20; count += 1) await line.send(filling);
    } finally {
      connection.close();
    }
  });

  it('makes no page draw without end by sharing and not sharing', async () => {
    const screens = fakeScreens();
    try {
      const [ada, eve] = (await joinTogether(['Ada', 'Eve'])) as [Call, Call];
      await listening([ada, eve]);
      const connection = connectionsOf(eve);
      await eve.toggleScreenShare();
      await waitUntil(() => ada.participants[0]?.screen, 'no screen', 15_000);
      const video = connection(ada.localParticipant.id)?.getTransceivers()[2]?.mid;
      expect(video).to.be.a('string');
      let changes = 0;
      ada.addEventListener('participantchange', ({ participant, previous }) => {
        if (participant.screen !== previous?.screen) changes += 1;
      });
      const { exchange } = await eve.extras();
      for (let round = 0; round < 200; round += 1) {
        await exchange.tell({ type: 'screen', video: null, audio: null });
        await exchange.tell({ type: 'screen', video, audio: null });
      }
      await exchange.tell({ type: 'screen', video: null, audio: null });
      // The last word counts, as late as it may be.
      await waitUntil(() => changes % 2 === 1 && !ada.participants[0]?.screen, 'the screen is still there', 10_000);
      expect(changes).to.be.below(40);
    } finally {
      screens.restore();
    }
  });
});
