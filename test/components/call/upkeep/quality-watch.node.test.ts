import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { QualityWatch, type Verdict } from '../../../../components/call/upkeep/quality-watch.js';
import { QUALITY_TIMING, UPKEEP_TIMING } from '../../../../components/call/upkeep/timing.js';
import type { Vitals } from '../../../../components/call/upkeep/vitals.js';
import type { Link } from '../../../../components/call/transport.js';

/** How a way is, by packets a look and the like. Members that a browser leaves out are left out of its report. */
interface Way {
  state: RTCPeerConnectionState;
  roundTripMs: number;
  /** Of what comes, 0 to 1. */
  loss: number;
  /** Of what goes, as the peer reports, 0 to 1. */
  missed: number;
  limited: boolean;
  browser: 'chromium' | 'firefox';
}

const GOOD: Way = { state: 'connected', roundTripMs: 30, loss: 0, missed: 0, limited: false, browser: 'chromium' };

/** A person at the other end, whose way is as it is set to be. */
class Peer {
  way: Way;
  readonly name: string;
  #link: Link;
  #looks = 0;
  #lost = 0;
  #came = 0;

  constructor(name: string, way: Partial<Way> = {}) {
    this.name = name;
    this.way = { ...GOOD, ...way };
    const peer = this as { way: Way };
    const connection = {
      get connectionState(): RTCPeerConnectionState {
        return peer.way.state;
      },
    };
    this.#link = { connection } as unknown as Link;
  }

