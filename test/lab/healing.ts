import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller, Lab, LabOptions } from './lab.js';
import type { Arrived, Growth, Pair } from './support/in-page.js';
import type { NatKind } from './support/nat.js';
import type { Impairment } from './support/wire.js';

/** Something that happens to a running call between Ada at `lanA` and Bob at `lanB`, and what must come of it. */
export interface Trouble {
  /** A sentence that goes on behind "A call". */
  readonly name: string;
  /** The laboratory that it takes. */
  readonly options?: LabOptions;
  readonly play: (lab: Lab) => Promise<Recovery>;
}

/** What was seen. */
export interface Recovery {
  /** From the end of the trouble, where it ends, until sound or picture went on for good at both, in ms. */
  readonly soundMs?: number;
  readonly pictureMs?: number;
  /** From the trouble until the other one's tile was gone, in ms. */
  readonly goneMs?: number;
  /** How often ICE began anew, at the end where it did so more often. */
  readonly restarts: number;
  readonly notes: string;
  /** What happened when, in s after the trouble began. */
  readonly story: readonly string[];
}

/** How long a call may take to heal, in ms. What it takes is recorded; 4 s is the goal where the network changes. */
const PATIENCE_MS = 30_000;
/** Media stands still when nothing has come for this long, in ms: ten frames a second come otherwise. */
const STANDSTILL_MS = 1000;
/** How long it must have gone on after a standstill for that to be over, in ms. */
const STEADY_MS = 1500;
/** How long impaired calls are looked at, in ms. */
const OBSERVED_MS = 10_000;

/** How long calls have gone on before anything happens, in ms: the first seconds belong to the first frame. */
const CALM_MS = 3000;
/** How long a TURN credential is good for where one is to expire, in s: the least that the server takes. */
const CREDENTIAL_S = 10;

/** What befalls networks. Routers are port-restricted, and the site has a relay. */
export const TROUBLES: readonly Trouble[] = [
  {
    name: 'goes on when an address changes, of which nothing tells',
    play: (lab) => heal(lab, () => lab.network.moveAddress('lanA')),
  },
  {
    name: 'goes on when a person leaves one network for another',
    play: (lab) => heal(lab, () => lab.network.moveNetwork('lanA', 'C')),
  },
  {
    name: 'goes on when the link is away for three seconds',
    play: (lab) => heal(lab, () => blink(lab, 3000)),
  },
  {
    name: 'goes on when the link is away for twenty seconds',
    play: (lab) => heal(lab, () => blink(lab, 20_000)),
  },
  {
    name: 'goes by relay when the direct path dies',
    play: (lab) => heal(lab, () => lab.network.cutPath('A', 'B'), { relayed: true }),
  },
  {
    name: 'goes on by relay when an address changes after the first TURN credential has expired',
    options: { turnTtlSeconds: CREDENTIAL_S },
    play: outliveCredential,
  },
  {
    name: 'loses who vanished without a goodbye',
    play: vanish,
  },
];

/** What a bad wire does. */
export const IMPAIRMENTS: readonly { name: string; impairment: Impairment }[] = [
  { name: 'goes on, with sound, at a loss of 5 %', impairment: { lossPercent: 5 } },
  { name: 'goes on, with sound, at a loss of 20 %', impairment: { lossPercent: 20 } },
  { name: 'goes on, with sound, at a delay of 300 ms', impairment: { delayMs: 300 } },
  { name: 'goes on, with sound, at 300 kbit/s', impairment: { kbitPerSecond: 300 } },
];

interface HealOptions {
  /** Of all routers. Default: port-restricted. */
  nat?: NatKind;
  /** How long the call has gone on before, in ms. */
  calmMs?: number;
  /** Whether a relay must carry the call in the end. Default: it may. */
  relayed?: boolean;
}

