import { expect } from '@open-wc/testing';
import type { CallError } from '../../../../components/call/errors.js';
import { LocalMedia } from '../../../../components/call/media/local-media.js';
import { DeviceWatch } from '../../../../components/call/upkeep/device-watch.js';
import { machine, type Machine } from '../../../support/machine.js';
import { waitUntil } from '../../../support/patience.js';

// In Firefox, what listens to a track hears nothing of events that a page dispatches, and pages can't have others; there,
// the flows with real devices show what is shown here.
const canBePlayed = !navigator.userAgent.includes('Firefox');

const DEVICES = (): void => {
  let hardware: Machine;
  let local: LocalMedia;
  let watch: DeviceWatch;
  /** What the person was told: "device-muted camera", "device-replaced microphone: Headset". */
  let told: string[];

  const tell = ({ code, device, subject }: CallError): unknown =>
    told.push(`${code} ${String(device)}${subject === undefined ? '' : `: ${subject}`}`);
  const track = (kind: 'audio' | 'video'): MediaStreamTrack => {
    const found = local.track(kind);
    if (!found) throw new TypeError(`There is no ${kind}`);
    return found;
  };
  const begin = async (...preferences: ConstructorParameters<typeof LocalMedia>): Promise<void> => {
    local = new LocalMedia(...preferences);
    local.addEventListener('error', ({ error }) => tell(error));
    await local.start();
    watch = new DeviceWatch(local, tell);
    // By now it knows which devices there are: it asked first.
    await navigator.mediaDevices.enumerateDevices();
  };

  beforeEach(() => {
    told = [];
    hardware = machine();
  });
  afterEach(() => {
    watch.close();
    local.close();
    hardware.repair();
  });

  it('are told to be gone where there is no other, and come back by themselves', async () => {
    await begin({ audio: 'none' });
    hardware.unplug(track('video'));
    await waitUntil(() => told.length > 0, 'the person is told');
    expect(told).to.deep.equal(['device-not-found camera']);
    expect([local.video, local.preferences.video]).to.deep.equal([false, 'on']);
    hardware.plug();
    await waitUntil(() => local.video, 'the camera is back');
    expect(told).to.have.length(1);
  });

  it('are taken again at once when they only stumbled, and nobody takes the call for dark meanwhile', async () => {
    await begin({ audio: 'none' });
    const first = track('video');
    const seen: boolean[] = [];
    local.addEventListener('change', () => seen.push(local.video));
    // The driver failed: the device itself is still there.
    hardware.unplug(first);
    hardware.plug();
    await waitUntil(() => local.track('video')?.readyState === 'live', 'the camera is back');
    expect(track('video')).not.to.equal(first);
    expect(seen).not.to.include(false);
    expect(told).to.deep.equal([]);
  });

  it('come back muted, if they were muted', async () => {
    await begin({ video: 'none' });
    await local.setMicrophone(false);
    const first = track('audio');
    hardware.unplug(first);
    hardware.plug();
    await waitUntil(() => local.track('audio') && track('audio') !== first, 'the microphone is back');
    expect([track('audio').enabled, local.audio]).to.deep.equal([false, false]);
  });

  it('make way for another one of their kind when they are unplugged, and the person learns which', async () => {
    await begin({ video: 'none' });
    const { label } = track('audio');
    hardware.unplug(track('audio'));
    await waitUntil(() => told.length > 0, 'the person is told');
    expect(track('audio').label).not.to.equal(label);
    expect(told).to.deep.equal([`device-replaced microphone: ${track('audio').label}`]);
  });

  it('follow the default microphone, muted or not, after as many news of it as there are', async () => {
    await begin({ video: 'none' });
    await local.setMicrophone(false);
    const first = track('audio');
    hardware.preferLastMicrophone();
    hardware.preferLastMicrophone();
    await waitUntil(() => told.length > 0, 'the person is told');
    expect(told).to.deep.equal(['device-replaced microphone: Fake Audio Input 2']);
    expect([first.readyState, track('audio').enabled]).to.deep.equal(['ended', false]);
  });

  it('do not follow anything while they are off', async () => {
    await begin({ audio: 'off' });
    const camera = track('video');
    hardware.preferLastMicrophone();
    // The camera's coming back shows that the news of both were heard.
    hardware.unplug(camera);
    hardware.plug();
    await waitUntil(() => local.track('video') && track('video') !== camera, 'the camera is back');
    expect(local.track('audio')).to.equal(null);
  });

  it('stay away when they are not wanted any more', async () => {
    await begin({ audio: 'none' });
    hardware.unplug(track('video'));
    await waitUntil(() => told.length > 0, 'the person is told');
    await local.setCamera(false);
    // The microphone's coming back shows that the news of both were heard.
    await local.update({ audio: 'on', video: 'off' });
    hardware.unplug(track('audio'));
    hardware.plug();
    await waitUntil(() => local.track('audio')?.readyState === 'live', 'the microphone is back');
    expect(local.track('video')).to.equal(null);
  });

  it('are tried again when another program may have let them go', async () => {
    hardware.occupy('video', true);
    await begin();
    expect(told).to.deep.equal(['device-in-use camera']);
    hardware.occupy('video', false);
    hardware.comeBack();
    await waitUntil(() => local.video, 'the camera is taken');
  });

  it('that end at once, again and again, are taken at ever longer intervals', async () => {
    await begin({ audio: 'none' });
    const taken: number[] = [];
    const collapse = (): void => {
      if (local.track('video')?.readyState !== 'live') return;
      taken.push(performance.now());
      hardware.unplug(track('video'));
      hardware.plug();
    };
    local.addEventListener('change', () => setTimeout(collapse));
    collapse();
    await waitUntil(() => taken.length === 4, 'it was taken three times more');
    const [, second = 0, third = 0, fourth = 0] = taken;
    expect(third - second).to.be.greaterThan(900);
    expect(fourth - third).to.be.greaterThan(1900);
  });

  it('silenced by the operating system are out of the call, told once, and back as soon as they are heard', async () => {
    await begin();
    const silenced = [track('audio'), track('video')];
    for (const one of silenced) hardware.silence(one, true);
    expect([local.audio, local.video], 'it may pass').to.deep.equal([true, true]);
    await waitUntil(() => !local.audio && !local.video, 'both are out of the call');
    expect(told.at(-1)).to.equal('device-muted microphone-and-camera');
    for (const one of silenced) hardware.silence(one, false);
    expect([track('audio'), track('video')]).to.deep.equal(silenced);
    expect([local.audio, local.video]).to.deep.equal([true, true]);
  });

  it('silenced only for a moment are no news', async () => {
    await begin();
    hardware.silence(track('audio'), true);
    hardware.silence(track('audio'), false);
    hardware.silence(track('video'), true);
    await waitUntil(() => !local.video, 'what stays silent is out of the call');
    expect(local.audio).to.equal(true);
    expect(told).to.deep.equal(['device-muted camera']);
  });

  it('forgotten by the operating system are taken anew when the person returns', async () => {
    await begin({ audio: 'none' });
    const forgotten = track('video');
    hardware.silence(forgotten, true);
    await waitUntil(() => !local.video, 'it is out of the call');
    hardware.comeBack();
    await waitUntil(() => local.video, 'there is another');
    expect(track('video')).not.to.equal(forgotten);
    expect(forgotten.readyState).to.equal('ended');
  });

  it('silenced are taken anew when the person wants to be heard', async () => {
    await begin({ video: 'none' });
    const silenced = track('audio');
    hardware.silence(silenced, true);
    await waitUntil(() => !local.audio, 'it is out of the call');
    await local.setMicrophone(true);
    expect(local.audio).to.equal(true);
    expect(silenced.readyState).to.equal('ended');
    hardware.silence(silenced, false);
    expect(local.stream.getAudioTracks(), 'the old one stays away').to.have.length(1);
  });

  it('held back end with the call', async () => {
    await begin({ video: 'none' });
    const silenced = track('audio');
    hardware.silence(silenced, true);
    await waitUntil(() => !local.audio, 'it is out of the call');
    watch.close();
    local.close();
    expect(silenced.readyState).to.equal('ended');
  });

  it('are only told to be gone once nobody watches any more', async () => {
    await begin({ audio: 'none' });
    watch.close();
    hardware.unplug(track('video'));
    expect(told).to.deep.equal(['device-not-found camera']);
    hardware.plug();
    watch = new DeviceWatch(local, tell);
    watch.close();
    watch.close();
    expect(local.video).to.equal(false);
  });
};

if (canBePlayed) describe('devices that come and go in a call', DEVICES);
