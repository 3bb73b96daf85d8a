import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Link } from '../../../../components/call/transport.js';
import { PathWatch } from '../../../../components/call/upkeep/path-watch.js';
import { UPKEEP_TIMING as TIMING } from '../../../../components/call/upkeep/timing.js';
import type { Vitals } from '../../../../components/call/upkeep/vitals.js';

/** One look at a link on which so many bytes have come so far. */
function look(peer: string, at: number, bytes: number, connectionState: RTCPeerConnectionState = 'connected'): Vitals {
  const pair = { id: 'CP', type: 'candidate-pair', timestamp: at, bytesReceived: bytes };
  const link = { connection: { connectionState } } as unknown as Link;
  return { peer, link, at, report: new Map([['CP', pair as RTCStats]]) };
}

describe('listening for silence', () => {
  let told: string[];
  let watch: PathWatch;
  let now: number;

  beforeEach(() => {
    told = [];
    now = 0;
    watch = new PathWatch({
      onHush: (peer) => told.push(`hush ${peer}`),
      onSilence: (peer) => told.push(`silence ${peer}`),
      onLonely: () => told.push('lonely'),
    });
  });

  /** Looks again and again for a while; `bytes` tells what has come by an instant. */
  const listen = (forMs: number, bytes: Record<string, (at: number) => number>): void => {
    for (const end = now + forMs; now < end; now += TIMING.look) {
      watch.take(Object.entries(bytes).map(([peer, by]) => look(peer, now, by(now))));
    }
  };
  const flowing = (at: number): number => at;
  const dead = (): number => 7;

  it('leaves alone what flows', () => {
    listen(60_000, { bob: flowing });
    assert.deepEqual(told, []);
  });

  it('says something before it seeks another path', () => {
    listen(TIMING.silence + TIMING.look, { bob: dead, cleo: flowing });
    assert.deepEqual(told, ['hush bob', 'silence bob']);
    assert.deepEqual(watch.silent, ['bob']);
  });

  it('seeks again where the first search was in vain, and ceases as soon as something comes', () => {
    listen(TIMING.silence + TIMING.restart + TIMING.look, { bob: dead, cleo: flowing });
    assert.equal(told.filter((one) => one === 'silence bob').length, 2);
    told = [];
    listen(10_000, { bob: flowing, cleo: flowing });
    assert.deepEqual(told, []);
    assert.deepEqual(watch.silent, []);
  });

  it('takes a path for alive that only answers', () => {
    // A look finds nothing, something is said, and its acknowledgement has come by the next.
    listen(30_000, { bob: (at) => Math.floor(at / (2 * TIMING.look)), cleo: flowing });
    assert.ok(told.length > 0);
    assert.ok(told.every((one) => one === 'hush bob'));
  });

  it('suspects its own network once everybody has fallen silent', () => {
    listen(TIMING.silence + TIMING.look, { bob: dead, cleo: dead });
    assert.equal(told.filter((one) => one === 'lonely').length, 1);
    assert.ok(told.indexOf('lonely') < told.indexOf('silence bob'), 'a socket has to be alive before a restart can be told');
  });

  it('suspects nothing while one of them is heard', () => {
    listen(20_000, { bob: dead, cleo: flowing });
    assert.ok(!told.includes('lonely'));
  });

  it('suspects its own network once for each time, however long that lasts', () => {
    listen(30_000, { bob: dead });
    assert.equal(told.filter((one) => one === 'lonely').length, 1);
    listen(1000, { bob: flowing });
    listen(10_000, { bob: dead });
    assert.equal(told.filter((one) => one === 'lonely').length, 2);
  });

  it('takes no late look for silence before it has said anything', () => {
    watch.take([look('bob', 0, 7)]);
    watch.take([look('bob', 4000, 7)]);
    assert.deepEqual(
      told.filter((one) => one !== 'lonely'),
      ['hush bob'],
    );
    watch.take([look('bob', 4500, 8)]);
    watch.take([look('bob', 5000, 9)]);
    assert.ok(!told.includes('silence bob'));
  });

  it('leaves alone whoever is still being connected', () => {
    for (; now < 20_000; now += TIMING.look) watch.take([look('bob', now, 0, 'connecting')]);
    assert.deepEqual(told, []);
  });

  it('begins anew after a nap', () => {
    listen(1000, { bob: flowing });
    watch.forget();
    now += 3_600_000;
    watch.take([look('bob', now, 1)]);
    now += TIMING.look;
    watch.take([look('bob', now, 2)]);
    assert.deepEqual(told, []);
  });
});
