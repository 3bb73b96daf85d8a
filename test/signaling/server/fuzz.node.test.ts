import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { WebSocket } from 'ws';
import { checkMessage, PHONE_LINE } from '../../../signaling/protocol/index.js';
import type { Serving } from '../../../signaling/server/index.js';
import { candidate, Client, hello, offer, startServer, until, type Message } from './support/client.js';
import { caller, dial, phone } from './support/telephony.js';

/** What a stranger does with an open socket. */
type Deed = (client: Client, victims: readonly Client[]) => void;

const send =
  (data: string | Uint8Array): Deed =>
  ({ socket }) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(data);
  };
const say =
  (make: (own: string, victims: readonly string[]) => object): Deed =>
  (client, victims) =>
    send(
      JSON.stringify(
        make(
          client.id,
          victims.map(({ id }) => id),
        ),
      ),
    )(client, victims);

const ids = ['__proto__', 'constructor', 'nobody', '', 'a'.repeat(65)];
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.string({ unit: 'binary' }).map(send),
  fc.json().map(send),
  fc.uint8Array({ maxLength: 200 }).map(send),
  fc.nat(64_000).map((size) => send(JSON.stringify({ type: 'ping', junk: 'x'.repeat(size) }))),
  // Messages in somebody else's name, to the victims and to nobody; out of order, since nothing came before them.
  fc.constantFrom(...ids).map((from) => say((_own, [ada, bob]) => offer(from || String(ada), 'forged', bob))),
  fc.constant(say((_own, [ada, bob]) => candidate(String(ada), String(bob), 'forged'))),
  fc.constant(say((_own, [ada]) => ({ type: 'bye', from: ada }))),
  fc.constant(say((_own, [ada]) => ({ type: 'left', peer: ada, reason: 'left' }))),
  fc.constant(say((_own, [ada]) => ({ ...hello(String(ada), 'forged'), __proto__: null }))),
  // Honest form, in this socket's own room.
  fc.constantFrom(...ids).map((to) => say((own) => candidate(own, to || own, ''))),
  fc.constantFrom('<b>', '\ud800', '', 'x'.repeat(65)).map((name) => say((own) => hello(own, name))),
  fc.string().map((link) => say((own) => offer(own, link))),
  fc.constant(say((own) => ({ type: 'answer', from: own, to: own, link: 'l', sdp: 'v=0' }))),
  // Acts of a host, by nobody who is one.
  fc
    .constantFrom('admit', 'refuse', 'remove', 'mute', 'lock', 'end', '__proto__')
    .map((act) => say((own, [ada]) => ({ type: 'moderate', from: own, act, to: ada }))),
  fc.constant(say((own) => ({ type: 'moderate', from: own, act: 'end' }))),
  fc.constant(say((own) => ({ type: 'bye', from: own }))),
);
const call = fc.constantFrom('c', 'd', '__proto__', '', 'a'.repeat(65));
const flag = fc.constantFrom(true, false, undefined, 'true');
/** What a stranger does in a phone room, in both parts and in none. */
const ringDeed: fc.Arbitrary<Deed> = fc.oneof(
  deed,
  fc.constantFrom('available', 'away', 'asleep').map((status) => say((own) => ({ type: 'available', from: own, status }))),
  fc
    .record({ call, to: fc.constantFrom(0, 1, 2), name: fc.string(), trusted: flag, user: fc.string(), audio: flag, video: flag })
    .map(({ to, ...fields }) => say((own, victims) => ({ type: 'invite', from: own, to: victims[to], ...fields }))),
  fc
    .tuple(fc.constantFrom('ringing', 'accept', 'decline', 'accepted', 'end'), call, fc.constantFrom(0, 1, 2))
    .map(([type, id, to]) =>
      say((own, victims) => {
        const fields = {
          name: 'Eve',
          trusted: true,
          video: true,
          final: true,
          by: own,
          reason: type === 'end' ? 'hung-up' : 'busy',
        };
        return { type, from: own, to: victims[to], call: id, ...fields };
      }),
    ),
);
/** How a stranger's socket ends. */
const ending: fc.Arbitrary<(client: Client) => void> = fc.constantFrom(
  (client: Client) => client.vanish(),
  (client: Client) => client.socket.close(1000),
  (client: Client) => client.socket.close(4999, 'x'),
  ({ socket }: Client) => {
    if (socket.readyState === WebSocket.OPEN) socket.send('x'.repeat(70_000), () => socket.terminate());
    else socket.terminate();
  },
);
const stranger = fc.record({ deeds: fc.array(deed, { maxLength: 40 }), repeat: fc.integer({ min: 1, max: 3 }), end: ending });

/** Bytes on the wire that no WebSocket library sends: unmasked, reserved, fragmented for ever, cut short. */
const rawFrame = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 100 }),
  fc
    .constantFrom(
      [0x81, 0x01, 0x61],
      [0xf1, 0x80, 0, 0, 0, 0],
      [0x83, 0x80, 0, 0, 0, 0],
      [0x01, 0x81, 0, 0, 0, 0, 0x61],
      [0x80, 0x80, 0, 0, 0, 0],
      [0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0],
      [0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28],
      [0x88, 0x81, 0, 0, 0, 0, 0x03],
      [0x89, 0xfe, 0xff, 0xff, 0, 0, 0, 0],
    )
    .map((bytes) => Uint8Array.from(bytes)),
);

