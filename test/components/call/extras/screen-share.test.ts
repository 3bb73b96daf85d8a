import { expect } from '@open-wc/testing';
import type { Call, Participant } from '../../../../components/call/index.js';
import { endCalls, joinTogether, linked, makeCall } from '../../../support/calls.js';
import { uniqueName } from '../../../support/endpoints.js';
import { waitUntil } from '../../../support/patience.js';
import { fakeScreens, type FakeScreens } from '../../../support/screens.js';

const isFirefox = navigator.userAgent.includes('Firefox/');

const seenBy = (call: Call, other: Call): Participant => {
  const found = call.participants.find(({ id }) => id === other.localParticipant.id);
  if (!found) throw new Error('nobody of this id is there');
  return found;
};

/** A video that plays a stream, as a tile does. */
function watch(stream: MediaStream): HTMLVideoElement {
  const video = document.createElement('video');
  Object.assign(video, { muted: true, autoplay: true, playsInline: true, srcObject: stream });
  document.body.append(video);
  return video;
}

/** Waits until what a person shares is really to be seen. */
async function seesScreen(call: Call, other: Call): Promise<MediaStream> {
  await waitUntil(() => seenBy(call, other).screenStream, 'no screen', 15_000);
  const { screen, screenStream } = seenBy(call, other);
  expect(screen).to.equal(true);
  const video = watch(screenStream as MediaStream);
  try {
    await waitUntil(() => video.videoWidth === 320 && video.videoHeight === 240, 'the screen shows nothing', 15_000);
  } finally {
    video.remove();
  }
  return screenStream as MediaStream;
}

const seesNone = (call: Call, other: Call): Promise<void> =>
  waitUntil(() => !seenBy(call, other).screen && !seenBy(call, other).screenStream, 'the screen is still there');

const facesOf = (call: Call, other: Call): string[] =>
  seenBy(call, other)
    .stream.getTracks()
    .map(({ id }) => id)
    .sort();

describe('sharing a screen', function () {
  this.timeout(60_000);
  let screens: FakeScreens;

  beforeEach(() => (screens = fakeScreens()));
  afterEach(() => {
    endCalls();
    screens.restore();
  });

  it('shows it to everybody and to newcomers, until the browser’s own bar ends it', async () => {
    const room = uniqueName();
    const [ada, bob] = (await joinTogether(['Ada', 'Bob'], {}, room)) as [Call, Call];
    await Promise.all([ada.extras(), bob.extras()]);
    const changes: boolean[] = [];
    ada.addEventListener('mediachange', ({ screen }) => changes.push(screen));
    await ada.toggleScreenShare();
    expect(ada.localParticipant.screenStream).to.equal(screens.given[0]);
    await seesScreen(bob, ada);

    const carol = makeCall('Carol', room);
    await carol.join();
    await linked([ada, bob, carol]);
    await carol.extras();
    await seesScreen(carol, ada);

    // What the browser does when the person clicks "Stop sharing".
    const [track] = screens.given[0]?.getVideoTracks() ?? [];
    track?.dispatchEvent(new Event('ended'));
    // Firefox 153 delivers to a track no event that a script has made.
    if (isFirefox) await ada.toggleScreenShare();
    expect(ada.localParticipant.screen).to.equal(false);
    await seesNone(bob, ada);
    await seesNone(carol, ada);
    expect(ada.localParticipant.screenStream).to.equal(undefined);
    expect(track?.readyState).to.equal('ended');
    // The camera may have come in between.
    expect(changes.filter((on, index) => on !== changes[index - 1])).to.deep.equal([true, false]);
  });

  it('works for two who begin at the same instant, and leaves their faces alone', async () => {
    const [ada, bob] = (await joinTogether(['Ada', 'Bob'])) as [Call, Call];
    await Promise.all([ada.extras(), bob.extras()]);
    await waitUntil(() => facesOf(ada, bob).length === 2 && facesOf(bob, ada).length === 2);
    const before = [facesOf(ada, bob), facesOf(bob, ada)];
    const face = seenBy(ada, bob).stream;
    const video = watch(face);
    await waitUntil(() => video.videoWidth > 0, 'no face');
    const mishaps: string[] = [];
    for (const type of ['emptied', 'pause', 'ended', 'loadstart']) video.addEventListener(type, () => mishaps.push(type));
    const [track] = face.getVideoTracks();
    track?.addEventListener('mute', () => mishaps.push('mute'));

    await Promise.all([ada.toggleScreenShare(true), bob.toggleScreenShare(true)]);
    await Promise.all([seesScreen(ada, bob), seesScreen(bob, ada)]);
    await Promise.all([ada.toggleScreenShare(false), bob.toggleScreenShare(false)]);
    await Promise.all([seesNone(ada, bob), seesNone(bob, ada)]);

    let shown = false;
    video.requestVideoFrameCallback(() => (shown = true));
    await waitUntil(() => shown, 'the face stands still');
    expect(mishaps).to.deep.equal([]);
    expect([facesOf(ada, bob), facesOf(bob, ada)]).to.deep.equal(before);
    expect(seenBy(ada, bob).stream).to.equal(face);
    video.remove();
  });

  it('takes the same way again for the next one, with its sound', async () => {
    screens.restore();
    screens = fakeScreens({ sound: true });
    const connections = new Set<RTCPeerConnection>();
    const [ada, bob] = (await joinTogether(['Ada', 'Bob'])) as [Call, Call];
    ada.accompany((stay) => {
      for (const { connection } of stay.transport.links.values()) connections.add(connection);
      return { close: () => undefined };
    });
    await Promise.all([ada.extras(), bob.extras()]);
    const streams = new Set<MediaStream>();
    for (let round = 0; round < 3; round++) {
      await ada.toggleScreenShare(true);
      const stream = await seesScreen(bob, ada);
      expect(stream.getAudioTracks().length).to.equal(1);
      streams.add(stream);
      await ada.toggleScreenShare(false);
      await seesNone(bob, ada);
    }
    expect(streams.size).to.equal(3);
    for (const connection of connections) expect(connection.getTransceivers().length).to.equal(4);
  });

  it('takes a closed picker for an answer, and tells of what fails', async () => {
    const [ada] = (await joinTogether(['Ada'])) as [Call];
    const codes: string[] = [];
    ada.addEventListener('error', ({ error }) => codes.push(`${error.code} ${error.recoverable}`));
    screens.refuseWith(new DOMException('Permission denied', 'NotAllowedError'));
    await ada.toggleScreenShare();
    expect(codes).to.deep.equal([]);
    screens.refuseWith(new DOMException('Permission denied by system', 'NotAllowedError'));
    await ada.toggleScreenShare();
    screens.refuseWith(new DOMException('', 'NotReadableError'));
    await ada.toggleScreenShare();
    expect(codes).to.deep.equal(['screen-denied true', 'screen-failed true']);
    expect(ada.localParticipant.screen).to.equal(false);
    expect(ada.state).to.equal('joined');
  });

  it('ends with the call', async () => {
    const [ada] = (await joinTogether(['Ada'])) as [Call];
    await ada.toggleScreenShare(true);
    ada.leave();
    expect(ada.localParticipant.screen).to.equal(false);
    expect(screens.given[0]?.getTracks().every(({ readyState }) => readyState === 'ended')).to.equal(true);
    const outside = await ada.toggleScreenShare(true).catch((error: unknown) => error);
    expect((outside as DOMException).name).to.equal('InvalidStateError');
  });
});
