import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { WebSocket } from 'ws';
import { serve } from '../../../signaling/server/index.js';
import { Client, startServer } from './support/client.js';

async function makeFolder(t: TestContext, files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'call-room-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

describe('serve', { timeout: 60_000 }, () => {
  it('says that it is well', async (t) => {
    const { port } = await startServer(t);
    const response = await fetch(`http://127.0.0.1:${port}/healthz`);
    assert.deepEqual([response.status, await response.json()], [200, { status: 'ok' }]);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(response.headers.get('access-control-allow-origin'), null);
  });

  it('counts what it does, for Prometheus', async (t) => {
    const serving = await startServer(t);
    const ada = await Client.join(serving, { room: 'SECRET' });
    ada.say({ type: 'bye', from: 'forged' });
    await ada.settle();
    await Client.refused(serving, { v: '7' });
    const response = await fetch(`http://127.0.0.1:${serving.port}/metrics`);
    assert.match(response.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
    const text = await response.text();
    for (const line of [
      'call_room_rooms 1',
      'call_room_members 1',
      'call_room_joins_total 1',
      'call_room_messages_received_total{type="bye"} 1',
      'call_room_messages_received_total{type="ping"} 1',
      'call_room_refusals_total{code="protocol-invalid"} 1',
      'call_room_refusals_total{code="protocol-version"} 1',
    ]) {
      assert.ok(text.includes(`${line}\n`), line);
    }
    assert.match(text, /^process_cpu_seconds_total /m);
    assert.match(text, /^call_room_received_bytes_total [1-9]/m);
    assert.ok(!text.includes('SECRET'));
  });

  it('serves the files of its folders, the first that has one first', async (t) => {
    const demo = await makeFolder(t, { 'index.html': '<title>demo</title>', 'both.js': '1' });
    const bundle = await makeFolder(t, { 'call-room.js': 'export {}', 'both.js': '2' });
    const { port } = await startServer(t, { folders: [demo, '/does/not/exist', bundle] });
    const get = async (path: string): Promise<string> => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
    assert.equal(await get('/'), '<title>demo</title>');
    assert.equal(await get('/both.js'), '1');
    assert.equal(await get('/call-room.js?v=1'), 'export {}');
    const { headers } = await fetch(`http://127.0.0.1:${port}/call-room.js`);
    assert.match(headers.get('content-type') ?? '', /javascript/);
    assert.equal(headers.get('access-control-allow-origin'), '*');
  });

  it('answers what it has not, does not do or does not understand, and lives on', async (t) => {
    const folder = await makeFolder(t, { 'a.js': 'a', 'gone.js': 'gone' });
    const { port } = await startServer(t, { folders: [folder] });
    const status = async (path: string, options: object = {}): Promise<number | undefined> => {
      const asked = request({ host: '127.0.0.1', port, path, ...options }).end();
      const [response] = (await once(asked, 'response')) as [IncomingMessage];
      response.resume();
      return response.statusCode;
    };
    assert.equal(await status('/none'), 404);
    assert.equal(await status('/a.js', { method: 'POST' }), 405);
    assert.equal(await status('/signal'), 426);
    assert.equal(await status('/../package.json'), 404);
    assert.equal(await status('/%2e%2e/package.json'), 404);
    assert.equal(await status('/%'), 404);
    assert.equal(await status('/a.js', { headers: { Range: 'bytes=5-2' } }), 200);
    await rm(join(folder, 'gone.js'));
    await status('/gone.js').catch((error: NodeJS.ErrnoException) => assert.equal(error.code, 'ECONNRESET'));
    assert.equal(await status('/a.js'), 200);
  });

  it('takes no upgrade but at its own path', async (t) => {
    const { port } = await startServer(t);
    const [error] = (await once(new WebSocket(`ws://127.0.0.1:${port}/else`), 'error')) as [Error];
    assert.match(error.message, /socket hang up/);
  });

  it('says that a port is taken', async (t) => {
    const { port } = await startServer(t);
    await assert.rejects(serve({ port, host: '127.0.0.1', folders: [] }), { code: 'EADDRINUSE' });
  });
});
