import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Pace, type Sent } from '../../../../../../components/call/extras/chat/files/pace.js';

/** How often the queue is looked at, in ms: as often as somebody who talks sends a packet. */
const LOOK = 20;

interface Happening {
  readonly at: number;
  readonly act: () => void;
}

/** A link that is narrower than what comes, with a queue before it that drops nothing; and a clock that only this moves. */
class Bottleneck {
  now = 0;
  /** In bytes a ms. */
  rate: number;
  /** What the way there and back takes beside the queue, in ms. */
  base: number;
  /** How long the queue was, in ms, each {@link LOOK}. */
  readonly delays: number[] = [];
  #freeAt = 0;
  #happenings: Happening[] = [];

  constructor(kbitPerSecond: number, base: number) {
    this.rate = kbitPerSecond / 8;
    this.base = base;
    this.#look();
  }

  /** Puts something into the queue; calls back when it has come and that is known. */
  take(bytes: number, onConfirmed: () => void = () => undefined): void {
    this.#freeAt = Math.max(this.now, this.#freeAt) + bytes / this.rate;
    this.after(this.#freeAt - this.now + this.base, onConfirmed);
  }

  /** Somebody else keeps the queue at a length, in ms, until that is stopped. */
  flood(length: number): () => void {
    let isOn = true;
    const fill = (): void => {
      if (!isOn) return;
      if (this.#freeAt - this.now < length) this.take(2 * LOOK * this.rate);
      this.after(LOOK, fill);
    };
    fill();
    return () => {
      isOn = false;
    };
  }

  after(ms: number, act: () => void): void {
    const at = this.now + ms;
    const index = this.#happenings.findLastIndex((one) => one.at <= at);
    this.#happenings.splice(index + 1, 0, { at, act });
  }

  /** Lets time pass. Returns how long the queue was meanwhile, in ms, shortest first. */
  run(ms: number): number[] {
    const end = this.now + ms;
    const from = this.delays.length;
    for (let next = this.#happenings[0]; next && next.at <= end; next = this.#happenings[0]) {
      this.#happenings.shift();
      this.now = next.at;
      next.act();
    }
    this.now = end;
    return this.delays.slice(from).sort((one, other) => one - other);
  }

  #look(): void {
    this.delays.push(Math.max(0, this.#freeAt - this.now));
    this.after(LOOK, () => this.#look());
  }
}

/** A file without end that is sent over the link, at a pace of its own. */
class Stream {
  bytes = 0;
  readonly #pace = new Pace();
  readonly #link: Bottleneck;
  /** How much later than by the link what was sent is confirmed, in ms: a page may be busy. */
  readonly #lateness: () => number;
  #isPaused = false;

  constructor(link: Bottleneck, lateness = (): number => 0) {
    this.#link = link;
    this.#lateness = lateness;
    this.resume();
  }

  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    this.#proceed();
  }

  /** Lets time pass. Returns what has come meanwhile, in kbit a second, and how long the queue was. */
  over(ms: number): { rate: number; delays: number[] } {
    const before = this.bytes;
    const delays = this.#link.run(ms);
    return { rate: ((this.bytes - before) * 8) / ms, delays };
  }

  #proceed(): void {
    while (!this.#isPaused && this.#pace.hasRoom()) {
      const sent = this.#pace.send(this.#pace.piece, this.#link.now);
      this.#link.take(sent.bytes, () => this.#link.after(this.#lateness(), () => this.#onCome(sent)));
    }
  }

  #onCome(sent: Sent): void {
    this.bytes += sent.bytes;
    this.#pace.confirm(sent, this.#link.now);
    this.#proceed();
  }
}

const middle = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? NaN;
/** The longest but for a moment: while the pace is found out, at the beginning and now and then, it may be longer. */
const most = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length * 0.95)] ?? NaN;

