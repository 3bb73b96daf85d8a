import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { WebSocket } from 'ws';
import { LIMIT_NAMES, LIMITS, resolveLimits } from '../../../signaling/server/limits.js';
import { Client, hello, startServer, until } from './support/client.js';

describe('resolveLimits', () => {
  it('has a default within its own range for each limit', () => {
    const limits = resolveLimits();
    for (const name of LIMIT_NAMES) assert.equal(limits[name], LIMITS[name].default);
  });

  it('names the limit, the value and what is allowed', () => {
    assert.throws(() => resolveLimits({ maxRoomSize: 0 }), {
      name: 'RangeError',
      message: 'maxRoomSize: 0 is not a whole number of people from 1 to 64',
    });
    for (const value of [NaN, Infinity, 1.5, -1]) assert.throws(() => resolveLimits({ idleTimeoutMs: value }), RangeError);
  });
});

describe('The limits of a server', { timeout: 60_000 }, () => {
  it('end a socket that sends too large a frame with 1009, and no other', async (t) => {
    const serving = await startServer(t, { limits: { maxFrameBytes: 2000 } });
    const [ada, bob] = [await Client.join(serving), await Client.join(serving)];
    await ada.settle();
    bob.socket.send('x'.repeat(2001));
    assert.equal((await bob.closed).code, 1009);
    assert.deepEqual(await ada.next('left'), { type: 'left', peer: bob.id, reason: 'lost' });
    assert.deepEqual(await ada.settle(), []);
  });

  it('drop what is over the rate, and say so once a second', async (t) => {
    const serving = await startServer(t, { limits: { messagesPerSecond: 1, messageBurst: 5 } });
    const [ada, bob] = [await Client.join(serving), await Client.join(serving)];
    await ada.next('joined');
    for (let i = 0; i < 50; i += 1) ada.say(hello(ada.id, String(i)));
    const error = await ada.next('error');
    assert.deepEqual([error.code, error.fatal], ['rate-limited', false]);
    const heard = await bob.settle();
    assert.deepEqual(
      heard,
      [0, 1, 2, 3, 4].map((i) => hello(ada.id, String(i))),
    );
    assert.equal(serving.signaling.metrics.refusals.get('rate-limited'), 1);
  });

  it('end a socket that stays over the rate', async (t) => {
    const serving = await startServer(t, { limits: { messagesPerSecond: 1, messageBurst: 5, floodTimeoutMs: 50 } });
    const ada = await Client.join(serving);
    const flood = setInterval(() => ada.socket.readyState === ada.socket.OPEN && ada.say({ type: 'ping' }), 1);
    t.after(() => clearInterval(flood));
    const { error, closeCode } = await ada.end();
    assert.deepEqual([error.code, error.fatal, closeCode], ['rate-limited', true, 4429]);
  });

  it('count the pings of a WebSocket library like messages', async (t) => {
    const serving = await startServer(t, { limits: { messagesPerSecond: 1, messageBurst: 5 } });
    const ada = await Client.join(serving);
    let pongs = 0;
    ada.socket.on('pong', () => (pongs += 1));
    for (let i = 0; i < 50; i += 1) ada.socket.ping(String(i));
    assert.equal((await ada.next('error')).code, 'rate-limited');
    await ada.leave();
    assert.equal(pongs, 5);
  });

  it('refuse one more than the room holds, but not somebody who is back', async (t) => {
    const serving = await startServer(t, { limits: { maxRoomSize: 2 } });
    await Client.join(serving);
    const bob = await Client.join(serving);
    const { error, closeCode } = await Client.refused(serving);
    assert.deepEqual([error.code, error.fatal, closeCode], ['room-full', true, 4430]);
    assert.equal((await Client.join(serving, { resume: bob.resume })).id, bob.id);
    await Client.join(serving, { room: 'another' });
  });

  it('refuse an address that is in too many rooms, until it leaves one', async (t) => {
    const serving = await startServer(t, { limits: { maxRoomsPerAddress: 2 } });
    const ada = await Client.join(serving, { room: 'a' });
    await Client.join(serving, { room: 'b' });
    await Client.join(serving, { room: 'b' });
    const { error, closeCode } = await Client.refused(serving, { room: 'c' });
    assert.deepEqual([error.code, error.fatal, closeCode], ['too-many-rooms', true, 4431]);
    await ada.leave();
    await Client.join(serving, { room: 'c' });
  });

  it('do not count a room that was full', async (t) => {
    const serving = await startServer(t, { trustProxy: true, limits: { maxRoomSize: 1, maxRoomsPerAddress: 2 } });
    const from = (address: string): { headers: Record<string, string> } => ({ headers: { 'X-Forwarded-For': address } });
    await Client.join(serving, { room: 'full' }, from('192.0.2.1'));
    await Client.join(serving, { room: 'a' }, from('192.0.2.2'));
    assert.equal((await Client.refused(serving, { room: 'full' }, from('192.0.2.2'))).error.code, 'room-full');
    await Client.join(serving, { room: 'b' }, from('192.0.2.2'));
  });

  it('refuse an address that holds too many sockets, without a word when it goes on', async (t) => {
    const serving = await startServer(t, { limits: { maxConnectionsPerAddress: 1 } });
    await Client.join(serving);
    const lingering = new Client(serving, { room: 'room' });
    // It does not answer the close frame, and so still counts.
    lingering.socket.once('message', () => lingering.socket.pause());
    await lingering.next('error');
    const swamping = new WebSocket(`ws://127.0.0.1:${serving.port}/signal?room=room&v=1`);
    const [error] = (await once(swamping, 'error')) as [Error];
    assert.match(error.message, /429/);
    lingering.socket.resume();
    const refused = await lingering.closed;
    assert.equal(refused.code, 4432);
  });

  it('count by the last entry of X-Forwarded-For behind a proxy', async (t) => {
    const serving = await startServer(t, { trustProxy: true, limits: { maxConnectionsPerAddress: 1 } });
    const from = (address: string): { headers: Record<string, string> } => ({ headers: { 'X-Forwarded-For': address } });
    await Client.join(serving, {}, from('192.0.2.1'));
    await Client.join(serving, {}, from('192.0.2.1, 192.0.2.2'));
    const { error } = await Client.refused(serving, {}, from('198.51.100.7, 192.0.2.1'));
    assert.equal(error.code, 'too-many-connections');
  });

  it('believe no X-Forwarded-For otherwise', async (t) => {
    const serving = await startServer(t, { limits: { maxConnectionsPerAddress: 1 } });
    await Client.join(serving, {}, { headers: { 'X-Forwarded-For': '192.0.2.1' } });
    const { error } = await Client.refused(serving, {}, { headers: { 'X-Forwarded-For': '192.0.2.2' } });
    assert.equal(error.code, 'too-many-connections');
  });

  it('end a socket on which nothing comes, and spare one that pings', async (t) => {
    const serving = await startServer(t, { limits: { idleTimeoutMs: 200 } });
    const [talker, pinger, silent] = [await Client.join(serving), await Client.join(serving), await Client.join(serving)];
    const heart = setInterval(() => {
      talker.say({ type: 'ping' });
      pinger.socket.ping();
    }, 20);
    t.after(() => clearInterval(heart));
    const { error, closeCode } = await silent.end();
    assert.deepEqual([error.code, error.fatal, closeCode], ['idle', true, 4408]);
    assert.equal(talker.socket.readyState, WebSocket.OPEN);
    assert.equal(pinger.socket.readyState, WebSocket.OPEN);
  });

  it('end a socket that reads too slowly, while the others go on', async (t) => {
    const limits = { maxBacklogBytes: 65_536, messagesPerSecond: 100_000, messageBurst: 100_000 };
    const serving = await startServer(t, { limits });
    const [ada, slow] = [await Client.join(serving), await Client.join(serving)];
    await ada.next('joined');
    slow.socket.pause();
    const large = JSON.stringify({ ...hello(ada.id, 'Ada'), padding: 'x'.repeat(60_000) });
    // The kernel buffers some megabytes before anything waits in the process.
    for (let sent = 0; sent < 2000 && serving.signaling.size.members === 2; sent += 1) {
      ada.socket.send(large);
      if (sent % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await until(() => serving.signaling.size.members === 1);
    slow.socket.resume();
    const { error, closeCode } = await slow.end();
    assert.deepEqual([error.code, error.fatal, closeCode], ['too-slow', true, 4413]);
    assert.deepEqual(await ada.settle(), [{ type: 'left', peer: slow.id, reason: 'lost' }]);
  });
});
