import { expect, fixture, html } from '@open-wc/testing';
import { defineLevelMeter, levelOf, type LevelMeter } from '../../../../components/features/devices/level-meter.js';
import { testSpeaker } from '../../../../components/features/devices/speaker-test.js';
import { waitUntil } from '../../../support/patience.js';
import { playsSound } from '../../../support/sound.js';

describe('a level meter', () => {
  before(() => defineLevelMeter());

  it('moves with what the microphone hears, and rests when that is muted', async () => {
    if (!(await playsSound())) return;
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const [track] = stream.getAudioTracks();
    const meter = await fixture<LevelMeter>(html`<level-meter .track=${track} .label=${'Level'}></level-meter>`);
    await waitUntil(() => Number(meter.ariaValueNow) > 10, 'the beep is not seen');
    if (track) track.enabled = false;
    await waitUntil(() => meter.ariaValueNow === '0', 'it moves without a sound');
    track?.stop();
    await expect(meter).to.be.accessible();
  });

  it('shows a voice in the middle, and a silent room not at all', () => {
    expect(levelOf(new Float32Array(64))).to.equal(0);
    expect(levelOf(new Float32Array(64).fill(0.03))).to.be.within(0.4, 0.7);
    expect(levelOf(new Float32Array(64).fill(1))).to.equal(1);
  });
});

describe('the test of a speaker', () => {
  it('plays through the browser’s choice, and tells where it can’t play', async () => {
    if (!(await playsSound())) return;
    expect(await testSpeaker('')).to.equal(true);
    expect(await testSpeaker('there is none')).to.equal(false);
  });
});