  look(at: number): Vitals {
    const { loss, missed, roundTripMs, limited, browser } = this.way;
    this.#looks++;
    // 50 packets with sound a second, and as many with pictures.
    this.#lost += 25 * loss;
    this.#came += 25 * (1 - loss);
    const seconds = roundTripMs / 1000;
    const inbound = { packetsReceived: Math.round(this.#came), packetsLost: Math.round(this.#lost), jitter: 0.004 };
    const sent = { packetsSent: this.#looks * 25 };
    const stats: object[] = [
      { id: 'P1', type: 'candidate-pair', state: 'succeeded', nominated: true, bytesReceived: 1, currentRoundTripTime: 9 },
      { id: 'IA', type: 'inbound-rtp', kind: 'audio', ...inbound },
      { id: 'IV', type: 'inbound-rtp', kind: 'video', ...inbound },
      { id: 'OA', type: 'outbound-rtp', kind: 'audio', ...sent },
      { id: 'OV', type: 'outbound-rtp', kind: 'video', ...sent, ...(limited && { qualityLimitationReason: 'bandwidth' }) },
      { id: 'RA', type: 'remote-inbound-rtp', kind: 'audio', fractionLost: missed, roundTripTime: seconds },
      { id: 'RV', type: 'remote-inbound-rtp', kind: 'video', fractionLost: missed, roundTripTime: seconds },
      ...(browser === 'chromium'
        ? [
            { id: 'T1', type: 'transport', selectedCandidatePairId: 'P2' },
            { id: 'P2', type: 'candidate-pair', state: 'succeeded', nominated: true, currentRoundTripTime: seconds },
          ]
        : []),
    ];
    const report = new Map(
      (browser === 'chromium' ? stats : stats.slice(1)).map((one) => [(one as RTCStats).id, one as RTCStats]),
    );
    return { peer: this.name, link: this.#link, at, report };
  }
}

/** Looks at these for a while, from a moment on. */
class Story {
  #watch = new QualityWatch();
  #at = 0;

  look(peers: Peer[], ms: number, { online = true, silent = [] as string[] } = {}): Verdict {
    let verdict: Verdict | undefined;
    for (const end = this.#at + ms; this.#at < end; this.#at += UPKEEP_TIMING.look) {
      const linked = peers.filter(({ way }) => way.state !== 'closed');
      const vitals = linked.map((peer) => peer.look(this.#at));
      verdict = this.#watch.take({ peers: peers.map(({ name }) => name), vitals, silent, online });
    }
    if (!verdict) throw new Error('nobody looked');
    return verdict;
  }
}

const { least, settle, window, fall, rise } = QUALITY_TIMING;
const SOON = settle + least + UPKEEP_TIMING.look;
const DOWN = window + fall + UPKEEP_TIMING.look;
const UP = window + rise + UPKEEP_TIMING.look;

describe('watching quality', () => {
  for (const browser of ['chromium', 'firefox'] as const) {
    it(`tells a good way from what ${browser} reports`, () => {
      const { people, own } = new Story().look([new Peer('bob', { browser })], SOON);
      assert.deepEqual([people.get('bob'), own], ['excellent', 'excellent']);
    });

    it(`tells what is lost here, and what is lost there, from what ${browser} reports`, () => {
      const bob = new Peer('bob', { browser, loss: 0.2 });
      assert.deepEqual(new Story().look([bob], SOON), { people: new Map([['bob', 'poor']]), own: 'excellent' });
      const cleo = new Peer('cleo', { browser, missed: 0.2 });
      assert.deepEqual(new Story().look([cleo], SOON), { people: new Map([['cleo', 'excellent']]), own: 'poor' });
    });
  }

  it('tells nothing before there was something to measure', () => {
    const bob = new Peer('bob', { state: 'connecting' });
    const story = new Story();
    assert.deepEqual(story.look([bob], 20_000), { people: new Map([['bob', 'unknown']]), own: 'unknown' });
    bob.way = GOOD;
    assert.equal(story.look([bob], settle + least).people.get('bob'), 'unknown');
    assert.equal(story.look([bob], SOON).people.get('bob'), 'excellent');
  });

  it('falls soon and rises late', () => {
    const bob = new Peer('bob');
    const story = new Story();
    story.look([bob], SOON);
    bob.way = { ...GOOD, loss: 0.3 };
    assert.equal(story.look([bob], fall).people.get('bob'), 'excellent');
    assert.equal(story.look([bob], DOWN - fall).people.get('bob'), 'poor');
    bob.way = GOOD;
    assert.equal(story.look([bob], rise).people.get('bob'), 'poor');
    assert.equal(story.look([bob], UP).people.get('bob'), 'excellent');
  });

  it('minds a long way', () => {
    const bob = new Peer('bob', { roundTripMs: 700 });
    assert.deepEqual(new Story().look([bob], SOON), { people: new Map([['bob', 'good']]), own: 'good' });
  });

  it('loses at once whoever falls silent, disconnects, or has no link any more, and finds them again', () => {
    for (const state of ['connected', 'disconnected', 'failed', 'closed'] as const) {
      const bob = new Peer('bob');
      const story = new Story();
      story.look([bob], SOON);
      bob.way = { ...GOOD, state };
      const lost = story.look([bob], UPKEEP_TIMING.look, { silent: state === 'connected' ? ['bob'] : [] });
      assert.equal(lost.people.get('bob'), 'lost', state);
      bob.way = { ...GOOD, state: 'connecting' };
      assert.equal(story.look([bob], UPKEEP_TIMING.look).people.get('bob'), 'lost', state);
      bob.way = GOOD;
      assert.equal(story.look([bob], SOON).people.get('bob'), 'excellent', state);
    }
  });

  it('does not hold one person’s bad network against oneself', () => {
    const [bob, cleo, dan] = [new Peer('bob', { loss: 0.3, missed: 0.3 }), new Peer('cleo'), new Peer('dan')];
    assert.equal(new Story().look([bob, cleo], SOON).own, 'excellent');
    assert.equal(new Story().look([bob, cleo, dan], SOON).own, 'excellent');
  });

  it('takes for one’s own what all others suffer from', () => {
    const everybody = ['bob', 'cleo', 'dan'].map((name) => new Peer(name, { loss: 0.3 }));
    assert.equal(new Story().look(everybody, SOON).own, 'poor');
  });

  it('tells what is sent with less than it could be', () => {
    assert.equal(new Story().look([new Peer('bob', { limited: true })], SOON).own, 'good');
  });

  it('is lost oneself when everybody is and signaling is away', () => {
    const bob = new Peer('bob');
    const story = new Story();
    story.look([bob], SOON);
    assert.equal(story.look([bob], 500, { silent: ['bob'] }).own, 'unknown');
    assert.equal(story.look([bob], 500, { silent: ['bob'], online: false }).own, 'lost');
    assert.equal(story.look([bob], SOON).own, 'excellent');
  });

  it('forgets whoever left', () => {
    const story = new Story();
    story.look([new Peer('bob')], SOON);
    assert.deepEqual(story.look([], 500), { people: new Map(), own: 'unknown' });
    assert.equal(story.look([new Peer('bob', { state: 'new' })], 500).people.get('bob'), 'unknown');
  });
});
