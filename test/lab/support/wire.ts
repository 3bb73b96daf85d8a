import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Namespace } from './namespace.js';

const PROGRAM = fileURLToPath(new URL('wire.py', import.meta.url));
/** How long the wire may take for an answer, in ms. */
const PATIENCE_MS = 10_000;

/** How bad a wire is, in each of its directions. What is left out is not impaired. */
export interface Impairment {
  /** Packets that vanish, in percent. Default: 0. */
  lossPercent?: number;
  /** How much later a packet arrives, in ms: the round trip takes twice as much longer. Default: 0. */
  delayMs?: number;
  /** What passes in a second, in kbit. Default: 0, no limit. */
  kbitPerSecond?: number;
  /** What would wait for longer before a narrow wire is dropped, in ms. Default: 300. */
  queueMs?: number;
}

/** What became of the packets so far, in both directions together. */
export interface WireCounts {
  passed: number;
  lost: number;
  /** For want of room in the queue. */
  dropped: number;
}

/**
 * A wire between two namespaces that can be made bad while packets are on it. Linux has `netem` for this, but not
 * everywhere; this is a program of ours between two TAP devices.
 */
export class Wire {
  readonly #child: ChildProcess;
  readonly #answers: Interface;

  private constructor(child: ChildProcess, answers: Interface) {
    this.#child = child;
    this.#answers = answers;
  }

  /** Lays the wire, which makes both devices. They are still down. */
  static async lay(one: Namespace, device: string, other: Namespace, otherDevice: string): Promise<Wire> {
    const child = spawn('python3', [PROGRAM, one.name, device, other.name, otherDevice], { stdio: ['pipe', 'pipe', 'inherit'] });
    const wire = new Wire(child, createInterface(child.stdout));
    await wire.#answer();
    return wire;
  }

  /** From now on the wire is as bad as this says; `impair({})` mends it. */
  async impair({ lossPercent = 0, delayMs = 0, kbitPerSecond = 0, queueMs = 300 }: Impairment): Promise<WireCounts> {
    const answer = this.#answer();
    this.#child.stdin?.write(`${JSON.stringify({ lossPercent, delayMs, kbitPerSecond, queueMs })}\n`);
    return JSON.parse(await answer) as WireCounts;
  }

  /** Takes the wire away, and its devices with it. */
  async cut(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exit = once(this.#child, 'exit');
    this.#child.stdin?.end();
    await exit;
  }

  async #answer(): Promise<string> {
    const [line] = (await once(this.#answers, 'line', { signal: AbortSignal.timeout(PATIENCE_MS) })) as [string];
    return line;
  }
}
