import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { withEnding } from '../bench/ending.js';
import { describeMachine } from '../bench/machine.js';
import { endure, IMPAIRMENTS, TROUBLES, type Recovery } from './healing.js';
import { type Lab, type LabOptions, noLab, startLab } from './lab.js';
import { CASES, play, type Outcome } from './matrix.js';
import { versionOf } from './support/missing.js';
import { table } from './support/table.js';

const HELP = `npm run lab -- [--only <text>]

Plays calls in a laboratory of networks, prints what carried and what healed them, and writes
test/lab/results/latest.json. --only: those alone whose name has the text in it; then nothing is written.
Needs Linux, root, and the Debian packages chromium, coturn, iproute2, nftables and python3.
`;
const RESULTS = new URL('results/', import.meta.url);

/** What came of one of them: a failure says why. */
interface Played<Result> {
  readonly name: string;
  readonly result?: Result;
  readonly failure?: string;
}

const { values } = parseArgs({ options: { only: { type: 'string', default: '' }, help: { type: 'boolean', default: false } } });

if (values.help) print(HELP);
else if (noLab) complain(noLab);
else await playAll(values.only);

async function playAll(only: string): Promise<void> {
  const wanted = ({ name }: { name: string }): boolean => name.includes(only);
  const machine = {
    ...(await describeMachine()),
    coturn: versionOf('turnserver', '--version'),
    nft: versionOf('nft', '--version'),
  };
  const ways = await inOneLab({}, CASES.filter(wanted), play);
  const troubles: Played<Recovery>[] = [];
  for (const trouble of TROUBLES.filter(wanted)) {
    troubles.push(...(await inOneLab(trouble.options ?? {}, [trouble], trouble.play)));
  }
  const bad = IMPAIRMENTS.filter(wanted);
  const endured = await inOneLab({ wires: ['A'], camera: 'large' }, bad, (lab, { impairment }) => endure(lab, impairment));
  print('');
  print(waysTable(ways));
  print(recoveryTable([...troubles, ...endured]));
  const failures = [...ways, ...troubles, ...endured].filter(({ failure }) => failure !== undefined);
  for (const { name, failure } of failures) complain(`${name}: ${failure}\n`);
  if (only) return;
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(new URL('latest.json', RESULTS), `${JSON.stringify({ machine, ways, troubles, endured }, null, 2)}\n`);
}

/** Plays them one after another in a laboratory of their own. One that fails does not keep the next from being played. */
async function inOneLab<One extends { readonly name: string }, Result>(
  options: LabOptions,
  all: readonly One[],
  act: (lab: Lab, one: One) => Promise<Result>,
): Promise<Played<Result>[]> {
  if (all.length === 0) return [];
  const played = withEnding(async (after) => {
    const lab = await startLab({ after }, options);
    const played: Played<Result>[] = [];
    for (const one of all) {
      progress(one.name);
      const { name } = one;
      played.push(
        await act(lab, one).then(
          (result) => ({ name, result }),
          (error: unknown) => ({ name, failure: String(error) }),
        ),
      );
      progress('');
    }
    return played;
  });
  // The laboratory itself failed.
  return played.catch((error: unknown) => all.map(({ name }) => ({ name, failure: String(error) })));
}

function waysTable(played: readonly Played<Outcome>[]): string {
  if (played.length === 0) return '';
  const rows = played.map(({ name, result }) => {
    if (!result) return [name, 'FAILED'];
    const { way, pairs, connectedMs, toldMs } = result;
    return [name, way, ...pairs, seconds(connectedMs), seconds(toldMs)];
  });
  return `${table(['networks', 'goes', 'Ada', 'Bob', 'connected, s', 'told of failure, s'], rows)}\n`;
}

function recoveryTable(played: readonly Played<Recovery>[]): string {
  if (played.length === 0) return '';
  const rows = played.map(({ name, result }) => {
    if (!result) return [name, 'FAILED'];
    const { soundMs, pictureMs, goneMs, restarts, notes } = result;
    return [name, seconds(soundMs), seconds(pictureMs), seconds(goneMs), String(restarts), notes];
  });
  return `${table(['a call …', 'sound after, s', 'picture, s', 'gone, s', 'ICE restarts', 'notes'], rows)}\n`;
}

function seconds(ms: number | undefined): string {
  return ms === undefined ? '' : (ms / 1000).toFixed(1);
}

/** One line, written over by the next, where somebody looks; nothing elsewhere. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
