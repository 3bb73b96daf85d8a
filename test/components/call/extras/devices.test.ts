import { expect } from '@open-wc/testing';
import type { Call } from '../../../../components/call/index.js';
import { Devices } from '../../../../components/call/extras/devices.js';
import { endCalls, joinTogether, makeCall } from '../../../support/calls.js';
import { uniqueName } from '../../../support/endpoints.js';
import { machine } from '../../../support/machine.js';
import { waitUntil } from '../../../support/patience.js';

// In Firefox, what listens to a track hears nothing of events that a page dispatches.
const canBePlayed = !navigator.userAgent.includes('Firefox');

/** The last device of a kind that sends; Chromium's second fake camera is one for depth. */
async function lastOf(call: Call, kind: MediaDeviceKind): Promise<MediaDeviceInfo> {
  const list = await Devices.of(call).list();
  const found = list.filter((device) => device.kind === kind && device.label !== 'fake_device_1').at(-1);
  if (!found) throw new Error(`There is no ${kind}`);
  return found;
}

const trackOf = (call: Call, kind: 'audio' | 'video'): MediaStreamTrack => {
  const track = call.media.track(kind);
  if (!track) throw new Error(`There is no ${kind}`);
  return track;
};

/** How often a picture or sound of the other came so far. */
async function flowing(call: Call): Promise<void> {
  const [other] = call.participants;
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = other?.stream ?? null;
  await video.play();
  const before = video.currentTime;
  await waitUntil(() => video.videoWidth > 0 && video.currentTime > before, 'no picture of the other');
  video.srcObject = null;
}

describe('the devices of a call', () => {
  afterEach(() => {
    endCalls();
  });

  it('are changed in a call, which goes on without negotiation', async () => {
    const [ada, bob] = (await joinTogether(['Ada', 'Bob'])) as [Call, Call];
    await waitUntil(() => ada.media.audio && ada.media.video, 'no devices');
    const camera = trackOf(ada, 'video');
    const microphone = await lastOf(ada, 'audioinput');
    await ada.setDevice('audioinput', microphone.deviceId);
    await Devices.of(ada).wish({ resolution: '360p' });
    expect(trackOf(ada, 'audio').getSettings().deviceId).to.equal(microphone.deviceId);
    // The camera goes on as another size; the fake one of Firefox can't.
    if (canBePlayed) expect(trackOf(ada, 'video')).to.equal(camera);
    expect(trackOf(ada, 'video').getSettings().height).to.be.at.most(480);
    expect([ada.media.audio, ada.media.video]).to.deep.equal([true, true]);
    await flowing(bob);
    expect(bob.participants[0]?.connectionState).to.equal('connected');
  });

  it('go on as they are when blur alone is wished otherwise, and are opened anew where they can’t be changed', async () => {
    const [call] = (await joinTogether(['Ada'])) as [Call];
    await waitUntil(() => call.media.audio && call.media.video, 'no devices');
    const devices = Devices.of(call);
    const camera = trackOf(call, 'video');
    await devices.wish({ backgroundBlur: true });
    await devices.wish({ backgroundBlur: false });
    expect(trackOf(call, 'video')).to.equal(camera);
    // As a camera does that can't be had so; Firefox has no class for that.
    const refusal = Object.assign(new Error('not so'), { name: 'OverconstrainedError' });
    camera.applyConstraints = () => Promise.reject(refusal);
    await devices.wish({ resolution: '360p' });
    expect(trackOf(call, 'video')).not.to.equal(camera);
    expect(call.media.video).to.equal(true);
  });

  it('stay muted and off when others are chosen', async () => {
    const [call] = (await joinTogether(['Ada'])) as [Call];
    await waitUntil(() => call.media.audio && call.media.video, 'no devices');
    await call.toggleMicrophone(false);
    await call.toggleCamera(false);
    const { devices } = await call.extras();
    await devices.choose('audioinput', (await lastOf(call, 'audioinput')).deviceId);
    await devices.choose('videoinput', (await lastOf(call, 'videoinput')).deviceId);
    await devices.wish({ noiseSuppression: false, resolution: '720p' });
    expect([call.media.audio, call.media.video, trackOf(call, 'audio').readyState]).to.deep.equal([false, false, 'live']);
    await call.toggleCamera(true);
    expect(devices.current('videoinput')).to.equal(devices.chosen.videoinput);
  });

  it('give way to the browser’s choice where the chosen one is not there, and say so', async () => {
    const call = makeCall('Ada', uniqueName());
    const told: string[] = [];
    call.addEventListener('error', ({ error }) => told.push(`${error.code} ${String(error.device)}: ${String(error.subject)}`));
    call.prepare();
    await waitUntil(() => call.media.audio, 'no microphone');
    await Devices.of(call).choose('audioinput', 'of another day');
    const { label } = trackOf(call, 'audio');
    expect(told).to.deep.equal([`device-replaced microphone: ${label}`]);
  });

  it('open nothing before the call is begun, then what was chosen', async () => {
    const call = makeCall('Ada', uniqueName(), { video: 'none' });
    const devices = Devices.of(call);
    const microphone = await lastOf(call, 'audioinput');
    await devices.choose('audioinput', microphone.deviceId);
    expect(call.media.stream.getTracks()).to.deep.equal([]);
    call.prepare();
    await waitUntil(() => call.media.audio, 'no microphone');
    if (microphone.deviceId) expect(trackOf(call, 'audio').getSettings().deviceId).to.equal(microphone.deviceId);
  });

  it('choose the speaker of each player, where the browser lets a page choose', async () => {
    if (!('setSinkId' in HTMLMediaElement.prototype)) return;
    const call = makeCall('Ada', uniqueName(), { video: 'none' });
    call.prepare();
    await waitUntil(() => call.media.audio, 'no microphone');
    const devices = Devices.of(call);
    const speaker = (await devices.list()).findLast(({ kind, deviceId }) => kind === 'audiooutput' && deviceId);
    if (!speaker) return;
    const early = document.createElement('audio');
    await devices.playThrough(early);
    await devices.choose('audiooutput', speaker.deviceId);
    const late = document.createElement('audio');
    await devices.playThrough(late);
    expect([early.sinkId, late.sinkId]).to.deep.equal([speaker.deviceId, speaker.deviceId]);
  });

  it('return to the chosen one when it is plugged in again', async () => {
    if (!canBePlayed) return;
    const hardware = machine();
    try {
      const [call] = (await joinTogether(['Ada'], { video: 'none' })) as [Call];
      await waitUntil(() => call.media.audio, 'no microphone');
      const told: string[] = [];
      call.addEventListener('error', ({ error }) => told.push(error.code));
      const { devices } = await call.extras();
      const microphone = await lastOf(call, 'audioinput');
      await devices.choose('audioinput', microphone.deviceId);
      hardware.unplug(trackOf(call, 'audio'));
      await waitUntil(() => call.media.audio && devices.current('audioinput') !== microphone.deviceId, 'no other took its place');
      hardware.plug();
      await waitUntil(() => devices.current('audioinput') === microphone.deviceId, 'it does not return');
      expect(told).not.to.include('device-constraint');
    } finally {
      hardware.repair();
    }
  });
});
