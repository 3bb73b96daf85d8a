import { expect } from '@open-wc/testing';
import type { Participant } from '../../../../../components/call/participant.js';
import { RecordingSound } from '../../../../../components/features/in-call/recording/recording-sound.js';
import { waitUntil } from '../../../../support/patience.js';
import { playsSound } from '../../../../support/sound.js';

/** A track with a tone in it, under an id that somebody else chose. */
function tone(context: AudioContext, id: string): MediaStreamTrack {
  const out = new MediaStreamAudioDestinationNode(context);
  const oscillator = new OscillatorNode(context, { frequency: 440 });
  oscillator.connect(out);
  oscillator.start();
  const [track] = out.stream.getAudioTracks();
  if (!track) throw new Error('no track');
  Object.defineProperty(track, 'id', { value: id });
  return track;
}

const speaker = (track: MediaStreamTrack): Participant => ({ stream: new MediaStream([track]) }) as Participant;

describe('the sound of a recording', () => {
  it('holds the voice of a new link whose track has the id of the one before', async function () {
    if (!(await playsSound())) return this.skip();
    const context = new AudioContext();
    const sound = await RecordingSound.open();
    try {
      const ear = new AnalyserNode(context);
      new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream([sound.track]) }).connect(ear);
      const loudness = (): number => {
        const samples = new Float32Array(ear.fftSize);
        ear.getFloatTimeDomainData(samples);
        return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
      };
      const before = tone(context, 'voice');
      sound.mix([speaker(before)]);
      await waitUntil(() => loudness() > 0.01, 'nobody is heard');
      before.stop();
      await waitUntil(() => loudness() < 0.001, 'the old voice goes on');
      sound.mix([speaker(tone(context, 'voice'))]);
      await waitUntil(() => loudness() > 0.01, 'the voice is missing after the reconnect');
      expect(sound.track.readyState).to.equal('live');
    } finally {
      sound.close();
      await context.close();
    }
  });
});
