import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';
import { findChromium } from '../../scripts/browsers.mjs';

/** What the figures were measured on. Figures of two machines, or of two days, are not comparable. */
export interface Machine {
  readonly date: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  /** Processes that wanted to run in the minute before (`os.loadavg`): near 0, or somebody else was measured as well. */
  readonly loadBefore: number;
  readonly system: string;
  readonly node: string;
  readonly browser: string;
  /** Versions of those we are compared with. */
  readonly packages: Readonly<Record<string, string>>;
}

export async function describeMachine(): Promise<Machine> {
  const { executablePath } = await findChromium();
  return {
    date: new Date().toISOString(),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    loadBefore: loadavg()[0] ?? NaN,
    system: `${platform()} ${release()}`,
    node: process.version,
    browser: execFileSync(executablePath, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim(),
    packages: Object.fromEntries(['peerjs', 'peer', 'ws'].map((name) => [name, versionOf(name)])),
  };
}

function versionOf(name: string): string {
  const path = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}
