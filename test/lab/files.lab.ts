import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import type { CallRoom } from '../../components/elements/call-room/call-room.js';
import { type Caller, type Lab, noLab, startLab } from './lab.js';

/** An uplink as of ADSL, with a router that keeps a second of packets before it drops any. */
const NARROW = { kbitPerSecond: 1500, delayMs: 15, queueMs: 1000 } as const;
/** How large the file is, in bytes: 16 s and more of such an uplink. */
const SIZE = 3_000_000;
/** How often the round trip is looked at, in ms. */
const LOOK_MS = 200;
/** How long a call goes on before, in ms. */
const SETTLED_MS = 8000;
/** Of the sound, what may be made up while a file is sent with care: somebody who listens hears nothing of it. */
const UNHEARD = 0.015;

/** What became of Ada's voice while her file was on its way. */
interface Disturbance {
  /** Of the sound that Bob heard, how much was made up for what came too late. */
  readonly concealed: number;
  readonly medianMs: number;
  readonly worstMs: number;
  readonly seconds: number;
}

/** Ada sends a file, and speaks meanwhile. */
async function sendWhileSpeaking([ada, bob]: readonly [Caller, Caller], name: string): Promise<Disturbance> {
  await ada.run(offer, name, SIZE);
  await bob.run(accept, name);
  const before = await bob.arrived();
  const since = Date.now();
  const roundTrips: number[] = [];
  while (!(await bob.run(hasCome, name))) {
    roundTrips.push(((await ada.arrived()).roundTripTime ?? NaN) * 1000);
    await sleep(LOOK_MS);
  }
  const after = await bob.arrived();
  const seconds = (Date.now() - since) / 1000;
  assert.equal(await bob.run(sizeOf, name), SIZE);
  roundTrips.sort((one, other) => one - other);
  const concealed = (after.concealedSamples - before.concealedSamples) / (after.audioSamples - before.audioSamples);
  const medianMs = roundTrips[Math.floor(roundTrips.length / 2)] ?? NaN;
  return { concealed, medianMs, worstMs: roundTrips.at(-1) ?? NaN, seconds };
}

// In the pages

async function offer(name: string, size: number): Promise<void> {
  const { chat } = await (document.querySelector('call-room') as CallRoom).call.extras();
  (await chat.files()).offer(new File([new Uint8Array(size)], name));
}

async function accept(name: string): Promise<void> {
  const { chat } = await (document.querySelector('call-room') as CallRoom).call.extras();
  const files = await chat.files();
  for (;;) {
    const message = chat.messages.find(({ file }) => file?.name === name);
    if (message && files.isAvailable(message)) return files.accept(message.id);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function hasCome(name: string): Promise<boolean> {
  const { chat } = await (document.querySelector('call-room') as CallRoom).call.extras();
  const message = chat.messages.find(({ file }) => file?.name === name);
  const [transfer] = message ? (await chat.files()).of(message) : [];
  if (transfer?.state === 'failed' || transfer?.state === 'cancelled') throw new Error(`${name} has ${transfer.state}`);
  return transfer?.state === 'done';
}

async function sizeOf(name: string): Promise<number> {
  const { chat } = await (document.querySelector('call-room') as CallRoom).call.extras();
  const message = chat.messages.find(({ file }) => file?.name === name);
  const [transfer] = message ? (await chat.files()).of(message) : [];
  return (await (await fetch(transfer?.url ?? '')).blob()).size;
}

/** Bob's page asks for files as those did that confirm nothing. */
function confirmNothing(): void {
  const stringify = JSON.stringify.bind(JSON);
  JSON.stringify = (value: unknown) => {
    const isAccept = typeof value === 'object' && value !== null && 'confirms' in value;
    return stringify(isAccept ? { ...value, confirms: undefined } : value);
  };
}

/** A call of their own, whose picture has found out how little there is. */
async function callOverNarrowWire(lab: Lab, before: (callers: readonly Caller[]) => Promise<void>): Promise<Disturbance> {
  const wire = lab.network.wire('A');
  await wire.impair({});
  const callers = await lab.meet('lanA', 'lanB');
  await before(callers);
  await wire.impair(NARROW);
  await sleep(SETTLED_MS);
  const disturbance = await sendWhileSpeaking(callers, 'film.mp4');
  await lab.everybodyLeaves();
  return disturbance;
}

const words = ({ concealed, medianMs, worstMs, seconds }: Disturbance): string =>
  `round trip ${medianMs.toFixed(0)} ms, at most ${worstMs.toFixed(0)} ms; ` +
  `${(100 * concealed).toFixed(2)} % of the sound made up; ${seconds.toFixed(0)} s`;

test('A voice goes on undisturbed while a file is sent over a narrow uplink', { skip: noLab }, async (t) => {
  const lab = await startLab(t, { wires: ['A'] });
  const paced = await callOverNarrowWire(lab, () => Promise.resolve());
  t.diagnostic(`paced: ${words(paced)}`);
  const unpaced = await callOverNarrowWire(lab, ([, bob]) => bob?.run(confirmNothing) ?? Promise.resolve());
  t.diagnostic(`unpaced: ${words(unpaced)}`);
  assert.ok(paced.concealed < Math.max(UNHEARD, unpaced.concealed / 2), `${paced.concealed} of ${unpaced.concealed} is made up`);
});