/** Does something to a call, and waits until picture and sound come again to both. */
async function heal(
  lab: Lab,
  act: () => unknown,
  { nat = 'port-restricted', calmMs = CALM_MS, relayed = false }: HealOptions = {},
): Promise<Recovery> {
  for (const router of ['A', 'B', 'C'] as const) lab.network.nat(router, nat);
  const callers = await lab.meet('lanA', 'lanB');
  await Promise.all(callers.map((caller) => caller.watch()));
  await Promise.all(callers.map((caller) => caller.goesOnReceiving()));
  await sleep(calmMs);
  const restartsBefore = await restartsOf(callers);
  const since = Date.now();
  await act();
  const healed = await recovery(callers, since, Date.now());
  const pairs = (await Promise.all(callers.map((caller) => caller.pairs()))).flat();
  if (relayed) assertRelayed(pairs);
  const restarts = (await restartsOf(callers)) - restartsBefore;
  const notes = pairs.map(({ local, remote }) => `${local} → ${remote}`).join(', ');
  const story = await Promise.all(callers.map((caller) => caller.story(since)));
  return { ...healed, restarts, notes, story };
}

/** Behind symmetric NATs there is no way but the relay, which lets nobody in whose credential has expired. */
function outliveCredential(lab: Lab): Promise<Recovery> {
  const options = { nat: 'symmetric', calmMs: (CREDENTIAL_S + 2) * 1000, relayed: true } as const;
  return heal(lab, () => lab.network.moveAddress('lanA'), options);
}

async function blink({ network }: Lab, ms: number): Promise<void> {
  network.vanish('lanA');
  await sleep(ms);
  network.reappear('lanA');
}

function assertRelayed(pairs: readonly Pair[]): void {
  assert.ok(
    pairs.some(({ local, remote }) => local === 'relay' || remote === 'relay'),
    'no relay carries the call, so that the path was not cut',
  );
}

/** From the end of a trouble until all goes on for good, in ms. */
interface Healed {
  soundMs: number;
  pictureMs: number;
}

/**
 * Waits until what stood still has begun again, sound and picture, at both.
 * @param since when the trouble began
 * @param over when the network was as it was to stay
 * @throws {AssertionError} with what happened, when they don't in time
 */
async function recovery(callers: readonly Caller[], since: number, over: number): Promise<Healed> {
  for (;;) {
    const growths = await Promise.all(callers.map((caller) => caller.growth()));
    const sound = growths.map(({ audio }) => standstillEnd(audio, since));
    const picture = growths.map(({ video }) => standstillEnd(video, since));
    if ([...sound, ...picture].every((at) => !Number.isNaN(at))) {
      return { soundMs: Math.max(...sound) - over, pictureMs: Math.max(...picture) - over };
    }
    if (Date.now() - over > PATIENCE_MS) assert.fail(await failure(callers, growths, since));
    await sleep(200);
  }
}

/** When the last standstill ended that ended after the instant, and for good; NaN: it has not yet. */
function standstillEnd(instants: readonly number[], since: number): number {
  const index = instants.findLastIndex((at, i) => at > since && at - (instants[i - 1] ?? at) >= STANDSTILL_MS);
  const end = instants[index] ?? NaN;
  return (instants.at(-1) ?? NaN) - end >= STEADY_MS ? end : NaN;
}

async function failure(callers: readonly Caller[], growths: readonly Growth[], since: number): Promise<string> {
  const stories = await Promise.all(
    callers.map(async (caller, index) => {
      const { audio = [], video = [] } = growths[index] ?? {};
      const last = [audio, video].map((instants) => (((instants.at(-1) ?? NaN) - since) / 1000).toFixed(1));
      return `${await caller.story(since)}; last sound at ${last[0]} s, last picture at ${last[1]} s`;
    }),
  );
  return [`The call has not healed ${PATIENCE_MS / 1000} s after the trouble.`, ...stories].join('\n');
}

