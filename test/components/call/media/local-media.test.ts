import { expect } from '@open-wc/testing';
import { LocalMedia } from '../../../../components/call/media/local-media.js';
import type { CallErrorCode } from '../../../../components/call/errors.js';

const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
/** Lets the browser refuse as it would with another machine, or another mood of its user. */
const refuseWith = (name: string, kinds: ('audio' | 'video')[] = ['audio', 'video']): void => {
  navigator.mediaDevices.getUserMedia = (constraints) =>
    kinds.some((kind) => constraints?.[kind]) ? Promise.reject(new DOMException('', name)) : real(constraints);
};

describe("this person's devices", () => {
  const made: LocalMedia[] = [];
  const media = (...preferences: ConstructorParameters<typeof LocalMedia>): LocalMedia & { codes: string[] } => {
    const local = Object.assign(new LocalMedia(...preferences), { codes: [] as string[] });
    local.addEventListener('error', ({ error }) => local.codes.push(`${error.code} ${error.device ?? ''}`));
    made.push(local);
    return local;
  };

  afterEach(() => {
    navigator.mediaDevices.getUserMedia = real;
    for (const local of made.splice(0)) local.close();
  });

  it('are asked for together, and cleaned of echo and noise', async () => {
    const asked: MediaStreamConstraints[] = [];
    navigator.mediaDevices.getUserMedia = (constraints) => {
      asked.push(constraints ?? {});
      return real(constraints);
    };
    const local = media();
    await local.start();
    expect(asked).to.have.length(1);
    expect(asked[0]?.audio).to.deep.equal({ echoCancellation: true, noiseSuppression: true, autoGainControl: true });
    expect([local.audio, local.video]).to.deep.equal([true, true]);
  });

  for (const [name, code] of [
    ['NotAllowedError', 'device-denied-by-user'],
    ['NotFoundError', 'device-not-found'],
    ['NotReadableError', 'device-in-use'],
    ['OverconstrainedError', 'device-constraint'],
    ['SomethingNewError', 'device-unknown'],
  ] satisfies [string, CallErrorCode][]) {
    it(`tell ${name} as ${code}`, async () => {
      refuseWith(name, ['video']);
      const local = media({ audio: 'off' });
      await local.start();
      expect(local.codes).to.deep.equal([`${code} camera`]);
    });
  }

  it('do not cost the microphone when the camera is missing', async () => {
    refuseWith('NotFoundError', ['video']);
    const local = media();
    await local.start();
    expect([local.audio, local.video]).to.deep.equal([true, false]);
    expect(local.codes).to.deep.equal(['device-not-found camera']);
  });

  it('are one failure when both are missing', async () => {
    refuseWith('NotFoundError');
    const local = media();
    await local.start();
    expect(local.codes).to.deep.equal(['device-not-found microphone-and-camera']);
  });

  it('are asked for only when wanted, if they begin off', async () => {
    const local = media({ audio: 'off', video: 'off' });
    await local.start();
    expect(local.stream.getTracks()).to.have.length(0);
    await local.setMicrophone(true);
    expect(local.audio).to.equal(true);
  });

  it('are stopped when they come after the end', async () => {
    const tracks: MediaStreamTrack[] = [];
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await real(constraints);
      tracks.push(...stream.getTracks());
      return stream;
    };
    const local = media();
    const asked = new Promise((resolve) => local.addEventListener('change', resolve, { once: true }));
    const starting = local.start();
    await asked;
    expect(local.starting).to.equal(true);
    local.close();
    await starting;
    expect(tracks.map(({ readyState }) => readyState)).to.deep.equal(['ended', 'ended']);
    expect(local.stream.getTracks()).to.have.length(0);
  });

  it('stay closed before the start and after the end, whatever is wished', async () => {
    const local = media({ audio: 'off', video: 'off' });
    await local.setCamera(true);
    expect(local.stream.getTracks()).to.have.length(0);
    await local.start();
    expect(local.video).to.equal(true);
    local.close();
    await local.update({ audio: 'on', video: 'off' });
    await local.setCamera(true);
    expect(local.stream.getTracks()).to.have.length(0);
  });

  it('end as last asked for, however quickly one changes one’s mind', async () => {
    const local = media({ audio: 'none', video: 'off' });
    await local.start();
    void local.setCamera(true);
    void local.setCamera(false);
    void local.setCamera(true);
    await local.setCamera(false);
    expect(local.video).to.equal(false);
    expect(local.stream.getTracks()).to.have.length(0);
  });

  it('fall silent at once, whatever else the person is being asked', async () => {
    const local = media({ video: 'off' });
    await local.start();
    let changes = 0;
    local.addEventListener('change', () => changes++);
    // A question that waits for its answer.
    navigator.mediaDevices.getUserMedia = () => new Promise(() => undefined);
    void local.setCamera(true);
    void local.setMicrophone(false);
    expect(local.audio).to.equal(false);
    expect(changes).to.be.above(0);
  });

  it('are replaced without a gap, the old one stopped before the new one is asked for, and muted they stay muted', async () => {
    const local = media({ video: 'off' });
    await local.start();
    await local.setMicrophone(false);
    const old = local.track('audio');
    const states: (string | undefined)[] = [];
    navigator.mediaDevices.getUserMedia = (constraints) => {
      states.push(old?.readyState, local.track('audio')?.id);
      return real(constraints);
    };
    await local.replace('audio');
    expect(states).to.deep.equal(['ended', old?.id]);
    expect(local.track('audio')?.readyState).to.equal('live');
    expect([local.stream.getTracks().length, local.track('audio')?.enabled]).to.deep.equal([1, false]);
    await local.replace('video');
    expect(local.track('video'), 'nobody wants it').to.equal(null);
  });

  it('that can’t be replaced are gone', async () => {
    const local = media({ audio: 'none' });
    await local.start();
    refuseWith('NotFoundError');
    await local.replace('video');
    expect(local.stream.getTracks()).to.have.length(0);
    expect([local.codes, local.preferences.video]).to.deep.equal([['device-not-found camera'], 'on']);
  });

  it('that are lost are told of', async () => {
    const local = media({ audio: 'none' });
    await local.start();
    local.onLost('video');
    expect(local.codes).to.deep.equal(['device-not-found camera']);
    expect([local.video, local.preferences.video]).to.deep.equal([false, 'on']);
  });
});
