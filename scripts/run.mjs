// Runs a command so that it can't outlive us, nor leave a browser behind.
import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { platform } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs a command in the foreground, its output going where ours goes.
 *
 * @param {string[]} command
 * @param {object} [options]
 * @param {number} [options.timeoutMs] When it and everything it started is ended. Default: 10 minutes.
 * @param {Record<string, string>} [options.env] Additions to our environment.
 * @returns {Promise<{ ok: boolean, ended: boolean, timedOut: boolean }>} `ended`: not by itself, for the time or because we were
 *   asked to stop. Never rejects for a command that fails.
 */
export function run([file = '', ...args], { timeoutMs = 600_000, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
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
      (ending ?? Promise.resolve()).then(() => resolve({ ok: code === 0 && !ending, ended: Boolean(ending), timedOut }), reject);
    });
  });
}

const STOP_SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
/** How long a process may take to stop when asked, in ms. */
const GRACE_MS = 5000;

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
