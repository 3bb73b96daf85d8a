import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { demand, plan, type Circumstances, type Plan } from '../../../../../components/call/upkeep/adaptation/plan.js';

const SOURCE = { width: 1280, height: 720, frameRate: 30 };
const PLENTY: Circumstances = {
  source: SOURCE,
  wanted: { width: 1280, height: 720 },
  budget: Infinity,
  share: Infinity,
  relief: 0,
  current: undefined,
};

const planned = (circumstances: Partial<Circumstances>): Plan => plan({ ...PLENTY, ...circumstances });
const sizeOf = ({ width, height }: Plan): string => `${width}x${height}`;

describe('What is sent to somebody', () => {
  it('is everything when they have not told how large they show it', () => {
    const { active, scale, maxFramerate } = planned({ wanted: undefined });
    assert.deepEqual({ active, scale, maxFramerate }, { active: true, scale: 1, maxFramerate: undefined });
  });

  it('is never more than the camera gives', () => {
    assert.equal(planned({ wanted: { width: 3840, height: 2160 } }).scale, 1);
  });

  it('is the smallest size that fills the tile on both sides, as tiles crop', () => {
    assert.equal(sizeOf(planned({ wanted: { width: 320, height: 180 } })), '320x180');
    assert.equal(sizeOf(planned({ wanted: { width: 320, height: 240 } })), '480x270');
    assert.equal(sizeOf(planned({ wanted: { width: 360, height: 640 } })), '1280x720');
    assert.equal(
      sizeOf(planned({ source: { ...SOURCE, width: 640, height: 480 }, wanted: { width: 320, height: 240 } })),
      '320x240',
    );
  });

  it('is not changed by a tile that grows or shrinks by little', () => {
    const small = planned({ wanted: { width: 320, height: 180 } });
    assert.equal(sizeOf(planned({ wanted: { width: 350, height: 190 }, current: small })), '320x180');
    const larger = planned({ wanted: { width: 400, height: 225 }, current: small });
    assert.equal(sizeOf(larger), '480x270');
    assert.equal(sizeOf(planned({ wanted: { width: 350, height: 190 }, current: larger })), '480x270');
    assert.equal(sizeOf(planned({ wanted: { width: 300, height: 170 }, current: larger })), '320x180');
  });

  it('has fewer frames where the picture is small, and all of them where it is large', () => {
    assert.equal(planned({ wanted: { width: 160, height: 120 } }).maxFramerate, 15);
    assert.equal(planned({ wanted: { width: 320, height: 240 } }).maxFramerate, 20);
    assert.equal(planned({ wanted: { width: 640, height: 360 } }).maxFramerate, undefined);
    assert.equal(planned({ source: { ...SOURCE, frameRate: 10 }, wanted: { width: 160, height: 120 } }).maxFramerate, undefined);
  });

  it('is nothing where nobody can see it', () => {
    assert.equal(planned({ wanted: { width: 0, height: 0 } }).active, false);
    assert.equal(demand(SOURCE, { width: 0, height: 0 }), 0);
  });

  it('asks for fewer bits the smaller it is', () => {
    assert.ok(planned({ wanted: { width: 320, height: 180 } }).maxBitrate < planned({}).maxBitrate / 5);
  });
});

describe('When the network is short', () => {
  it('the picture gets smaller, and all of its motion stays', () => {
    const saved = planned({ budget: 350_000 });
    assert.equal(sizeOf(saved), '640x360');
    assert.equal(saved.maxFramerate, undefined);
    assert.equal(sizeOf(planned({ budget: 120_000 })), '320x180');
  });

  it('the encoder may still use what is more than needed, so that the way can show what it takes', () => {
    assert.ok(planned({ budget: 350_000 }).maxBitrate > 700_000);
  });

  it('frames get fewer only when even the smallest picture is too much', () => {
    const source = { width: 320, height: 180, frameRate: 30 };
    const wanted = { width: 1280, height: 720 };
    assert.equal(planned({ source, wanted, budget: 60_000 }).maxFramerate, undefined);
    assert.equal(sizeOf(planned({ source, wanted, budget: 60_000 })), '240x135');
    const tiny = { width: 160, height: 120, frameRate: 30 };
    assert.equal(planned({ source: tiny, wanted, budget: 32_000 }).maxFramerate, 10);
  });

  it('the picture goes altogether when it would take from the sound, and comes back when there is room for a good one', () => {
    const off = planned({ budget: 20_000 });
    assert.equal(off.active, false);
    assert.equal(planned({ budget: 60_000, current: off }).active, false);
    assert.equal(planned({ budget: 110_000, current: off }).active, true);
    assert.equal(planned({ budget: 60_000, current: { ...off, active: true } }).active, true);
  });

  it('a larger size comes back only with some room to spare', () => {
    const current = planned({ budget: 350_000 });
    assert.equal(sizeOf(planned({ budget: 520_000, current })), '640x360');
    assert.equal(sizeOf(planned({ budget: 620_000, current })), '960x540');
  });

  it('nobody takes more than their share', () => {
    const { maxBitrate } = planned({ share: 400_000 });
    assert.ok(maxBitrate <= 400_000 && maxBitrate > 350_000);
    assert.equal(planned({ share: 10_000 }).active, false);
  });
});

describe('When the processor is short', () => {
  it('every picture gets smaller by so many sizes, and stays a picture', () => {
    assert.equal(sizeOf(planned({ relief: 1 })), '960x540');
    assert.equal(sizeOf(planned({ wanted: { width: 320, height: 180 }, relief: 1 })), '240x135');
    assert.equal(sizeOf(planned({ wanted: { width: 320, height: 180 }, relief: 3 })), '160x90');
    assert.equal(planned({ relief: 3 }).active, true);
  });
});
