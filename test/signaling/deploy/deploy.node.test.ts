import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { Turn } from '../../../signaling/server/index.js';
import { parseCommand } from '../../../signaling/server/options.js';
import { noTurnServer, startTurnServer } from '../../support/turn-server.js';

const FOLDER = fileURLToPath(new URL('../../../signaling/deploy/', import.meta.url));
const VARIABLES: Record<string, string> = { SITE: 'https://example.com', TURN_HOST: 'turn.example.com' };
const SECRETS = ['the newer one, of thirty-two bytes', 'the older one, of thirty-two bytes'] as const;

/** What coturn's client says when the credential was taken, and the address was not. */
const LET_IN_BUT_NO_FURTHER = /error 403 \(Forbidden IP\)/;
/** What it says when the credential was not. */
const NOT_LET_IN = /Cannot complete Allocation/;

/** What of a Compose file is looked at here. */
interface Composition {
  services: Record<'signaling' | 'turn' | 'front', { command?: string[]; volumes?: string[]; secrets?: string[] }>;
  secrets: Record<string, { file: string }>;
}

/** The file as Compose reads it: with variables filled in. */
function readComposition(): Composition {
  const text = readFileSync(join(FOLDER, 'docker-compose.yml'), 'utf8');
  const filled = text.replace(
    /(?<!\$)\$\{(\w+)(:\?[^}]*)?\}/g,
    (_, name: string) => VARIABLES[name] ?? assert.fail(`unknown: ${name}`),
  );
  return parse(filled.replaceAll('$$', '$')) as Composition;
}

/** A folder with both secrets in a file, as while one is being replaced. */
async function makeFolder(t: TestContext): Promise<{ folder: string; secrets: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'call-room-deploy-'));
  t.after(() => rm(folder, { recursive: true }));
  const secrets = join(folder, 'turn-secret');
  await writeFile(secrets, `${SECRETS.join('\n')}\n`);
  return { folder, secrets };
}

describe('docker-compose.yml', () => {
  it('starts the signaling server with flags that it knows', async (t) => {
    const { secrets } = await makeFolder(t);
    const args = readComposition().services.signaling.command?.map((arg) => arg.replace('/run/secrets/turn-secret', secrets));
    const command = parseCommand(args ?? [], {});
    assert.ok(command.name === 'serve');
    const { turn, origins, trustProxy } = command.signaling;
    assert.deepEqual([origins, trustProxy], [['https://example.com'], true]);
    assert.deepEqual(turn?.urls, [
      'turn:turn.example.com:3478?transport=udp',
      'turn:turn.example.com:3478?transport=tcp',
      'turns:turn.example.com:443?transport=tcp',
    ]);
    const now = Date.now();
    const expected = new Turn({ urls: turn.urls, secret: SECRETS[0] });
    assert.deepEqual(turn.credentialFor('a', now), expected.credentialFor('a', now), 'the newer secret');
  });

  it('mounts only files that are here or that README.md tells how to make, and secrets that it names', () => {
    const { services, secrets } = readComposition();
    const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');
    for (const { volumes = [], secrets: used = [] } of Object.values(services)) {
      for (const volume of volumes) {
        const [path = ''] = volume.split(':');
        if (path === './certs') assert.ok(readme.includes('certs/fullchain.pem'));
        else assert.ok(readFileSync(join(FOLDER, path), 'utf8'), path);
      }
      for (const name of used) assert.ok(secrets[name]);
    }
    for (const { file } of Object.values(secrets)) assert.ok(readme.includes(file.replace('./', '')), file);
  });
});

describe('The configuration of coturn', { skip: noTurnServer, concurrency: true, timeout: 60_000 }, () => {
  it('is understood, every line of it', async (t) => {
    const { log } = await startTurnServer(t, { loopback: false });
    const complaints = log.filter((line) => /bad configuration|unknown|error|warning|cannot/i.test(line));
    assert.deepEqual(complaints, []);
  });

  it('lets in whoever has a credential of ours, and leads to nobody’s private network', async (t) => {
    const server = await startTurnServer(t, { loopback: false });
    const turn = new Turn({ urls: ['turn:a'], secret: server.secret });
    const forbidden = [
      ...['0.0.0.0', '10.0.0.1', '100.64.0.1', '127.0.0.1', '127.8.8.8', '169.254.169.254', '172.16.0.1', '172.31.255.255'],
      ...['192.0.0.1', '192.168.0.1', '198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ];
    for (const address of forbidden) {
      assert.match(await server.tryToReach(address, turn.credentialFor('somebody')), LET_IN_BUT_NO_FURTHER, address);
    }
    const expired = turn.credentialFor('somebody', Date.now() - (turn.ttlSeconds + 5) * 1000);
    assert.match(await server.tryToReach('10.0.0.1', expired), NOT_LET_IN);
  });

  it('accepts, as docker-compose.yml puts it together, each secret of the file', async (t) => {
    const { folder, secrets } = await makeFolder(t);
    const script = readComposition().services.turn.command?.[0]?.split('exec turnserver')[0] ?? '';
    const moved = script
      .replace('/etc/coturn/', FOLDER)
      .replace('/run/secrets/turn-secret', secrets)
      .replaceAll('/run/coturn/turnserver.conf', join(folder, 'turnserver.conf'));
    execFileSync('/bin/sh', ['-euc', moved]);
    const server = await startTurnServer(t, { configuration: join(folder, 'turnserver.conf'), loopback: false });
    for (const secret of [...SECRETS, 'neither of them, but as long as they']) {
      const said = await server.tryToReach('10.0.0.1', new Turn({ urls: ['turn:a'], secret }).credentialFor('somebody'));
      assert.match(said, (SECRETS as readonly string[]).includes(secret) ? LET_IN_BUT_NO_FURTHER : NOT_LET_IN, secret);
    }
  });
});
