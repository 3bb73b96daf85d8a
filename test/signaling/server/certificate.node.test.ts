import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { WebSocket } from 'ws';
import { selfMadeCertificate } from '../../../signaling/server/certificate.js';
import { SILENT } from '../../../signaling/server/log.js';
import { startServer } from './support/client.js';

async function fileIn(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'call-room-'));
  t.after(() => rm(folder, { recursive: true }));
  return join(folder, 'made', 'certificate.json');
}

describe('selfMadeCertificate', { timeout: 60_000 }, () => {
  it('names localhost and the addresses, and serves HTTPS and WSS', async (t) => {
    const tls = await selfMadeCertificate(['192.0.2.7'], SILENT, await fileIn(t));
    const certificate = new X509Certificate(tls.cert);
    assert.ok(certificate.checkHost('localhost'));
    for (const ip of ['127.0.0.1', '::1', '192.0.2.7']) assert.ok(certificate.checkIP(ip), ip);
    const { port, url } = await startServer(t, { tls });
    assert.equal(url, `https://localhost:${port}`);
    const socket = new WebSocket(`wss://127.0.0.1:${port}/signal?room=a&v=1`, { ca: tls.cert });
    const [data] = (await once(socket, 'message')) as [Buffer];
    assert.match(String(data), /^\{"type":"welcome"/);
  });

  it('is kept for the next start, readable for its owner alone', async (t) => {
    const file = await fileIn(t);
    const first = await selfMadeCertificate(['192.0.2.7'], SILENT, file);
    assert.deepEqual(await selfMadeCertificate(['192.0.2.7'], SILENT, file), first);
    assert.equal((await stat(file)).mode & 0o077, 0);
  });

  it('is made anew for a new address, and when what was kept is broken', async (t) => {
    const file = await fileIn(t);
    const first = await selfMadeCertificate([], SILENT, file);
    const second = await selfMadeCertificate(['192.0.2.8'], SILENT, file);
    assert.notEqual(second.cert, first.cert);
    for (const broken of ['', '{}', '{"cert":"x","key":"y"}']) {
      await writeFile(file, broken);
      assert.ok(new X509Certificate((await selfMadeCertificate([], SILENT, file)).cert));
    }
  });

  it('does without keeping where nothing can be written', async () => {
    assert.ok((await selfMadeCertificate([], SILENT, '/dev/null/certificate.json')).key);
  });
});
