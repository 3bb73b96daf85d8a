#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { selfMadeCertificate } from './certificate.js';
import { serve, type Serving } from './http-server.js';
import { lanAddresses } from './lan-addresses.js';
import { createLog, type Log } from './log.js';
import { HELP, parseCommand, UsageError, type ServeCommand } from './options.js';
import { DEFAULT_PATH } from './signaling-server.js';

const EXIT_FAILURE = 1;
const EXIT_USAGE = 2;

const PLAIN_HINT = [
  'Browsers give camera and microphone to secure pages only: localhost is one.',
  'To try from another device on your network, start with --https.',
];
const SECURE_HINT = 'From another device on your network, where the browser will first warn of the certificate:';

const args = process.argv.slice(2);
// `ps` then shows this in place of the command line. Whoever looks in the first instant sees it all: a file is better.
if (args.some((arg) => /^--turn-secret(=|$)/.test(arg))) process.title = 'call-room';

try {
  const command = parseCommand(args, process.env);
  if (command.name === 'help') print(HELP);
  else if (command.name === 'version') print(`${version()}\n`);
  else await run(command);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  complain(`${error.message}\nSee call-room --help.`, EXIT_USAGE);
}

async function run(command: ServeCommand): Promise<void> {
  const log = createLog(command.logLevel);
  const tls = command.tls === 'self-made' ? await selfMadeCertificate(lanAddresses(), log) : command.tls;
  const { port, host, signaling } = command;
  try {
    const serving = await serve({ ...signaling, port, log, ...(host && { host }), ...(tls !== 'off' && { tls }) });
    stopOnSignal(serving, log);
    print(greeting(serving, command));
  } catch (error) {
    complain(explain(error as NodeJS.ErrnoException, command), EXIT_FAILURE);
  }
}

/** A second signal is not ours any more: it ends the process at once. */
function stopOnSignal(serving: Serving, log: Log): void {
  const stop = (signal: NodeJS.Signals): void => {
    for (const other of ['SIGTERM', 'SIGINT'] as const) process.removeAllListeners(other);
    log.info({ signal, ...serving.signaling.size }, 'stopping');
    void serving.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** What a person needs to know who has just typed the command. */
function greeting({ url, port }: Serving, { tls, signaling }: ServeCommand): string {
  const lines = [
    `call-room  ${url}`,
    `signaling  ${url.replace('http', 'ws')}${DEFAULT_PATH}`,
    '',
    ...(tls === 'off' ? PLAIN_HINT : [SECURE_HINT, ...lanAddresses().map((address) => `           https://${address}:${port}`)]),
    ...(signaling.access ? [] : ['Access is off: whoever knows a room may enter it. See --jwt-secret-file.']),
    ...(signaling.origins ? [] : ['Pages of any origin may connect. See --origin.']),
    ...(signaling.turn ? [] : ['There is no TURN server: in strict networks calls will not connect. See --turn-url.']),
    'Stop with Ctrl+C.',
  ];
  return `${lines.join('\n')}\n`;
}

function explain(error: NodeJS.ErrnoException, { port, host }: ServeCommand): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program; choose another with --port.`;
    case 'EACCES':
      return `Port ${port} needs rights that this user has not; choose one above 1023 with --port.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `--host: ${host} is not an address of this machine.`;
    default:
      return `The server can't start: ${error.message}`;
  }
}

/** From the package.json of this package, which lies three folders up from the built file and two from the source. */
function version(): string {
  for (const path of ['../../../package.json', '../../package.json']) {
    try {
      const manifest = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as { name: string; version: string };
      if (manifest.name === 'call-room') return manifest.version;
    } catch {
      // Not there; the other place remains.
    }
  }
  return 'unknown';
}

function print(text: string): void {
  process.stdout.write(text);
}

function complain(text: string, exitCode: number): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = exitCode;
}
