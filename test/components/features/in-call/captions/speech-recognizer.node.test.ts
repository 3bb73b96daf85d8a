import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { SpeechRecognizer } from '../../../../../components/features/in-call/captions/speech-recognizer.js';
import { fakeSpeech, type FakeSpeech } from '../../../../support/speech.js';

/** Whoever listens, and what they report. */
async function listening(
  test: TestContext,
  track?: MediaStreamTrack,
): Promise<{ speech: FakeSpeech; failures: string[]; recognizer: SpeechRecognizer }> {
  test.mock.timers.enable({ apis: ['setTimeout'] });
  Object.assign(globalThis, { window: globalThis });
  const speech = fakeSpeech();
  test.after(() => {
    speech.restore();
    Reflect.deleteProperty(globalThis, 'window');
  });
  const failures: string[] = [];
  const recognizer = new SpeechRecognizer({
    lang: 'en',
    track,
    onWords: () => undefined,
    onFailure: (reason) => failures.push(reason),
  });
  await settled();
  return { speech, failures, recognizer };
}

/** Until what was promised has been done. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function passes(test: TestContext, ms: number): Promise<void> {
  test.mock.timers.tick(ms);
  await settled();
}

describe('a recognizer of speech', () => {
  it('outlives a short loss of the network', async (test) => {
    const { speech, failures } = await listening(test);
    for (let loss = 0; loss < 6; loss++) {
      speech.fails('network');
      await passes(test, 8000);
      assert.deepEqual([speech.listening.length, failures.length], [1, 0]);
    }
    speech.hears('There you are.', true);
    speech.fails('network');
    await passes(test, 8000);
    assert.deepEqual([speech.listening.length, failures.length], [1, 0], 'what came since then does not count');
  });

  it('tells once that the network is gone for good, and of all else at once', async (test) => {
    const { speech, failures } = await listening(test);
    for (let loss = 0; loss < 9; loss++) {
      speech.fails('network');
      await passes(test, 8000);
    }
    assert.deepEqual(failures, ['network']);
    assert.deepEqual(speech.listening, []);
  });

  it('waits for the microphone that follows one which was unplugged', async (test) => {
    const track = { readyState: 'live' };
    const { speech, failures, recognizer } = await listening(test, track as MediaStreamTrack);
    track.readyState = 'ended';
    speech.fails('audio-capture');
    await passes(test, 250);
    await passes(test, 500);
    // Browsers throw at a track that has ended (Web Speech API, 4.1.2).
    assert.deepEqual([speech.begun, failures], [1, []]);
    recognizer.stop();
    await passes(test, 60_000);
    assert.equal(speech.begun, 1);
  });

  it('begins no more once it is stopped, at whatever moment', async (test) => {
    const { speech, failures, recognizer } = await listening(test);
    speech.ends();
    recognizer.stop();
    recognizer.stop();
    await passes(test, 60_000);
    assert.deepEqual([speech.begun, speech.listening.length, failures.length], [1, 0, 0]);
  });
});
