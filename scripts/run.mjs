// Runs a command so that it can't outlive us, nor leave a browser behind.
import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { platform } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * @typedef {object} RunOptions
 * @property {number} [timeoutMs] When the command and everything it started is ended. Default: 10 minutes.
 * @property {Record<string, string> | undefined} [env] Additions to our environment.
 * @property {Promise<unknown> | undefined} [turn] What the command tells is held back until then. Default: nothing is held back.
 */

/**
 * Runs a command in the foreground, its output going where ours goes.
 *
 * @param {string[]} command
 * @param {RunOptions} [options]
 * @returns {Promise<{ ok: boolean, ended: boolean, timedOut: boolean }>} `ended`: not by itself, for the time or because we were
 *   asked to stop. Never rejects for a command that fails.
 */
export function run([file = '', ...args], { timeoutMs = 600_000, env, turn } = {}) {
  return new Promise((resolve, reject) => {
    const output = turn ? 'pipe' : 'inherit';
    const child = spawn(file, args, { stdio: ['ignore', output, output], env: { ...process.env, ...env } });
    const told = turn && passOn(child, turn);
    let timedOut = false;
    /** @type {Promise<void> | undefined} */
    let ending;
    const end = () => {
      ending ??= endFamily(child.pid);
    };
    const timer = setTimeout(() => {
      timedOut = true;
      end();
    }, timeoutMs);
    for (const signal of STOP_SIGNALS) process.on(signal, end);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      for (const signal of STOP_SIGNALS) process.off(signal, end);
      Promise.all([ending, told]).then(() => resolve({ ok: code === 0 && !ending, ended: Boolean(ending), timedOut }), reject);
    });
  });
}

const STOP_SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
/** How long a process may take to stop when asked, in ms. */
const GRACE_MS = 5000;

/**
 * Passes on what a process tells.
 *
 * @param {import('node:child_process').ChildProcess} child With pipes.
 * @param {Promise<unknown>} turn Until then it is kept.
 * @returns {Promise<void>} when all is told
 */
async function passOn(child, turn) {
  const closed = new Promise((resolve) => {
    child.once('close', resolve);
    // What it left behind may keep its pipes open for ever.
    child.once('exit', () => setTimeout(resolve, GRACE_MS).unref());
  });
  const pipes = /** @type {const} */ ([
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]);
  /** @type {[to: NodeJS.WriteStream, chunk: Buffer][] | undefined} */
  let held = [];
  for (const [from, to] of pipes) from?.on('data', (chunk) => (held ? held.push([to, chunk]) : to.write(chunk)));
  await turn;
  for (const [to, chunk] of held) to.write(chunk);
  held = undefined;
  await closed;
  for (const [from] of pipes) from?.destroy();
}

/**
 * Ends a process and all its descendants, politely first. Browsers stand in process groups of their own, so a
 * signal to the group of their parent would not reach them.
 *
 * @param {number | undefined} root
 */
async function endFamily(root) {
  if (root === undefined) return;
  if (platform() === 'win32') {
    execFileSync('taskkill', ['/pid', String(root), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  const family = familyOf(root);
  for (const pid of family) signalTo(pid, 'SIGTERM');
  const deadline = Date.now() + GRACE_MS;
  while (Date.now() < deadline && [...family].some((pid) => signalTo(pid, 0))) await sleep(100);
  for (const pid of family) signalTo(pid, 'SIGKILL');
}

/** @param {number} root */
function familyOf(root) {
  const parents = parentsOfAll();
  const family = new Set([root]);
  for (let before = 0; before !== family.size;) {
    before = family.size;
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
  }
  return family;
}

/**
 * Each process with its parent. Small containers have no `ps`, but every Linux has `/proc`.
 *
 * @returns {[pid: number, parent: number][]}
 */
function parentsOfAll() {
  if (platform() !== 'linux') {
    const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
    return rows.map((row) => /** @type {[number, number]} */ (row.trim().split(/\s+/).map(Number)));
  }
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    try {
      return [[Number(pid), Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])]];
    } catch {
      return []; // It ended between the two readings.
    }
  });
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals | 0} signal 0 only asks
 * @returns {boolean} false when there is no such process (any more)
 */
function signalTo(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH') return false;
    throw error;
  }
}
