import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { figuresOf, sampleOf, type Sample } from '../../../../components/call/upkeep/quality-sample.js';
import type { Vitals } from '../../../../components/call/upkeep/vitals.js';

/** A look that found these. */
const look = (at: number, ...stats: object[]): Sample => {
  const report = new Map(stats.map((one, index) => [String(index), one as RTCStats]));
  return sampleOf({ peer: 'bob', link: {} as Vitals['link'], at, report });
};
const audio = (members: object): object => ({ type: 'inbound-rtp', kind: 'audio', ...members });
const video = (members: object): object => ({ type: 'inbound-rtp', kind: 'video', ...members });

describe('the figures of a way', () => {
  it('are none as long as there are too few looks', () => {
    assert.deepEqual(figuresOf([]), { here: {}, there: {} });
    assert.deepEqual(figuresOf([look(0), look(500)]), { here: {}, there: {} });
  });

  it('are shares of what should have come in that time', () => {
    const before = look(0, audio({ packetsReceived: 1000, packetsLost: 500, jitter: 0.1 }));
    const after = look(2000, audio({ packetsReceived: 1090, packetsLost: 510, jitter: 0.02 }));
    const { here } = figuresOf([before, after]);
    assert.deepEqual([here.audioLoss, here.jitterMs, here.videoLoss], [0.1, 20, undefined]);
  });

  it('take no share of next to nothing, nor less than none', () => {
    const few = [
      look(0, audio({ packetsReceived: 0, packetsLost: 0 })),
      look(2000, audio({ packetsReceived: 3, packetsLost: 3 })),
    ];
    assert.equal(figuresOf(few).here.audioLoss, undefined);
    const doubled = [
      look(0, audio({ packetsReceived: 0, packetsLost: 5 })),
      look(2000, audio({ packetsReceived: 100, packetsLost: 2 })),
    ];
    assert.equal(figuresOf(doubled).here.audioLoss, 0);
  });

  it('count sound that was made up, but not silence', () => {
    const before = audio({ totalSamplesReceived: 0, concealedSamples: 0, silentConcealedSamples: 0 });
    const after = audio({ totalSamplesReceived: 96_000, concealedSamples: 60_000, silentConcealedSamples: 50_400 });
    assert.equal(figuresOf([look(0, before), look(2000, after)]).here.concealed, 0.1);
  });

  it('count a picture that stands still, but not a camera that was off', () => {
    const flowing = [0, 500, 1000, 1500, 2000].map((at) =>
      look(at, video({ packetsReceived: at, totalFreezesDuration: at / 4000 })),
    );
    assert.equal(figuresOf(flowing).here.frozen, 0.25);
    const paused = [0, 500, 1000, 1500].map((at) => look(at, video({ packetsReceived: 7, totalFreezesDuration: 0 })));
    const back = look(2000, video({ packetsReceived: 20, totalFreezesDuration: 60 }));
    assert.equal(figuresOf([...paused, back]).here.frozen, undefined);
  });

  it('take a report for what it is about: what is being sent', () => {
    const report = { type: 'remote-inbound-rtp', kind: 'audio', fractionLost: 0.5 };
    const sent = (packetsSent: number): object => ({ type: 'outbound-rtp', kind: 'audio', packetsSent });
    assert.equal(figuresOf([look(0, sent(0), report), look(2000, sent(100), report)]).there.audioLoss, 0.5);
    assert.equal(figuresOf([look(0, sent(100), report), look(2000, sent(100), report)]).there.audioLoss, undefined);
  });

  it('take the shortest round trip: a busy machine only ever adds to it', () => {
    const pair = (seconds: number): object => ({
      type: 'candidate-pair',
      state: 'succeeded',
      nominated: true,
      currentRoundTripTime: seconds,
    });
    assert.equal(figuresOf([look(0, pair(0.9)), look(1000, pair(0.05)), look(2000, pair(0.4))]).here.roundTripMs, 50);
  });
});
