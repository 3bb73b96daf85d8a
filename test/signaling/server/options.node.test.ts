import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { WebSocket } from 'ws';
import { Turn } from '../../../signaling/server/index.js';
import { HELP, parseCommand, UsageError, type ServeCommand } from '../../../signaling/server/options.js';

const SECRET = 'a secret of thirty-two bytes or more';

function parseServe(args: string[], env: Record<string, string> = {}): ServeCommand {
  const command = parseCommand(['serve', ...args], env);
  assert.ok(command.name === 'serve');
  return command;
}

describe('parseCommand', () => {
  it('has defaults for everything', () => {
    assert.deepEqual(parseServe([]), {
      name: 'serve',
      port: 8080,
      tls: 'off',
      logLevel: 'info',
      signaling: { limits: {}, trustProxy: false },
    });
  });

  it('reads the flags', () => {
    const line =
      '--port 0 --host ::1 --https --log-level debug --trust-proxy --max-room-size 3 --idle-timeout-ms=500' +
      ' --origin https://a.example --origin http://localhost:3000 --ice-servers []';
    const { port, host, tls, logLevel, signaling } = parseServe(line.split(' '));
    assert.deepEqual([port, host, tls, logLevel], [0, '::1', 'self-made', 'debug']);
    assert.deepEqual(signaling, {
      limits: { maxRoomSize: 3, idleTimeoutMs: 500 },
      trustProxy: true,
      origins: ['https://a.example', 'http://localhost:3000'],
      iceServers: [],
    });
  });

  it('takes the secret from the environment or a file, its newline left out', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'call-room-'));
    t.after(() => rm(folder, { recursive: true }));
    const file = join(folder, 'secret');
    await writeFile(file, `${SECRET}\n`);
    assert.ok(parseServe([], { CALL_ROOM_JWT_SECRET: SECRET }).signaling.access);
    assert.ok(parseServe(['--jwt-secret-file', file]).signaling.access);
    assert.throws(() => parseServe(['--jwt-secret-file', file], { CALL_ROOM_JWT_SECRET: SECRET }), /only one of/);
  });

  it('takes the TURN server’s secret from a file, the environment or the line itself', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'call-room-'));
    t.after(() => rm(folder, { recursive: true }));
    const file = join(folder, 'secret');
    await writeFile(file, `${SECRET}\nthe one before it, which coturn still knows\n`);
    const urls = ['turn:a.example', 'turns:a.example:443'];
    const args = urls.flatMap((url) => ['--turn-url', url]);
    const turns = [
      parseServe([...args, '--turn-secret-file', file]),
      parseServe([...args, '--turn-secret', SECRET]),
      parseServe(args, { CALL_ROOM_TURN_SECRET: SECRET }),
    ].map(({ signaling }) => signaling.turn);
    const now = Date.now();
    for (const turn of turns) {
      assert.deepEqual([turn?.urls, turn?.ttlSeconds], [urls, 3600]);
      assert.deepEqual(turn?.credentialFor('a', now), new Turn({ urls, secret: SECRET }).credentialFor('a', now));
    }
    assert.equal(parseServe([...args, '--turn-secret', SECRET, '--turn-ttl', '60']).signaling.turn?.ttlSeconds, 60);
    assert.equal(parseServe([]).signaling.turn, undefined);
  });

  it('answers what it does not understand with the flag, the value and what is allowed', () => {
    const cases: [args: string[], message: RegExp, env?: Record<string, string>][] = [
      [[], /^"" is no command; allowed is: call-room serve$/],
      [['start'], /^"start" is no command/],
      [['serve', 'extra'], /^"serve extra" is no command/],
      [['serve', '--prot', '1'], /^Unknown option '--prot'; allowed are --port, .*--version$/],
      [['serve', '--port'], /'--port <value>' argument missing/],
      [['serve', '--port', '70000'], /^--port: "70000" is not a whole number from 0 to 65535$/],
      [['serve', '--port', '0x50'], /^--port: "0x50"/],
      [['serve', '--max-room-size', 'many'], /^--max-room-size: "many" is not a whole number from 1 to 64$/],
      [['serve', '--log-level', 'loud'], /^--log-level: "loud" is not one of silent, error, warn, info, debug$/],
      [['serve', '--origin', 'https://a.example/'], /^--origin: "https:\/\/a\.example\/" is not an origin such as/],
      [['serve', '--origin', '*'], /^--origin: "\*" is not an origin/],
      [['serve', '--ice-servers', '[{"urls":"a"}]'], /^--ice-servers: \[0\]\.urls: "a" is not a stun:/],
      [['serve', '--cert', 'a.pem'], /^--cert and --key are allowed only together$/],
      [['serve', '--jwt-secret-file', '/does/not/exist'], /^--jwt-secret-file: ENOENT/],
      [['serve', '--turn-url', 'turn:a'], /^--turn-url needs --turn-secret-file, --turn-secret or CALL_ROOM_TURN_SECRET$/],
      [['serve', '--turn-secret', SECRET], /^--turn-url is missing; --turn-secret is of no use without it$/],
      [['serve', '--turn-ttl', '60'], /^--turn-url is missing; --turn-ttl is of no use without it$/],
      [['serve'], /^--turn-url is missing; CALL_ROOM_TURN_SECRET is of no use/, { CALL_ROOM_TURN_SECRET: SECRET }],
      [
        ['serve', '--turn-url', 'turn:a', '--turn-secret', SECRET],
        /^only one of --turn-secret-file, --turn-secret and CALL_ROOM_TURN_SECRET is allowed$/,
        { CALL_ROOM_TURN_SECRET: SECRET },
      ],
      [
        ['serve', '--turn-url', 'turn:a', '--turn-secret', 'hunter2'],
        /^--turn-secret: the secret has 7 bytes; at least 20 are needed$/,
      ],
      [['serve', '--turn-url', 'turn:a'], /^CALL_ROOM_TURN_SECRET: the secret has 0 bytes/, { CALL_ROOM_TURN_SECRET: '' }],
      [['serve', '--turn-url', 'turn:a', '--turn-secret-file', '/does/not/exist'], /^--turn-secret-file: ENOENT/],
      [['serve', '--turn-url', 'stun:a', '--turn-secret', SECRET], /^--turn-url: "stun:a" is not a TURN URL such as turn:turn\./],
      [['serve', '--turn-url', 'turns:a?transport=udp', '--turn-secret', SECRET], /^--turn-url: ".*" is of no use: browsers/],
      [
        ['serve', '--turn-url', 'turn:a', '--turn-secret', SECRET, '--turn-ttl', '9'],
        /^--turn-ttl: "9" is not a whole number from 10 to 86400$/,
      ],
      [['serve'], /^CALL_ROOM_JWT_SECRET: the secret has 5 bytes; at least 32 are needed$/, { CALL_ROOM_JWT_SECRET: 'short' }],
    ];
    for (const [args, message, env = {}] of cases) {
      assert.throws(() => parseCommand(args, env), { name: UsageError.name, message }, args.join(' '));
      assert.throws(
        () => parseCommand(args, env),
        (error) => !inspect(error).includes(SECRET) && !inspect(error).includes('hunter2'),
      );
    }
  });

  it('tells of itself', () => {
    assert.deepEqual(parseCommand(['--help'], {}), { name: 'help' });
    assert.deepEqual(parseCommand(['serve', '--version'], {}), { name: 'version' });
    for (const told of ['--port', '--max-backlog-bytes', 'CALL_ROOM_JWT_SECRET', '--turn-url', 'CALL_ROOM_TURN_SECRET']) {
      assert.ok(HELP.includes(told));
    }
  });
});

