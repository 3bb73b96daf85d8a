import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ladder, leastBitrate, mostBitrate } from '../../../../../components/call/upkeep/adaptation/ladder.js';

const sizes = (width: number, height: number): string[] =>
  ladder({ width, height }).map((rung) => `${rung.width}x${rung.height}`);

describe('The sizes of a picture', () => {
  it('are those of WebRTC for a camera of 720 lines, and two below', () => {
    assert.deepEqual(sizes(1280, 720), ['1280x720', '960x540', '640x360', '480x270', '320x180', '240x135', '160x90']);
  });

  it('end where a face can be told no longer', () => {
    assert.deepEqual(sizes(640, 480), ['640x480', '480x360', '320x240', '240x180', '160x120']);
    assert.deepEqual(sizes(480, 640), ['480x640', '360x480', '240x320', '180x240', '120x160']);
  });

  it('are the camera’s own for a tiny one', () => {
    assert.deepEqual(sizes(160, 90), ['160x90']);
    assert.deepEqual(sizes(80, 60), ['80x60']);
  });
});

describe('The bitrate of a picture', () => {
  it('is what WebRTC gives that size', () => {
    assert.equal(mostBitrate({ width: 1280, height: 720 }, 30), 2_500_000);
    assert.equal(leastBitrate({ width: 1280, height: 720 }, 30), 900_000);
    assert.equal(mostBitrate({ width: 320, height: 180 }, 30), 300_000);
  });

  it('lies in between for sizes in between, whatever their shape', () => {
    const inBetween = mostBitrate({ width: 640, height: 480 }, 30);
    assert.ok(inBetween > 800_000 && inBetween < 1_500_000);
    assert.equal(mostBitrate({ width: 180, height: 320 }, 30), mostBitrate({ width: 320, height: 180 }, 30));
  });

  it('grows with every size of a ladder, and at least is always less than at most', () => {
    const rungs = ladder({ width: 3840, height: 2160 }).toReversed();
    let before = 0;
    for (const rung of rungs) {
      const [least, most] = [leastBitrate(rung, 30), mostBitrate(rung, 30)];
      assert.ok(least < most && most >= before);
      before = most;
    }
  });

  it('falls by less than half with half the frames, and does not rise beyond 30 a second', () => {
    const size = { width: 640, height: 360 };
    const half = mostBitrate(size, 15) / mostBitrate(size, 30);
    assert.ok(half > 0.59 && half < 0.61);
    assert.equal(mostBitrate(size, 60), mostBitrate(size, 30));
  });
});