async function sendRaw({ port }: Serving, target: string, frames: readonly Uint8Array[]): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  // The server may cut it off at any byte.
  socket.on('error', () => undefined);
  const key = `${'A'.repeat(22)}==`;
  const headers = `Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}`;
  socket.write(`GET ${target} HTTP/1.1\r\nHost: a\r\n${headers}\r\n\r\n`);
  for (const frame of frames) socket.write(frame);
  socket.resume().end();
  await once(socket, 'close');
}

/** Who a message comes from or tells of. */
function subjectOf(message: Message): string | undefined {
  if ('from' in message) return message.from;
  if (message.type === 'joined') return message.peer.id;
  return message.type === 'left' ? message.peer : undefined;
}

/** Two who talk all the while. Each hears exactly what the other says, in order, and nothing else. */
async function converse(ada: Client, bob: Client, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    const [question, answer] = [candidate(ada.id, bob.id, `question ${i}`), candidate(bob.id, ada.id, `answer ${i}`)];
    ada.say(question);
    assert.deepEqual(await bob.next('candidate'), question);
    bob.say(answer);
    assert.deepEqual(await ada.next('candidate'), answer);
  }
}

describe('A server among strangers', { timeout: 60_000 }, () => {
  it('lets a call go on that does not notice them, and keeps nothing of them', async (t) => {
    const limits = { messagesPerSecond: 100_000, messageBurst: 100_000 };
    const serving = await startServer(t, { limits });
    const [ada, bob] = [await Client.join(serving, { room: 'call' }), await Client.join(serving, { room: 'call' })];
    await ada.next('joined');
    await fc.assert(
      fc.asyncProperty(fc.array(stranger, { minLength: 1, maxLength: 5 }), async (strangers) => {
        const attack = strangers.map(async ({ deeds, repeat, end }) => {
          const client = await Client.join(serving, { room: 'strangers' });
          for (let i = 0; i < repeat; i += 1) for (const act of deeds) act(client, [ada, bob]);
          end(client);
          await client.closed;
        });
        await Promise.all([...attack, converse(ada, bob, 20)]);
        await until(() => serving.signaling.size.sockets === 2);
        assert.deepEqual(serving.signaling.size, { sockets: 2, rooms: 1, members: 2, addresses: 1 });
      }),
      { numRuns: 60 },
    );
    assert.deepEqual(await ada.settle(), []);
    assert.deepEqual(await bob.settle(), []);
    await Promise.all([ada.leave(), bob.leave()]);
    await until(() => serving.signaling.size.sockets === 0);
    assert.deepEqual(serving.signaling.size, { sockets: 0, rooms: 0, members: 0, addresses: 0 });
  });

  it('keeps what strangers in the same room do from being said in the name of others', async (t) => {
    const serving = await startServer(t, { limits: { messagesPerSecond: 100_000, messageBurst: 100_000 } });
    const [ada, bob] = [await Client.join(serving), await Client.join(serving)];
    await ada.next('joined');
    const deeds = fc.array(deed, { minLength: 20, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(deeds, async (acts) => {
        const eve = await Client.join(serving);
        for (const act of acts) act(eve, [ada, bob]);
        await eve.leave();
        await until(() => serving.signaling.size.sockets === 2);
        for (const message of [...(await ada.settle()), ...(await bob.settle())]) {
          assert.equal(subjectOf(message), eve.id, JSON.stringify(message));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('keeps what strangers do in a phone room from all but the other side, and trusts none of it', async (t) => {
    const limits = { messagesPerSecond: 100_000, messageBurst: 100_000, ringsPerMinute: 100_000 };
    const serving = await startServer(t, { limits });
    const bob = await phone(serving, 'desk');
    const ada = await caller(serving, 'desk', 'c');
    await bob.next('invite');
    await fc.assert(
      fc.asyncProperty(fc.array(ringDeed, { minLength: 20, maxLength: 40 }), async (acts) => {
        const eve = await dial(serving, 'desk');
        for (const act of acts) act(eve, [ada, bob]);
        await eve.leave();
        await until(() => serving.signaling.size.sockets === 2);
        const [toAda, toBob] = [await ada.settle(), await bob.settle()];
        assert.ok(toAda.length === 0 || toBob.length === 0, 'a stranger is heard as a phone or as a caller');
        for (const message of [...toAda, ...toBob]) {
          assert.equal(subjectOf(message), eve.id, JSON.stringify(message));
          const read = checkMessage(message, PHONE_LINE);
          assert.ok(read.ok && !('trusted' in read.message), JSON.stringify(message));
        }
      }),
      { numRuns: 60 },
    );
    assert.deepEqual(serving.signaling.size, { sockets: 2, rooms: 1, members: 2, addresses: 1 });
  });

  it('survives bytes that are no WebSocket frames, and targets that are no URLs', async (t) => {
    const serving = await startServer(t);
    const [ada, bob] = [await Client.join(serving, { room: 'call' }), await Client.join(serving, { room: 'call' })];
    await ada.next('joined');
    const honest = '/signal?room=a&v=1';
    const target = fc.constantFrom(honest, honest, '/signal?room=%E0%A4%A&v=1', '/signal?', '//', '*', '/signal?room=%00&v=1');
    await fc.assert(
      fc.asyncProperty(target, fc.array(rawFrame, { maxLength: 5 }), async (path, frames) => {
        await Promise.all([sendRaw(serving, path, frames), converse(ada, bob, 2)]);
      }),
      // Few enough for the message rate of an honest pair.
      { numRuns: 100 },
    );
    await until(() => serving.signaling.size.sockets === 2);
    assert.deepEqual(serving.signaling.size, { sockets: 2, rooms: 1, members: 2, addresses: 1 });
  });
});
