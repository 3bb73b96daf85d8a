import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchAdaptation } from './adaptation.bench.js';
import { benchBytes } from './bytes.bench.js';
import { benchEndurance } from './endurance.bench.js';
import { SUBJECTS, type Figure, type Subject } from './figures.js';
import { benchJoin, traceJoin } from './join.bench.js';
import { describeMachine, type Machine } from './machine.js';
import { table } from './report.js';
import { benchRinging, traceRinging } from './ringing.bench.js';
import { benchServer } from './server.bench.js';

const HELP = `npm run bench -- [--only ${SUBJECTS.join(',')}] [--runs <rounds>] [--minutes <minutes>] [--trace]

Measures, prints a table and writes test/bench/results/latest.json. Nothing is asserted: figures of a busy machine are
no failure. --runs: default 10 for join and ringing, 5 for the others. --minutes: how long the call of
endurance lasts; default 2, 60 for the whole truth. --trace: instead, tells what happens when during each join, or with --only ringing
from each acceptance on.
`;
const RESULTS = new URL('results/', import.meta.url);

type Results = Partial<Record<Subject, { machine: Machine; figures: Figure[] }>>;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    runs: { type: 'string' },
    minutes: { type: 'string' },
    trace: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) print(HELP);
else if (values.trace) await (values.only === 'ringing' ? traceRinging : traceJoin)(runsOf(values.runs) ?? 1, print);
else await bench(subjectsOf(values.only), runsOf(values.runs), minutesOf(values.minutes));

async function bench(subjects: readonly Subject[], runs: number | undefined, minutes: number): Promise<void> {
  const machine = await describeMachine();
  const figures: Figure[] = [];
  if (subjects.includes('bytes')) figures.push(...benchBytes());
  if (subjects.includes('join')) figures.push(...(await benchJoin(runs ?? 10, progress)));
  if (subjects.includes('ringing')) figures.push(...(await benchRinging(runs ?? 10, progress)));
  if (subjects.includes('server')) figures.push(...(await benchServer(runs ?? 5, progress)));
  if (subjects.includes('adaptation')) figures.push(...(await benchAdaptation(runs ?? 5, progress)));
  if (subjects.includes('endurance')) figures.push(...(await benchEndurance(minutes, progress)));
  progress('');
  print(table(figures, machine));
  store(machine, figures);
}

/** Each subject keeps its last figures, with what they were measured on, until it is measured anew. */
function store(machine: Machine, figures: readonly Figure[]): void {
  mkdirSync(RESULTS, { recursive: true });
  const path = new URL('latest.json', RESULTS);
  const results = previous(path);
  for (const { subject } of figures) {
    results[subject] = { machine, figures: figures.filter((figure) => figure.subject === subject) };
  }
  writeFileSync(path, `${JSON.stringify(results, null, 2)}\n`);
}

function previous(path: URL): Results {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Results;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

function subjectsOf(only: string | undefined): readonly Subject[] {
  if (only === undefined) return SUBJECTS;
  return only.split(',').map((name) => {
    const subject = SUBJECTS.find((known) => known === name);
    if (!subject) throw new RangeError(`--only: "${name}" is none of ${SUBJECTS.join(', ')}`);
    return subject;
  });
}

function runsOf(runs: string | undefined): number | undefined {
  if (runs === undefined) return undefined;
  const count = Number(runs);
  if (Number.isInteger(count) && count >= 1 && count <= 100) return count;
  throw new RangeError(`--runs: "${runs}" is not a whole number from 1 to 100`);
}

function minutesOf(minutes = '2'): number {
  const count = Number(minutes);
  if (count >= 1 && count <= 600) return count;
  throw new RangeError(`--minutes: "${minutes}" is not a number from 1 to 600`);
}

/** One line, written over by the next, where somebody looks; nothing elsewhere. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
