import { execFileSync, spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Namespaces of all laboratories begin so; then comes the number of the process that made them. */
const FAMILY = 'call-room-lab-';

const IPV6 = '/proc/sys/net/ipv6/conf';

/** Runs a command to its end; what it says on stderr is part of the error when it fails. */
export function command(file: string, args: readonly string[], input = ''): string {
  return execFileSync(file, args, { encoding: 'utf8', input, stdio: 'pipe' });
}

/** A network namespace: a machine of its own, as far as the network goes (`ip-netns(8)`). */
export class Namespace {
  /** As `ip netns` knows it. */
  readonly name: string;

  private constructor(name: string) {
    this.name = name;
  }

  /** @param label unique among those that this process makes */
  static create(label: string): Namespace {
    const namespace = new Namespace(`${FAMILY}${process.pid}-${label}`);
    command('ip', ['netns', 'add', namespace.name]);
    // Its addresses come some seconds after the link, and a browser then gives up what it is loading.
    if (existsSync(IPV6)) for (const which of ['all', 'default']) namespace.run('tee', [`${IPV6}/${which}/disable_ipv6`], '1');
    namespace.ip('link set lo up');
    return namespace;
  }

  /** `ip` in this namespace: `ip('link set lo up')`. */
  ip(args: string): string {
    return command('ip', ['-n', this.name, ...args.split(' ')]);
  }

  /** Applies rules for nftables in this namespace. */
  nft(rules: string): void {
    this.run('nft', ['-f', '-'], rules);
  }

  /** Lets packets pass through, as a router does. */
  forwardPackets(): void {
    // `sysctl` is not on every machine.
    this.run('tee', ['/proc/sys/net/ipv4/ip_forward'], '1');
  }

  /** Runs a command in this namespace, to its end. */
  run(file: string, args: readonly string[], input = ''): string {
    return command('ip', ['netns', 'exec', this.name, file, ...args], input);
  }

  /** Starts a command in this namespace. `ip netns exec` becomes the command: the process is the command's own. */
  spawn(file: string, args: readonly string[], stdio: StdioOptions, env: Readonly<Record<string, string>> = {}): ChildProcess {
    return spawn('ip', ['netns', 'exec', this.name, file, ...args], { stdio, env: { ...process.env, ...env } });
  }

  /** Ends whatever still runs in it, and takes it down. Idempotent. */
  remove(): void {
    removeNamespace(this.name);
  }
}

/** Takes down what laboratories left behind whose process was killed before it could. */
export function removeAbandoned(): void {
  for (const name of existing()) {
    const [pid] = name.slice(FAMILY.length).split('-');
    if (pid && !existsSync(`/proc/${pid}`)) removeNamespace(name);
  }
}

/** Takes down all namespaces of this process. For a process that ends; everybody else removes their own. */
export function removeAllOfThisProcess(): void {
  for (const name of existing()) if (name.startsWith(`${FAMILY}${process.pid}-`)) removeNamespace(name);
}

function existing(): string[] {
  // `ip netns` may say "name (id: 3)".
  const names = command('ip', ['netns', 'list'])
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '');
  return names.filter((name) => name.startsWith(FAMILY));
}

function removeNamespace(name: string): void {
  if (!existing().includes(name)) return;
  try {
    for (const pid of command('ip', ['netns', 'pids', name]).split('\n').filter(Boolean)) endProcess(Number(pid));
    command('ip', ['netns', 'delete', name]);
  } catch (error) {
    // Another laboratory may have been taking down the same abandoned one.
    if (existing().includes(name)) throw error;
  }
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // It has ended by itself meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
