import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { WebSocket } from 'ws';
import { SignalingServer, type Log } from '../../../signaling/server/index.js';
import { candidate, Client, hello, offer, startServer, until } from './support/client.js';

describe('SignalingServer', { timeout: 60_000 }, () => {
  it('welcomes without being asked, and tells the others', async (t) => {
    const serving = await startServer(t);
    const ada = await Client.join(serving);
    const bob = await Client.join(serving);
    assert.equal(ada.welcome.v, 1);
    assert.deepEqual(ada.welcome.peers, []);
    assert.deepEqual(bob.welcome.peers, [{ id: ada.id, name: '' }]);
    assert.equal('iceServers' in ada.welcome, false);
    assert.deepEqual(await ada.next('joined'), { type: 'joined', peer: { id: bob.id, name: '' } });
  });

  it('hands out its ICE servers', async (t) => {
    const iceServers = [{ urls: 'stun:stun.example' }];
    const serving = await startServer(t, { iceServers });
    assert.deepEqual((await Client.join(serving)).welcome.iceServers, iceServers);
  });

  it('carries a directed message to its addressee alone, and a hello to everybody else', async (t) => {
    const serving = await startServer(t);
    const [ada, bob, eve] = [await Client.join(serving), await Client.join(serving), await Client.join(serving)];
    await Promise.all([ada.settle(), bob.settle(), eve.settle()]);
    ada.say(candidate(ada.id, bob.id, 'candidate:1'));
    ada.say(hello(ada.id, 'Ada'));
    ada.say(hello(ada.id, 'Ada', eve.id));
    assert.deepEqual(await ada.settle(), []);
    assert.deepEqual(await bob.settle(), [candidate(ada.id, bob.id, 'candidate:1'), hello(ada.id, 'Ada')]);
    assert.deepEqual(await eve.settle(), [hello(ada.id, 'Ada'), hello(ada.id, 'Ada', eve.id)]);
    assert.deepEqual((await Client.join(serving)).welcome.peers[0], { id: ada.id, name: 'Ada' });
  });

  it('forwards the frame as it came, fields of a later version included', async (t) => {
    const serving = await startServer(t);
    const [ada, bob] = [await Client.join(serving), await Client.join(serving)];
    ada.say({ ...hello(ada.id, 'Zoë 👩‍🚀'), mood: ['fine'] });
    assert.deepEqual(await bob.next('hello'), { ...hello(ada.id, 'Zoë 👩‍🚀'), mood: ['fine'] });
  });

  it('never forwards a message that names another sender or another room', async (t) => {
    const serving = await startServer(t);
    const [ada, bob] = [await Client.join(serving), await Client.join(serving)];
    await ada.settle();
    for (const forged of [
      candidate(bob.id, bob.id, 'candidate:1'),
      offer('__proto__', 'link', bob.id),
      { type: 'bye', from: bob.id },
      { ...hello(ada.id, 'Ada'), room: 'elsewhere' },
    ]) {
      ada.say(forged);
      const error = await ada.next('error');
      assert.deepEqual([error.code, error.fatal], ['protocol-invalid', false]);
    }
    ada.say({ ...hello(ada.id, 'Ada'), room: 'room' });
    await ada.settle();
    assert.deepEqual(await bob.settle(), [{ ...hello(ada.id, 'Ada'), room: 'room' }]);
  });

  it('puts the right sender into a hello that was said before welcome told it', async (t) => {
    const serving = await startServer(t);
    const [ada, bob] = [await Client.join(serving), await Client.join(serving)];
    await ada.settle();
    ada.say({ ...hello(bob.id, 'Ada'), mood: 'fine' });
    assert.deepEqual(await ada.settle(), []);
    assert.deepEqual(await bob.settle(), [hello(ada.id, 'Ada')]);
    assert.equal((await Client.join(serving)).welcome.peers[0]?.name, 'Ada');
  });

  it('refuses junk with a reason and goes on', async (t) => {
    const serving = await startServer(t);
    const ada = await Client.join(serving);
    for (const junk of ['', '{', 'null', '[]', '{"type":"welcome"}', Buffer.from([1, 2, 3])]) {
      ada.socket.send(junk);
      assert.equal((await ada.next('error')).code, 'protocol-invalid');
    }
    assert.deepEqual(await ada.settle(), []);
  });

  it('shrugs at a message for somebody who is not there, and counts it', async (t) => {
    const serving = await startServer(t);
    const ada = await Client.join(serving);
    ada.say(candidate(ada.id, 'nobody', 'candidate:1'));
    ada.say(candidate(ada.id, ada.id, 'candidate:1'));
    assert.deepEqual(await ada.settle(), []);
    assert.equal(serving.signaling.metrics.undeliverable, 2);
  });

  it('gives an open offer to exactly one of those who join', async (t) => {
    const serving = await startServer(t);
    const ada = await Client.join(serving);
    ada.say(offer(ada.id, 'open'));
    await ada.settle();
    const guests = await Promise.all([Client.join(serving), Client.join(serving), Client.join(serving)]);
    const offers = (await Promise.all(guests.map((guest) => guest.settle()))).flat().filter(({ type }) => type === 'offer');
    const joined = await ada.settle();
    assert.equal(offers.length, 1);
    const [claimed] = joined.filter((message) => message.type === 'joined' && message.link !== undefined);
    assert.ok(claimed?.type === 'joined' && joined.length === 3);
    assert.deepEqual(offers[0], offer(ada.id, 'open', claimed.peer.id));
  });

  it('says left at once: of a goodbye, of a clean close, and of a socket that breaks', async (t) => {
    const serving = await startServer(t);
    const ada = await Client.join(serving);
    const endings: [reason: string, end: (client: Client) => void][] = [
      ['left', (client) => client.say({ type: 'bye', from: client.id })],
      ['left', (client) => client.socket.close(1000)],
      ['lost', (client) => client.socket.close(1001)],
      ['lost', (client) => client.vanish()],
    ];
    for (const [reason, end] of endings) {
      const bob = await Client.join(serving);
      await ada.next('joined');
      end(bob);
      assert.deepEqual(await ada.next('left'), { type: 'left', peer: bob.id, reason });
      await bob.closed;
    }
    assert.deepEqual(await ada.settle(), []);
  });

  it('closes cleanly behind a goodbye', async (t) => {
    const ada = await Client.join(await startServer(t));
    ada.say({ type: 'bye', from: ada.id });
    assert.equal((await ada.closed).code, 1000);
  });

  it('gives the id back for its key, in place of a socket that still seems alive', async (t) => {
    const serving = await startServer(t);
    const [ada, bob] = [await Client.join(serving), await Client.join(serving)];
    await ada.settle();
    const back = await Client.join(serving, { resume: bob.resume });
    assert.equal(back.id, bob.id);
    assert.equal(back.resume, bob.resume);
    const { error, closeCode } = await bob.end();
    assert.deepEqual([error.code, error.fatal, closeCode], ['duplicate', true, 4409]);
    assert.deepEqual(await ada.settle(), [{ type: 'joined', peer: { id: bob.id, name: '' } }]);
    assert.equal(serving.signaling.size.members, 2);
  });

  it('knows a key that another server gave, as after a restart', async (t) => {
    const ada = await Client.join(await startServer(t));
    const back = await Client.join(await startServer(t), { resume: ada.resume });
    assert.equal(back.id, ada.id);
  });

  it('refuses a URL that asks for something impossible', async (t) => {
    const serving = await startServer(t);
    const cases: [query: Record<string, string>, code: string, closeCode: number][] = [
      [{ room: '' }, 'protocol-invalid', 4400],
      [{ room: 'x'.repeat(129) }, 'protocol-invalid', 4400],
      [{ resume: 'guess' }, 'protocol-invalid', 4400],
      [{ v: '2' }, 'protocol-version', 4426],
      [{ v: '' }, 'protocol-version', 4426],
    ];
    for (const [query, code, closeCode] of cases) {
      const refused = await Client.refused(serving, query);
      assert.deepEqual([refused.error.code, refused.error.fatal, refused.closeCode], [code, true, closeCode]);
    }
  });

  it('takes any Unicode room name up to 128 characters', async (t) => {
    const serving = await startServer(t);
    for (const room of ['__proto__', '会議 & friends/?#%', '👩‍🚀'.repeat(20), 'x'.repeat(128)]) {
      const ada = await Client.join(serving, { room });
      assert.deepEqual((await Client.join(serving, { room })).welcome.peers, [{ id: ada.id, name: '' }]);
    }
  });

  it('lets in pages of the allowed origins alone', async (t) => {
    const serving = await startServer(t, { origins: ['https://a.example'] });
    await Client.join(serving, {}, { origin: 'https://a.example' });
    for (const origin of ['https://b.example', 'https://a.example.evil.example', 'null', undefined]) {
      const { error, closeCode } = await Client.refused(serving, {}, origin === undefined ? {} : { origin });
      assert.deepEqual([error.code, closeCode], ['origin-refused', 4403]);
    }
  });

  it('sends everybody away with 1012 when it stops, and forgets them', async (t) => {
    const serving = await startServer(t);
    const clients = await Promise.all([Client.join(serving), Client.join(serving), Client.join(serving, { room: 'other' })]);
    await Promise.all([serving.close(), serving.close()]);
    for (const client of clients) assert.equal((await client.closed).code, 1012);
    assert.deepEqual(serving.signaling.size, { sockets: 0, rooms: 0, members: 0, addresses: 0 });
  });

  it('does not wait for ever for clients that do not answer, and says 503 meanwhile', async (t) => {
    const serving = await startServer(t);
    const deaf = await Client.join(serving);
    deaf.socket.pause();
    const stopped = serving.close();
    const health = await fetch(`http://127.0.0.1:${serving.port}/healthz`);
    assert.deepEqual([health.status, await health.json()], [503, { status: 'stopping' }]);
    const late = new WebSocket(`ws://127.0.0.1:${serving.port}/signal?room=a&v=1`);
    const [error] = (await once(late, 'error')) as [Error];
    assert.match(error.message, /503/);
    await stopped;
    assert.equal(serving.signaling.size.sockets, 0);
    deaf.vanish();
  });

  it('leaves the upgrades of other paths to other listeners', async (t) => {
    const http = createServer();
    const signaling = new SignalingServer();
    signaling.attach(http, '/call');
    http.on('upgrade', (request, socket) => {
      if (request.url === '/else') socket.end('HTTP/1.1 418 Teapot\r\n\r\n');
    });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    t.after(() => http.close());
    const { port } = http.address() as AddressInfo;
    const [error] = (await once(new WebSocket(`ws://127.0.0.1:${port}/else`), 'error')) as [Error];
    assert.match(error.message, /418/);
    const [data] = (await once(new WebSocket(`ws://127.0.0.1:${port}/call?room=a&v=1`), 'message')) as [Buffer];
    assert.match(String(data), /^\{"type":"welcome"/);
    await signaling.stop();
    assert.equal(http.listenerCount('upgrade'), 1);
  });

  it('logs what happens without SDP, addresses, names, rooms or keys', async (t) => {
    const lines: string[] = [];
    const write = (fields: object, message: string): unknown => lines.push(JSON.stringify({ ...fields, message }));
    const log: Log = { error: write, warn: write, info: write, debug: () => undefined };
    const serving = await startServer(t, { log });
    const ada = await Client.join(serving, { room: 'SECRET room', token: 'SECRET' });
    ada.say(hello(ada.id, 'SECRET name'));
    ada.say({ ...offer(ada.id, 'link'), sdp: 'v=0 SECRET 127.0.0.1' });
    ada.say(candidate(ada.id, 'SECRET', 'candidate 127.0.0.1'));
    ada.socket.send('{"SECRET');
    await ada.settle();
    await Client.refused(serving, { room: 'SECRET', resume: 'SECRET' });
    ada.vanish();
    await until(() => serving.signaling.size.sockets === 0);
    const text = lines.join('\n');
    for (const told of ['access is off', 'any origin', 'joined', 'refused', 'left']) assert.ok(text.includes(told), told);
    for (const secret of ['SECRET', '127.0.0.1', 'v=0', ada.resume]) assert.ok(!text.includes(secret), secret);
  });
});