async function vanish(lab: Lab): Promise<Recovery> {
  const [, bob] = await lab.meet('lanA', 'lanB');
  await sleep(CALM_MS);
  const since = Date.now();
  lab.network.vanish('lanA');
  try {
    const seesNobody = (): boolean => window.__flow.tiles().every(({ own }) => own);
    await bob.tab.waitFor(seesNobody, 'Bob sees nobody', { timeoutMs: 2 * PATIENCE_MS });
  } catch (error) {
    throw new Error(`${String(error)}\n${await bob.story(since)}`, { cause: error });
  }
  const goneMs = Date.now() - since;
  const restarts = await bob.restarts();
  const story = [await bob.story(since)];
  return { goneMs, restarts, notes: '', story };
}

/**
 * Impairs Ada's wire, in both directions, while she talks with Bob.
 * @throws {AssertionError} when one of them hears nothing any more or is alone, or when ICE begins anew
 */
export async function endure(lab: Lab, impairment: Impairment): Promise<Recovery> {
  try {
    return await talkOver(lab, impairment);
  } finally {
    await lab.network.wire('A').impair({});
    await lab.everybodyLeaves();
  }
}

async function talkOver(lab: Lab, impairment: Impairment): Promise<Recovery> {
  const wire = lab.network.wire('A');
  const callers = await lab.meet('lanA', 'lanB');
  const restartsBefore = await restartsOf(callers);
  const since = Date.now();
  await wire.impair(impairment);
  const before = await Promise.all(callers.map((caller) => caller.arrived()));
  await sleep(OBSERVED_MS);
  const after = await Promise.all(callers.map((caller) => caller.arrived()));
  const seconds = (Date.now() - since) / 1000;
  const restarts = (await restartsOf(callers)) - restartsBefore;
  const story = await Promise.all(callers.map((caller) => caller.story(since)));
  for (const [index, caller] of callers.entries()) {
    const gained = difference(after[index], before[index]);
    assert.ok(gained.audioEnergy > 1e-3 && gained.audioPackets > 0, `${caller.name} hears nothing any more\n${story.join('\n')}`);
    assert.equal((await caller.others()).length, 1, `${caller.name} is alone\n${story.join('\n')}`);
  }
  assert.equal(restarts, 0, `ICE began anew without need\n${story.join('\n')}`);
  const { passed, lost, dropped } = await wire.impair({});
  const notes = callers.map(({ name }, index) => `${name} ${rates(difference(after[index], before[index]), seconds)}`);
  const onTheWire = `of ${passed + lost + dropped} packets so far ${lost} lost, ${dropped} dropped`;
  return { restarts, notes: [...notes, onTheWire].join('; '), story };
}

function difference(after: Arrived | undefined, before: Arrived | undefined): Arrived {
  if (!after || !before) throw new TypeError('there are as many as there are callers');
  return {
    ...after,
    audioPackets: after.audioPackets - before.audioPackets,
    audioEnergy: after.audioEnergy - before.audioEnergy,
    audioSamples: after.audioSamples - before.audioSamples,
    concealedSamples: after.concealedSamples - before.concealedSamples,
    framesDecoded: after.framesDecoded - before.framesDecoded,
    bytes: after.bytes - before.bytes,
    freezes: after.freezes - before.freezes,
  };
}

function rates(gained: Arrived, seconds: number): string {
  const perSecond = (count: number): string => (count / seconds).toFixed(0);
  const concealed = (100 * gained.concealedSamples) / gained.audioSamples;
  return [
    `sound ${perSecond(gained.audioPackets)} packets/s (${concealed.toFixed(0)} % concealed)`,
    `picture ${perSecond(gained.framesDecoded)} frames/s at ${gained.frameHeight} lines, ${gained.freezes} freezes`,
    `${perSecond((gained.bytes * 8) / 1000)} kbit/s`,
    `round trip ${((gained.roundTripTime ?? 0) * 1000).toFixed(0)} ms`,
  ].join(', ');
}

async function restartsOf(callers: readonly Caller[]): Promise<number> {
  return Math.max(...(await Promise.all(callers.map((caller) => caller.restarts()))));
}
