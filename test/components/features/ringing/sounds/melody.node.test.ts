import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { samplesOf } from '../../../../../components/features/ringing/sounds/melody.js';

const RATE = 8000;
const second = (samples: Float32Array, from: number, to: number): Float32Array => samples.slice(from * RATE, to * RATE);
const loudest = (samples: Float32Array): number => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
/** How often a wave begins anew, in Hz. */
const frequencyOf = (samples: Float32Array): number =>
  samples.filter((sample, index) => sample > 0 && (samples[index - 1] ?? 0) <= 0).length / (samples.length / RATE);

describe('melodies', () => {
  it('ring back as ITU-T E.180 has it: 425 Hz for one second, then four of silence', () => {
    const samples = samplesOf('ringback', RATE);
    assert.equal(samples.length, 5 * RATE);
    assert.ok(Math.abs(frequencyOf(second(samples, 0, 1)) - 425) <= 1);
    assert.ok(loudest(second(samples, 0, 1)) > 0.1);
    assert.equal(loudest(second(samples, 1, 5)), 0);
  });

  it('ring with pauses in which somebody can be heard', () => {
    const samples = samplesOf('ring', RATE);
    assert.equal(samples.length, 3 * RATE);
    assert.ok(loudest(second(samples, 0, 1)) > 0.3);
    assert.equal(loudest(second(samples, 2, 3)), 0);
  });

  for (const kind of ['ring', 'ringback'] as const) {
    it(`never clip, and begin and end in silence, so that a loop does not click: ${kind}`, () => {
      const samples = samplesOf(kind, RATE);
      assert.ok(loudest(samples) <= 0.5);
      assert.equal(samples.at(0), 0);
      assert.equal(samples.at(-1), 0);
      const steps = samples.map((sample, index) => sample - (samples[index - 1] ?? 0));
      assert.ok(loudest(steps) < 0.4);
    });
  }

  it('ring louder than they ring back: one is for the other end of the room, the other for the ear', () => {
    assert.ok(loudest(samplesOf('ring', RATE)) > 2 * loudest(samplesOf('ringback', RATE)));
  });
});
