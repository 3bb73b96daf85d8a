import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Lane } from '../../../../../../components/call/extras/chat/files/lane.js';
import type { Sent } from '../../../../../../components/call/extras/chat/files/pace.js';

/** A file that sends whenever it may, until it is given up. */
class File extends EventTarget {
  readonly sent: Sent[] = [];
  readonly life = new AbortController();
  readonly #lane: Lane;
  readonly #order: File[];

  constructor(lane: Lane, order: File[]) {
    super();
    this.#lane = lane;
    this.#order = order;
  }

  async go(): Promise<void> {
    const waiting = { channel: new EventTarget() as RTCDataChannel, signal: this.life.signal };
    for (;;) {
      await this.#lane.turn(this, waiting);
      this.sent.push(this.#lane.pace.send(this.#lane.pace.piece, 0));
      this.#order.push(this);
      this.#lane.proceed();
    }
  }
}

/** Until all that has been resolved has gone on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('Files that go to one peer', () => {
  it('take turns piece by piece, and whoever is given up makes way', async () => {
    const lane = new Lane();
    const order: File[] = [];
    const files = [1, 2, 3].map(() => new File(lane, order)) as [File, File, File];
    const ends = files.map((file) => file.go().catch((error: unknown) => error));
    await settled();
    const full = order.length;
    assert.ok(full > 0);
    const come = async (): Promise<void> => {
      const first = order.shift();
      lane.pace.confirm(first?.sent.shift() as Sent, 40);
      lane.proceed();
      await settled();
    };
    for (let count = 0; count < 30; count += 1) await come();
    const lately = order.slice(-3);
    assert.deepEqual(new Set(lately), new Set(files), 'not everybody has had a turn');

    files[1].life.abort(new Error('given up'));
    assert.equal(String(await ends[1]), 'Error: given up');
    const before = order.length;
    for (let count = 0; count < 30; count += 1) await come();
    assert.ok(order.length >= before - 1, 'the others have stopped');
    assert.deepEqual(new Set(order.slice(-2)), new Set([files[0], files[2]]));
    for (const file of files) file.life.abort(new Error('over'));
    await Promise.all(ends);
  });
});
