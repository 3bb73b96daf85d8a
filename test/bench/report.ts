import { SUBJECTS, type Figure } from './figures.js';
import type { Machine } from './machine.js';

const HEADS = ['what', 'who', 'min', 'median', 'max', 'unit', 'ratio (min–max)', 'goal', 'met'];
/** Columns of numbers, which stand at the right. */
const NUMBERS = new Set([2, 3, 4]);

/** The figures as a table for people, one part for each subject. */
export function table(figures: readonly Figure[], machine: Machine): string {
  const parts = SUBJECTS.map((subject) => ({ subject, part: figures.filter((figure) => figure.subject === subject) }));
  const { cpu, cores, memoryGb, loadBefore, system, node, browser, date } = machine;
  return [
    `${cpu}, ${cores} cores, ${memoryGb} GB, load ${loadBefore.toFixed(1)}, ${system}`,
    `Node ${node}, ${browser}, ${date}`,
    ...parts.flatMap(({ subject, part }) =>
      part[0] ? ['', `${subject} (rounds: ${part[0].summary.count})`, ...grid(part.map(cells))] : [],
    ),
    '',
  ].join('\n');
}

function cells({ name, of, summary, unit, ratio, goal }: Figure): string[] {
  const digits = summary.median < 20 ? 2 : 0;
  return [
    name,
    of,
    ...[summary.min, summary.median, summary.max].map((value) => format(value, digits)),
    unit,
    ratio ? `${format(ratio.summary.median)} (${format(ratio.summary.min)}–${format(ratio.summary.max)}) of ${ratio.to}` : '',
    goal?.text ?? '',
    goal ? (goal.met ? 'yes' : 'NO') : '',
  ];
}

const format = (value: number, digits = 2): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

function grid(rows: string[][]): string[] {
  const lines = [HEADS, ...rows];
  const widths = HEADS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const write = (line: string[]): string =>
    line
      .map((cell, column) => (NUMBERS.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return [write(HEADS), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(write)];
}
