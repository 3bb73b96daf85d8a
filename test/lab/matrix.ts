import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Trouble } from '../../components/call/participant.js';
import { IN_CALL_ENGLISH } from '../../components/i18n/in-call-catalogue.js';
import type { Caller, Lab, Relay } from './lab.js';
import type { Pair } from './support/in-page.js';
import type { Firewall, NatKind } from './support/nat.js';
import type { HostName } from './support/network.js';

/** What carries a call. `nowhere`: it can't be had. A relay is told by how people reach it. */
export type Way = 'within the LAN' | 'directly' | 'by relay over udp' | 'by relay over tcp' | 'by relay over tls' | 'nowhere';

/** Ada at `lanA` calls Bob. */
export interface Case {
  readonly name: string;
  readonly adas: readonly [NatKind, Firewall?];
  readonly bobs: readonly [NatKind, Firewall?];
  readonly bobAt?: HostName;
  /** What the site has. Default: a TURN server, which is not to be used where it need not. */
  readonly relay?: Relay;
  readonly way: Way;
  /** What Ada and Bob are told where the way is `nowhere`. */
  readonly told?: readonly [ada: Trouble, bob: Trouble];
}

/** What came of a {@link Case}. */
export interface Outcome {
  readonly name: string;
  readonly way: Way;
  /** Ada's and Bob's, or what they were told instead. Which of them holds a relay's end changes from run to run. */
  readonly pairs: readonly [ada: string, bob: string];
  /** From Bob's joining until ICE had connected both, in ms. */
  readonly connectedMs?: number;
  /** From Bob's joining until the person was told that there is no way, in ms. */
  readonly toldMs?: number;
}

export const CASES: readonly Case[] = [
  { name: 'same LAN', adas: ['port-restricted'], bobs: ['port-restricted'], bobAt: 'lanA2', way: 'within the LAN' },
  { name: 'full cone – full cone', adas: ['full-cone'], bobs: ['full-cone'], way: 'directly' },
  { name: 'port-restricted – port-restricted', adas: ['port-restricted'], bobs: ['port-restricted'], way: 'directly' },
  { name: 'full cone – symmetric', adas: ['full-cone'], bobs: ['symmetric'], way: 'directly' },
  { name: 'symmetric – symmetric', adas: ['symmetric'], bobs: ['symmetric'], way: 'by relay over udp' },
  { name: 'symmetric – port-restricted', adas: ['symmetric'], bobs: ['port-restricted'], way: 'by relay over udp' },
  {
    name: 'UDP blocked – port-restricted',
    adas: ['port-restricted', 'no-udp'],
    bobs: ['port-restricted'],
    way: 'by relay over tcp',
  },
  {
    name: 'UDP blocked – UDP blocked',
    adas: ['port-restricted', 'no-udp'],
    bobs: ['port-restricted', 'no-udp'],
    way: 'by relay over tcp',
  },
  {
    name: 'all but 443 blocked – symmetric',
    adas: ['port-restricted', 'only-443'],
    bobs: ['symmetric'],
    way: 'by relay over tls',
  },
  {
    name: 'symmetric – symmetric, no TURN',
    adas: ['symmetric'],
    bobs: ['symmetric'],
    relay: 'none',
    way: 'nowhere',
    told: ['no-relay', 'no-relay'],
  },
  {
    name: 'UDP blocked – port-restricted, no TURN',
    adas: ['port-restricted', 'no-udp'],
    bobs: ['port-restricted'],
    relay: 'none',
    way: 'nowhere',
    told: ['network-blocked', 'no-relay'],
  },
  {
    name: 'symmetric – symmetric, TURN with another secret',
    adas: ['symmetric'],
    bobs: ['symmetric'],
    relay: 'refusing',
    way: 'nowhere',
    told: ['relay-refused', 'relay-refused'],
  },
];

/** How long ICE may take to leave a first pair for a better one, in ms. */
const SETTLING_MS = 15_000;
/** How long until a person is told that there is no way, in ms. Chromium gives up some 15 s after it began. */
const GIVING_UP_MS = 60_000;

/**
 * Plays a case.
 * @throws {AssertionError} when the call is carried by another way
 */
export async function play(lab: Lab, one: Case): Promise<Outcome> {
  lab.network.nat('A', ...one.adas);
  lab.network.nat('B', ...one.bobs);
  const bobAt = one.bobAt ?? 'lanB';
  try {
    return await (one.way === 'nowhere' ? failToMeet(lab, one, bobAt) : meet(lab, one, bobAt));
  } finally {
    await lab.everybodyLeaves();
  }
}

