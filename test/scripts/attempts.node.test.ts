import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Runner } from '../../scripts/attempts.mjs';
import type { Result } from '../../scripts/results.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'call-room-attempts-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const passed = (file: string, where: string): Result => ({ file, name: `works (${where})`, outcome: 'passed' });
const failed = (file: string, where: string): Result => ({ ...passed(file, where), outcome: 'failed', error: 'Error: too slow' });

describe('Runners side by side', () => {
  it('tell one after the other, and are counted together', async () => {
    const first = runner('One', [...awaiting('told'), leaving([passed('a', 'One')]), `console.log('first')`]);
    const second = runner('Two', [
      leaving([passed('a', 'Two')]),
      `console.log('second'); console.error('aside')`,
      marking('told'),
    ]);
    const { code, stdout, stderr } = await endOf(start([first, second]));
    assert.deepEqual(linesOf(stdout), ['▶ One', 'first', '▶ Two', 'second', '2 passed, 0 failed']);
    assert.deepEqual(linesOf(stderr), ['aside']);
    assert.equal(code, 0);
  });

  it('get environments of their own', async () => {
    const code = [leaving([]), 'console.log(process.env.WISH)'];
    const runners = [
      { ...runner('One', code), env: { WISH: 'tea' } },
      { ...runner('Two', code), env: { WISH: 'cake' } },
    ];
    const { stdout } = await endOf(start(runners));
    assert.deepEqual(linesOf(stdout), ['▶ One', 'tea', '▶ Two', 'cake', '0 passed, 0 failed']);
  });

  it('each repeat what failed in them, alone', async () => {
    const one = runner('One', [leaving([passed('a', 'One'), passed('b', 'One')])], [`console.log('One again')`]);
    const two = runner(
      'Two',
      [leaving([failed('a', 'Two'), passed('b', 'Two')]), 'process.exitCode = 1'],
      [leaving([passed('a', 'Two')]), `console.log('Two again')`],
    );
    const { code, stdout } = await endOf(start([one, two]));
    assert.deepEqual(linesOf(stdout), [
      '▶ One',
      '▶ Two',
      '▶ once more, alone, in Two: a',
      'Two again',
      'Passed only at the second attempt:',
      '  ↻ a: works (Two)',
      '      Error: too slow',
      '4 passed, 0 failed, 1 only at the second attempt',
    ]);
    assert.equal(code, 0);
  });

  it('leave the results of all to whoever wants them', async () => {
    const file = join(folder, 'results.json');
    const runners = ['One', 'Two'].map((where) => runner(where, [leaving([passed('a', where)])]));
    const { stdout } = await endOf(start(runners, file));
    assert.deepEqual(linesOf(stdout), ['▶ One', '▶ Two']);
    assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), [passed('a', 'One'), passed('a', 'Two')]);
  });

  it('fail when a test of one of them fails twice', async () => {
    const broken = [leaving([failed('a', 'Two')]), 'process.exitCode = 1'];
    const { code, stdout } = await endOf(start([runner('One', [leaving([passed('a', 'One')])]), runner('Two', broken, broken)]));
    assert.equal(linesOf(stdout).at(-1), '1 passed, 1 failed');
    assert.equal(code, 1);
  });

  it('fail when one of them breaks, and tell which', async () => {
    const { code, stdout } = await endOf(start([runner('One', [leaving([])]), runner('Two', ['process.exitCode = 1'])]));
    assert.match(stdout, /✖ the runner of the tests \(Two\)\n/);
    assert.equal(code, 1);
  });

  it('all stop at a signal, and nothing is run again', async () => {
    const hang = (where: string) =>
      runner(where, [leaving([failed('a', where)]), marking(where), 'setInterval(() => undefined, 1000)'], ['']);
    const all = start([hang('One'), hang('Two')]);
    const pids = [await marked('One'), await marked('Two')];
    all.kill('SIGTERM');
    const { code, stdout } = await endOf(all);
    assert.doesNotMatch(stdout, /once more/);
    assert.equal(linesOf(stdout).at(-1), '0 passed, 4 failed');
    assert.equal(code, 1);
    for (const pid of pids) assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
  });
});

/** What a runner is made of here: lines of code, and those of its second attempt. */
type TestRunner = Omit<Runner, 'again'> & { again?: string[] };

function runner(where: string, code: string[], again?: string[]): TestRunner {
  return { where, command: commandOf(code), ...(again && { again: commandOf(again) }) };
}

function commandOf(code: string[]): string[] {
  return [
    process.execPath,
    '--input-type=module',
    '--eval',
    [`import { existsSync, writeFileSync } from 'node:fs'`, ...code].join(';\n'),
  ];
}

/** Code that leaves results as a reporter does. */
function leaving(results: Result[]): string {
  return `writeFileSync(process.env.CALL_ROOM_TEST_RESULTS, ${JSON.stringify(JSON.stringify(results))})`;
}

/** Code that tells the other runner, or the test, how far it is. */
function marking(mark: string): string {
  return `writeFileSync(${JSON.stringify(join(folder, mark))}, String(process.pid))`;
}

/** Code that waits for such a mark. */
function awaiting(mark: string): string[] {
  return [`while (!existsSync(${JSON.stringify(join(folder, mark))})) await new Promise((resolve) => setTimeout(resolve, 20))`];
}

/** The same for the test: who made the mark. */
async function marked(mark: string): Promise<number> {
  const file = join(folder, mark);
  while (!existsSync(file) || readFileSync(file, 'utf8') === '') await sleep(20);
  return Number(readFileSync(file, 'utf8'));
}

/** Runs them in a process of their own, as the scripts do. */
function start(runners: TestRunner[], resultsFile = ''): ChildProcess {
  const code = `
    import { runTests } from ${JSON.stringify(new URL('../../scripts/attempts.mjs', import.meta.url).href)};
    const runners = ${JSON.stringify(runners)};
    await runTests(runners.map(({ again, ...runner }) => ({ ...runner, ...(again && { again: () => again }) })), 1);`;
  return spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CALL_ROOM_TEST_RESULTS: resultsFile },
  });
}

async function endOf(child: ChildProcess): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const { stdout, stderr } = child;
  assert.ok(stdout && stderr);
  const [told, asides] = await Promise.all([text(stdout), text(stderr), once(child, 'close')]);
  return { code: child.exitCode, stdout: told, stderr: asides };
}

function linesOf(output: string): string[] {
  return output.split('\n').filter((line) => line.trim() !== '');
}
