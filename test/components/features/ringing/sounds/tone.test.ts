import { expect } from '@open-wc/testing';
import { Tone } from '../../../../../components/features/ringing/sounds/tone.js';
import { samplesOf } from '../../../../../components/features/ringing/sounds/melody.js';
import { watchNew } from '../../../../support/new-objects.js';
import { waitUntil } from '../../../../support/patience.js';
import { playsSound } from '../../../../support/sound.js';

/** One period of ring-back as a file, which a page may name in the place of the built-in sound. */
function soundFile(): string {
  const rate = 8000;
  const samples = Int16Array.from(samplesOf('ringback', rate), (sample) => Math.round(sample * 32767));
  const header = new DataView(new ArrayBuffer(44));
  const write = (offset: number, text: string): void => {
    for (const [index, letter] of [...text].entries()) header.setUint8(offset + index, letter.charCodeAt(0));
  };
  write(0, 'RIFF');
  header.setUint32(4, 36 + samples.byteLength, true);
  write(8, 'WAVEfmt ');
  header.setUint32(16, 16, true);
  header.setUint16(20, 1, true);
  header.setUint16(22, 1, true);
  header.setUint32(24, rate, true);
  header.setUint32(28, rate * 2, true);
  header.setUint16(32, 2, true);
  header.setUint16(34, 16, true);
  write(36, 'data');
  header.setUint32(40, samples.byteLength, true);
  return URL.createObjectURL(new Blob([header, samples], { type: 'audio/wav' }));
}

describe('Tone', () => {
  let sounds = true;
  before(async () => {
    sounds = await playsSound();
  });
  let contexts: ReturnType<typeof watchNew<AudioContext>>;
  let players: ReturnType<typeof watchNew<HTMLAudioElement>>;
  beforeEach(() => {
    contexts = watchNew<AudioContext>('AudioContext');
    players = watchNew<HTMLAudioElement>('Audio');
  });
  afterEach(() => {
    contexts.restore();
    players.restore();
  });
  const [context, player] = [() => contexts.made[0], () => players.made[0]];

  for (const kind of ['ring', 'ringback'] as const) {
    it(`sounds until it is stopped, and lets go of everything: ${kind}`, async () => {
      const tone = new Tone(kind);
      expect(await tone.start()).to.equal(context()?.state === 'running');
      if (sounds) await waitUntil(() => context()?.state === 'running', 'it is silent');
      tone.stop();
      await waitUntil(() => context()?.state === 'closed', 'the sound goes on');
      expect(players.made).to.deep.equal([]);
    });
  }

  it('opens nothing before it starts', () => {
    new Tone('ring').stop();
    expect(contexts.made).to.deep.equal([]);
  });

  it('sounds once, however often it is started', async () => {
    const tone = new Tone('ring');
    const [one, other] = await Promise.all([tone.start(), tone.start()]);
    expect(one).to.equal(other);
    expect(contexts.made).to.have.length(1);
    tone.stop();
  });

  it('sounds again after it was stopped', async () => {
    const tone = new Tone('ring');
    await tone.start();
    tone.stop();
    await tone.start();
    expect(contexts.made).to.have.length(2);
    if (sounds) await waitUntil(() => contexts.made[1]?.state === 'running', 'it is silent');
    tone.stop();
    await waitUntil(() => contexts.made.every(({ state }) => state === 'closed'), 'the sound goes on');
  });

  it('is silent when it is stopped while it starts', async () => {
    const tone = new Tone('ring');
    const started = tone.start();
    tone.stop();
    tone.stop();
    expect(await started).to.equal(false);
    await waitUntil(() => context()?.state === 'closed', 'the sound goes on');
  });

  it('plays a file instead, again and again, and lets go of it', async () => {
    const source = soundFile();
    const tone = new Tone('ring', source);
    expect(await tone.start()).to.equal(true);
    expect(player()?.loop).to.equal(true);
    expect(player()?.paused).to.equal(false);
    tone.stop();
    expect(player()?.paused).to.equal(true);
    expect(player()?.hasAttribute('src')).to.equal(false);
    expect(contexts.made).to.deep.equal([]);
    URL.revokeObjectURL(source);
  });

  it('says that it is not heard where the browser has no sound to give, and can be tried again', async () => {
    const Real = window.AudioContext;
    window.AudioContext = class {
      constructor() {
        throw new DOMException('', 'NotSupportedError');
      }
    } as unknown as typeof AudioContext;
    const tone = new Tone('ring');
    expect(await tone.start()).to.equal(false);
    window.AudioContext = Real;
    tone.stop();
    expect(await tone.start()).to.equal(context()?.state === 'running');
    expect(contexts.made).to.have.length(1);
    tone.stop();
  });

  it('is heard although its file can’t be', async () => {
    const tone = new Tone('ring', '/there-is-no-such-sound.wav');
    expect(await tone.start()).to.equal(context()?.state === 'running');
    if (sounds) await waitUntil(() => context()?.state === 'running', 'it is silent');
    tone.stop();
  });
});