async function meet(lab: Lab, { name, way, relay = 'turn' }: Case, bobAt: HostName): Promise<Outcome> {
  const callers = await lab.meet('lanA', bobAt, relay);
  const [ada, bob] = callers;
  const pairs = await settled(callers, way);
  await assertHadRelay(ada);
  await assertHadRelay(bob);
  const connected = await Promise.all(callers.map((caller) => caller.connectedAt()));
  const connectedMs = Math.max(...connected.map((at) => at ?? NaN)) - (await joiningAt(bob));
  return { name, way, pairs: [describe(pairs[0]), describe(pairs[1])], connectedMs };
}

/** Without a way, the person must be told, and why. */
async function failToMeet(lab: Lab, { name, way, relay = 'turn', told }: Case, bobAt: HostName): Promise<Outcome> {
  const room = lab.newRoom();
  const ada = await lab.comes('lanA', 'Ada', { room }, relay);
  await ada.waitForState('joined');
  const bob = await lab.comes(bobAt, 'Bob', { room }, relay);
  await assertUnreachable(ada, told?.[0]);
  await assertUnreachable(bob, told?.[1]);
  const toldAt = await Promise.all([ada, bob].map((caller) => toldUnreachableAt(caller)));
  const toldMs = Math.max(...toldAt) - (await joiningAt(bob));
  const pairs = [`told ${told?.[0] ?? 'so'}`, `told ${told?.[1] ?? 'so'}`] as const;
  return { name, way, pairs, toldMs };
}

async function assertUnreachable(caller: Caller, why: Trouble | undefined): Promise<void> {
  const isTold = (): boolean => window.__flow.events.some(({ code }) => code === 'peer-unreachable');
  await caller.tab.waitFor(isTold, `${caller.name} is told of peer-unreachable`, { timeoutMs: GIVING_UP_MS });
  assert.equal(await caller.connectedAt(), undefined, `${caller.name} was connected, which can't be`);
  if (why) await caller.waitForText(IN_CALL_ENGLISH[why]);
}

/** Waits until the call is carried as it should be; ICE may begin with a worse pair. */
async function settled(callers: readonly [Caller, Caller], way: Way): Promise<[Pair, Pair]> {
  const deadline = Date.now() + SETTLING_MS;
  for (;;) {
    const [[ada], [bob]] = await Promise.all([callers[0].pairs(), callers[1].pairs()]);
    if (ada && bob && isWay(way, [ada, bob])) return [ada, bob];
    const found = [ada, bob].map((pair) => (pair ? describe(pair) : 'none'));
    if (Date.now() > deadline) assert.fail(`should go ${way}, but Ada has ${found[0]} and Bob ${found[1]}`);
    await sleep(200);
  }
}

/** Both ends name both candidates, but a relay's end may be unknown to the other as such: it is the set that counts. */
function isWay(way: Way, pairs: readonly [Pair, Pair]): boolean {
  const types = pairs.flatMap(({ local, remote }) => [local, remote]);
  const relayed = pairs.flatMap(({ local, relayProtocol }) => (local === 'relay' ? (relayProtocol ?? '?') : []));
  switch (way) {
    case 'within the LAN':
      return pairs.every(({ local }) => local === 'host');
    case 'directly':
      return !types.includes('relay') && !pairs.every(({ local }) => local === 'host');
    case 'by relay over udp':
    case 'by relay over tcp':
    case 'by relay over tls':
      return relayed.includes(way.slice('by relay over '.length));
    case 'nowhere':
      return false;
  }
}

/** The server told of its TURN server, with credentials: who does not use it could have. */
async function assertHadRelay(caller: Caller): Promise<void> {
  const servers = await caller.run(() => {
    const all = window.__peerConnections.flatMap((connection) => connection.getConfiguration().iceServers ?? []);
    return all.filter(({ username, credential }) => username && credential).flatMap(({ urls }) => urls);
  });
  assert.ok(
    servers.some((url) => url.startsWith('turn:')),
    `${caller.name} was told of no TURN server`,
  );
}

const describe = ({ local, remote, relayProtocol }: Pair): string =>
  `${local}${relayProtocol ? `(${relayProtocol})` : ''} → ${remote}`;

async function joiningAt(caller: Caller): Promise<number> {
  const joining = (await caller.told()).find(({ state }) => state === 'joining');
  return joining?.at ?? NaN;
}

async function toldUnreachableAt(caller: Caller): Promise<number> {
  const told = (await caller.told()).find(({ code }) => code === 'peer-unreachable');
  return told?.at ?? NaN;
}