const CLI = fileURLToPath(new URL('../../../signaling/server/cli.ts', import.meta.url));

function start(t: TestContext, args: string[]): { child: ChildProcess; output: { out: string; err: string } } {
  const child = spawn(process.execPath, ['--import', 'tsx', CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  t.after(() => child.kill('SIGKILL'));
  const output = { out: '', err: '' };
  child.stdout?.on('data', (data) => (output.out += String(data)));
  child.stderr?.on('data', (data) => (output.err += String(data)));
  return { child, output };
}

describe('The command line', { timeout: 60_000 }, () => {
  it('prints help and goes', async (t) => {
    const { child, output } = start(t, ['--help']);
    assert.deepEqual(await once(child, 'close'), [0, null]);
    assert.equal(output.out, HELP);
  });

  it('ends with 2 at a flag that it does not know', async (t) => {
    const { child, output } = start(t, ['serve', '--bad']);
    assert.deepEqual(await once(child, 'close'), [2, null]);
    assert.match(output.err, /^Unknown option '--bad'; allowed are .*\nSee call-room --help\.\n$/);
  });

  it('says where it listens, and on SIGTERM sends everybody away and ends with 0', async (t) => {
    const { child, output } = start(t, ['serve', '--port', '0', '--host', '127.0.0.1']);
    while (!output.out.includes('Ctrl+C')) await once(child.stdout ?? child, 'data');
    const port = /http:\/\/localhost:(\d+)\n/.exec(output.out)?.[1];
    assert.match(output.out, /Access is off/);
    assert.match(output.err, /"access is off/);
    const socket = new WebSocket(`ws://127.0.0.1:${port}/signal?room=a&v=1`);
    await once(socket, 'message');
    child.kill('SIGTERM');
    const [farewell, ended] = await Promise.all([once(socket, 'close'), once(child, 'close')]);
    assert.equal(farewell[0], 1012);
    assert.deepEqual(ended, [0, null]);
  });

  it('lets nobody read the TURN server’s secret: not in what it prints, and not in the list of processes', async (t) => {
    const turn = ['--turn-url', 'turn:a.example', '--turn-secret', SECRET];
    const { child, output } = start(t, ['serve', '--port', '0', '--host', '127.0.0.1', '--log-level', 'debug', ...turn]);
    while (!output.out.includes('Ctrl+C')) await once(child.stdout ?? child, 'data');
    const port = /http:\/\/localhost:(\d+)\n/.exec(output.out)?.[1];
    const socket = new WebSocket(`ws://127.0.0.1:${port}/signal?room=a&v=1`);
    const [welcome] = (await once(socket, 'message')) as [Buffer];
    assert.match(welcome.toString(), /"turn:a\.example"/);
    const commandLine = existsSync('/proc') ? readFileSync(`/proc/${child.pid}/cmdline`, 'utf8') : '';
    socket.close(1000);
    child.kill('SIGTERM');
    await once(child, 'close');
    assert.doesNotMatch(output.out, /There is no TURN server/);
    for (const told of [output.out, output.err, welcome.toString(), commandLine]) assert.ok(!told.includes(SECRET));
  });

  it('says in one sentence that the port is taken', async (t) => {
    const first = start(t, ['serve', '--port', '0', '--host', '127.0.0.1']);
    while (!first.output.out.includes('Ctrl+C')) await once(first.child.stdout ?? first.child, 'data');
    const port = /http:\/\/localhost:(\d+)\n/.exec(first.output.out)?.[1] ?? '';
    const { child, output } = start(t, ['serve', '--port', port, '--host', '127.0.0.1', '--log-level', 'silent']);
    assert.deepEqual(await once(child, 'close'), [1, null]);
    assert.equal(output.err, `Port ${port} is taken by another program; choose another with --port.\n`);
  });
});
