import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { platform } from 'node:os';
import { Namespace } from './namespace.js';
import { nftRules } from './nat.js';

/** Programs of the laboratory, with the Debian packages that bring them. */
const PROGRAMS = { ip: 'iproute2', nft: 'nftables', turnserver: 'coturn', python3: 'python3' } as const;

/** Where a program stands; `undefined` when it is not there. */
export function pathOf(program: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

/** Why the laboratory can't be built here, for the `skip` option of node:test; false where it can. */
export const noLab: string | false = whyNoLab() ?? false;

function whyNoLab(): string | undefined {
  const reason = whyNoNamespaces();
  return reason && `the network laboratory is not for this machine: ${reason}`;
}

function whyNoNamespaces(): string | undefined {
  if (platform() !== 'linux') return 'it needs network namespaces, which only Linux has';
  const missing = Object.entries(PROGRAMS).filter(([program]) => !pathOf(program));
  if (missing.length > 0) {
    const names = missing.map(([program, debian]) => `${program} (Debian package ${debian})`);
    return `${names.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing`;
  }
  if (process.getuid?.() !== 0) return 'it makes network namespaces, for which one must be root';
  if (!existsSync('/dev/net/tun')) return 'there is no /dev/net/tun, which the wire needs that loses packets';
  return whyNotMade();
}

/** Containers have a root that may not do everything. */
function whyNotMade(): string | undefined {
  try {
    const namespace = Namespace.create('trial');
    try {
      const rules = nftRules({ nat: 'full-cone', firewall: 'only-443', fullConeHost: '10.1.0.2', cutOff: [] });
      namespace.nft(rules);
      return undefined;
    } finally {
      namespace.remove();
    }
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    return `no network namespace with NAT can be made (${(stderr || message).trim().split('\n')[0]})`;
  }
}

/** Which version of a program was there, in one line. */
export function versionOf(program: string, flag: string): string {
  const { stdout, stderr } = spawnSync(program, [flag], { encoding: 'utf8' });
  return (stdout || stderr).trim().split('\n').at(-1) ?? '';
}
