import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Link } from '../../../../components/call/transport.js';
import { Loudness } from '../../../../components/call/upkeep/loudness.js';
import type { Vitals } from '../../../../components/call/upkeep/vitals.js';

/** One look at a link: what was heard of Bob by then, and of this person's own microphone. */
function look(heard: [energy: number, duration: number], own?: [energy: number, duration: number]): Vitals[] {
  const sound = (type: RTCStatsType, [totalAudioEnergy, totalSamplesDuration]: [number, number]): [string, RTCStats] => [
    type,
    { id: type, type, timestamp: 0, kind: 'audio', totalAudioEnergy, totalSamplesDuration } as RTCStats,
  ];
  const report = new Map([sound('inbound-rtp', heard), ...(own ? [sound('media-source', own)] : [])]);
  return [{ peer: 'bob', link: {} as Link, at: 0, report }];
}

describe('how loud a voice was', () => {
  it('is nothing before there are two looks', () => {
    const loudness = new Loudness();
    loudness.take(look([5, 10], [5, 10]));
    assert.equal(loudness.of('bob'), 0);
    assert.equal(loudness.own, 0);
  });

  it('is the mean since the look before, a short sound between two looks included', () => {
    const loudness = new Loudness();
    loudness.take(look([5, 10], [1, 10]));
    loudness.take(look([5.02, 10.5], [1, 10.5]));
    assert.equal(loudness.of('bob').toFixed(2), '0.20');
    assert.equal(loudness.own, 0);
  });

  it('is nothing where the browser tells nothing, or has begun to count anew', () => {
    const loudness = new Loudness();
    loudness.take(look([5, 10]));
    loudness.take(look([1, 2]));
    assert.equal(loudness.of('bob'), 0);
    assert.equal(loudness.of('nobody'), 0);
    assert.equal(loudness.own, 0);
  });
});