/** The same numbers in each run. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

describe('The pace of a file', () => {
  for (const kbitPerSecond of [300, 1500, 8000, 50_000]) {
    for (const base of [5, 40, 200]) {
      it(`keeps ${kbitPerSecond} kbit/s busy and the queue short, where there and back is ${base} ms`, () => {
        const link = new Bottleneck(kbitPerSecond, base);
        const stream = new Stream(link);
        link.run(10_000);
        const { rate, delays } = stream.over(40_000);
        assert.ok(rate > 0.85 * kbitPerSecond, `${rate} kbit/s`);
        // A piece of the least size takes 27 ms at 300 kbit/s: it can't be exact there.
        const target = kbitPerSecond < 1000 ? 120 : 80;
        assert.ok(middle(delays) < target, `${middle(delays)} ms`);
        assert.ok(most(delays) < 1.5 * target, `${most(delays)} ms`);
      });
    }
  }

  it('begins gently, as the voices are there already', () => {
    const link = new Bottleneck(1500, 40);
    new Stream(link);
    const delays = link.run(5000);
    assert.ok(most(delays) < 150, `${most(delays)} ms`);
    assert.ok((delays.at(-1) ?? NaN) < 250, `${delays.at(-1)} ms`);
  });

  it('soon fills a link that is fast and near', () => {
    const link = new Bottleneck(200_000, 1);
    const stream = new Stream(link);
    assert.ok(stream.over(300).rate > 0.8 * 200_000);
    assert.ok(stream.over(1000).rate > 0.95 * 200_000);
  });

  it('is not misled by a page that is busy now and then', () => {
    const random = randomOf(7);
    const link = new Bottleneck(1500, 40);
    const stream = new Stream(link, () => random() * (random() < 0.1 ? 150 : 5));
    link.run(10_000);
    const { rate, delays } = stream.over(30_000);
    assert.ok(rate > 0.85 * 1500, `${rate} kbit/s`);
    assert.ok(most(delays) < 130, `${most(delays)} ms`);
  });

  it('makes way for what fills the queue all the same, and comes again', () => {
    const link = new Bottleneck(1500, 40);
    const stream = new Stream(link);
    link.run(8000);
    const stop = link.flood(600);
    link.run(1500);
    const { rate } = stream.over(6000);
    assert.ok(rate < 0.25 * 1500, `${rate} kbit/s beside a flood`);
    assert.ok(rate > 0, 'nothing comes any more');
    stop();
    link.run(12_000);
    assert.ok(stream.over(10_000).rate > 0.85 * 1500);
  });

  it('finds out a longer route, and a shorter one', () => {
    const link = new Bottleneck(8000, 30);
    const stream = new Stream(link);
    link.run(13_000);
    for (const base of [130, 30]) {
      link.base = base;
      link.run(17_000);
      const { rate, delays } = stream.over(10_000);
      assert.ok(rate > 0.85 * 8000, `${rate} kbit/s`);
      assert.ok(middle(delays) < 80, `${middle(delays)} ms`);
    }
  });

  it('shares a link fairly with the file of another one, whoever began', () => {
    const link = new Bottleneck(1500, 40);
    const first = new Stream(link);
    link.run(7000);
    const second = new Stream(link);
    link.run(20_000);
    const before = [first.bytes, second.bytes] as const;
    const delays = link.run(40_000);
    const [one, other] = [first.bytes - before[0], second.bytes - before[1]].sort((a, b) => a - b) as [number, number];
    assert.ok(one > 0.6 * other, `${one} and ${other} bytes`);
    assert.ok(middle(delays) < 100, `${middle(delays)} ms`);
  });

  it('does not come in a heap after a moment without anything to send', () => {
    const link = new Bottleneck(8000, 100);
    const stream = new Stream(link);
    link.run(8000);
    stream.pause();
    link.run(1000);
    stream.resume();
    const delays = link.run(1500);
    assert.ok((delays.at(-1) ?? NaN) < 80, `${delays.at(-1)} ms`);
  });

  it('begins anew after a rest', () => {
    const link = new Bottleneck(8000, 30);
    const stream = new Stream(link);
    link.run(5000);
    stream.pause();
    link.run(60_000);
    link.rate = 1500 / 8;
    stream.resume();
    assert.ok(most(link.run(5000)) < 150);
  });

  it('goes on when what was on its way is given up', () => {
    const pace = new Pace();
    const sent = [];
    while (pace.hasRoom()) sent.push(pace.send(pace.piece, 0));
    assert.ok(sent.length > 1);
    for (const one of sent) pace.drop(one);
    assert.ok(pace.hasRoom());
  });
});
