import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { SignJWT } from 'jose';
import { Access, type Limits, type Serving } from '../../../signaling/server/index.js';
import { candidate, Client, hello, offer, startServer, until } from './support/client.js';
import { accept, accepted, available, caller, decline, dial, end, invite, phone, ringing } from './support/telephony.js';

const SECRET = 'a secret of thirty-two bytes or more';
const sign = (claims: Record<string, unknown>): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1m').sign(Buffer.from(SECRET));
const startGuarded = (t: TestContext): Promise<Serving> => startServer(t, { access: Access.fromSecret(SECRET) });

/** A caller and two phones, all of whom know of the call `c`. */
async function ringTwo(
  t: TestContext,
  limits: Partial<Limits> = {},
): Promise<{ serving: Serving; ada: Client; bob: Client; cyd: Client }> {
  const serving = await startServer(t, { limits });
  const [bob, cyd] = [await phone(serving, 'desk'), await phone(serving, 'desk')];
  const ada = await caller(serving, 'desk', 'c');
  for (const rung of [bob, cyd]) await rung.next('invite');
  return { serving, ada, bob, cyd };
}

/** What each has heard, once the server has dealt with what all of them said. */
async function heardBy(...clients: Client[]): Promise<object[][]> {
  const before: object[][] = [];
  for (const client of clients) before.push(await client.settle());
  const heard: object[][] = [];
  for (const [index, client] of clients.entries()) heard.push([...(before[index] ?? []), ...(await client.settle())]);
  return heard;
}

/** Time stands still for the server, until the test lets some pass. */
function stopTime(t: TestContext): (seconds: number) => void {
  // A whole number, so that what comes due in a second does so to the last digit.
  let nowMs = Math.ceil(performance.now());
  t.mock.method(performance, 'now', () => nowMs);
  return (seconds) => (nowMs += seconds * 1000);
}

async function assertRefused(client: Client, message: object, reason: RegExp): Promise<void> {
  client.say(message);
  const error = await client.next('error');
  assert.deepEqual([error.code, error.fatal], ['protocol-invalid', false]);
  assert.match(error.message, reason);
}

describe('A phone room', { timeout: 60_000 }, () => {
  it('tells nobody who is there, and nobody of who comes', async (t) => {
    const serving = await startServer(t);
    const bob = await phone(serving, 'desk');
    const ada = await Client.join(serving, { room: 'phone:desk' });
    const eve = await Client.join(serving, { room: 'phone:desk' });
    assert.deepEqual([ada.welcome.peers, eve.welcome.peers], [[], []]);
    for (const client of [ada, eve, bob]) {
      client.say(hello(client.id, 'Somebody'));
      client.say(offer(client.id, 'open'));
    }
    assert.deepEqual(await heardBy(ada, eve, bob), [[], [], []]);
    const late = await dial(serving, 'desk');
    assert.deepEqual(await heardBy(late), [[]]);
  });

  it('lets all phones of a name hear an invitation, byte for byte, and nobody else', async (t) => {
    const serving = await startServer(t);
    const [bob, cyd, elsewhere] = [await phone(serving, 'desk'), await phone(serving, 'desk'), await phone(serving, 'shop')];
    const [eve, idle] = [await caller(serving, 'desk', 'e'), await dial(serving, 'desk')];
    await heardBy(eve, bob, cyd);
    const ada = await dial(serving, 'desk');
    const frames: string[] = [];
    bob.socket.on('message', (data) => frames.push((data as Buffer).toString()));
    const frame = `{"later":[1], ${JSON.stringify(invite(ada, 'c', { user: 'ada', subject: 'Order 12' })).slice(1)}`;
    ada.socket.send(frame);
    await ada.settle();
    const [toBob, toCyd, ...toOthers] = await heardBy(bob, cyd, eve, idle, elsewhere);
    assert.deepEqual(toBob, [JSON.parse(frame)]);
    assert.deepEqual(toCyd, toBob);
    assert.deepEqual(toOthers, [[], [], []]);
    assert.equal(frames[0], frame);
  });

  it('lets a caller choose one phone', async (t) => {
    const { ada, bob, cyd } = await ringTwo(t);
    const again = invite(ada, 'c', { to: cyd.id });
    ada.say(again);
    assert.deepEqual(await heardBy(ada, bob, cyd), [[], [], [again]]);
  });

  it('lets a phone answer the caller alone', async (t) => {
    const { serving, ada, bob, cyd } = await ringTwo(t);
    const eve = await caller(serving, 'desk', 'e');
    await heardBy(eve, bob, cyd);
    const answers = [
      ringing(bob, 'c', ada),
      accept(bob, 'c', ada),
      decline(bob, 'c', ada),
      end(bob, 'c', ada),
      hello(bob.id, 'Bob', ada.id),
      candidate(bob.id, ada.id, 'candidate:1'),
      offer(bob.id, 'link', ada.id),
    ];
    for (const answer of answers) bob.say(answer);
    assert.deepEqual(await heardBy(bob, ada, cyd, eve), [[], answers, [], []]);
  });

  it('lets a caller tell all phones, or one, how it ended', async (t) => {
    const { serving, ada, bob, cyd } = await ringTwo(t);
    const eve = await caller(serving, 'desk', 'e');
    await heardBy(eve, bob, cyd);
    const toAll = [accepted(ada, 'c', bob.id), end(ada, 'c')];
    const toBob = [end(ada, 'c', bob), candidate(ada.id, bob.id, 'candidate:1'), offer(ada.id, 'link', bob.id)];
    for (const message of [...toAll, ...toBob]) ada.say(message);
    assert.deepEqual(await heardBy(ada, bob, cyd, eve), [[], [...toAll, ...toBob], toAll, []]);
  });

  it('carries nothing between two callers, two phones, or to somebody who is neither', async (t) => {
    const { serving, ada, bob, cyd } = await ringTwo(t);
    const [eve, idle] = [await caller(serving, 'desk', 'e'), await dial(serving, 'desk')];
    await heardBy(eve, bob, cyd);
    for (const to of [eve, idle, ada]) {
      for (const message of [
        hello(ada.id, 'A', to.id),
        offer(ada.id, 'l', to.id),
        candidate(ada.id, to.id, ''),
        end(ada, 'c', to),
      ]) {
        ada.say(message);
      }
    }
    for (const to of [cyd, idle, bob]) {
      for (const message of [hello(bob.id, 'B', to.id), accept(bob, 'c', to), available(bob, { to: to.id })]) bob.say(message);
    }
    assert.deepEqual(await heardBy(ada, bob, cyd, eve, idle), [[], [], [], [], []]);
    assert.equal(serving.signaling.metrics.undeliverable, 21);
  });

  it('tells callers, and no phone, that a phone can be called or not', async (t) => {
    const { serving, ada, bob, cyd } = await ringTwo(t);
    const idle = await dial(serving, 'desk');
    const away = available(bob, { status: 'away' });
    bob.say(away);
    assert.deepEqual(await heardBy(bob, ada, cyd, idle), [[], [away], [], []]);
  });

  it('says at once that nobody can be called, and rings whoever comes while the caller repeats', async (t) => {
    const serving = await startServer(t);
    const idle = await dial(serving, 'desk');
    const ada = await caller(serving, 'desk', 'c');
    const unavailable = { type: 'refused', call: 'c', reason: 'unavailable' };
    assert.deepEqual(await ada.next('refused'), unavailable);
    ada.say(invite(ada, 'c', { to: idle.id }));
    assert.deepEqual(await ada.next('refused'), unavailable);
    const bob = await phone(serving, 'desk');
    assert.deepEqual(await ada.next('available'), available(bob));
    ada.say(invite(ada, 'c'));
    assert.deepEqual(await bob.next('invite'), invite(ada, 'c'));
    assert.deepEqual(await heardBy(idle), [[]]);
  });

  it('holds everybody to what they are', async (t) => {
    const { serving, ada, bob } = await ringTwo(t);
    await assertRefused(ada, available(ada), /available: a caller does not/);
    await assertRefused(ada, accept(ada, 'c', bob), /accept: a caller does not/);
    await assertRefused(ada, ringing(ada, 'c', bob), /ringing: a caller does not/);
    await assertRefused(ada, decline(ada, 'c', bob), /decline: a caller does not/);
    await assertRefused(bob, invite(bob, 'b'), /invite: a phone does not/);
    await assertRefused(bob, accepted(bob, 'c', bob.id, { to: ada.id }), /accepted: a phone does not/);
    await assertRefused(bob, end(bob, 'c'), /end\.to: missing/);
    const idle = await dial(serving, 'desk');
    for (const message of [accept(idle, 'c', ada), end(idle, 'c'), hello(idle.id, 'I', ada.id), offer(idle.id, 'l', bob.id)]) {
      await assertRefused(idle, message, /first say available or invite or accepted/);
    }
    assert.deepEqual(await heardBy(ada, bob, idle), [[], [], []]);
  });

  it('carries nothing in the name of another, or for another room', async (t) => {
    const { ada, bob, cyd } = await ringTwo(t);
    await assertRefused(bob, accept(cyd, 'c', ada), /accept\.from: not your id/);
    await assertRefused(ada, invite(bob, 'x'), /invite\.from: not your id/);
    await assertRefused(ada, invite(ada, 'c', { room: 'phone:shop' }), /invite\.room: not your room/);
    ada.say(invite(ada, 'c', { room: 'phone:desk' }));
    await ada.settle();
    assert.equal((await bob.next('invite')).room, 'phone:desk');
  });

  it('tells of a leaving phone those callers alone that had to do with it', async (t) => {
    const { serving, ada, bob, cyd } = await ringTwo(t);
    const eve = await dial(serving, 'desk');
    eve.say(invite(eve, 'e', { to: cyd.id }));
    await eve.settle();
    bob.vanish();
    assert.deepEqual(await ada.next('left'), { type: 'left', peer: bob.id, reason: 'lost' });
    await cyd.leave();
    for (const client of [ada, eve]) assert.deepEqual(await client.next('left'), { type: 'left', peer: cyd.id, reason: 'left' });
    assert.deepEqual(await heardBy(ada, eve), [[], []]);
  });

  it('tells of a leaving caller those phones alone that it invited', async (t) => {
    const serving = await startServer(t);
    const eve = await caller(serving, 'desk', 'e');
    await eve.next('refused');
    const [bob, cyd] = [await phone(serving, 'desk'), await phone(serving, 'desk')];
    const ada = await dial(serving, 'desk');
    ada.say(invite(ada, 'c', { to: bob.id }));
    await bob.next('invite');
    // It has heard of both phones, and they know nothing of it.
    await eve.next('available');
    await eve.leave();
    ada.vanish();
    assert.deepEqual(await bob.next('left'), { type: 'left', peer: ada.id, reason: 'lost' });
    assert.deepEqual(await heardBy(bob, cyd), [[], []]);
  });

  it('lets whoever comes back go on as what they were, and tells nobody', async (t) => {
    const { serving, ada, bob, cyd } = await ringTwo(t);
    const bobAgain = await dial(serving, 'desk', { resume: bob.resume });
    const adaAgain = await dial(serving, 'desk', { resume: ada.resume });
    assert.deepEqual([bobAgain.id, adaAgain.id], [bob.id, ada.id]);
    assert.equal((await bob.end()).error.code, 'duplicate');
    adaAgain.say(invite(ada, 'c'));
    assert.deepEqual(await bobAgain.next('invite'), invite(ada, 'c'));
    bobAgain.say(accept(bob, 'c', ada));
    assert.deepEqual(await adaAgain.next('accept'), accept(bob, 'c', ada));
    await assertRefused(adaAgain, available(ada), /a caller does not/);
    assert.deepEqual(await heardBy(cyd, bobAgain, adaAgain), [[invite(ada, 'c')], [], []]);
    adaAgain.vanish();
    for (const rung of [bobAgain, cyd]) assert.deepEqual(await rung.next('left'), { type: 'left', peer: ada.id, reason: 'lost' });
  });

  it('has forgotten what somebody was who had gone', async (t) => {
    const { serving, ada, bob } = await ringTwo(t);
    bob.vanish();
    await ada.next('left');
    const again = await dial(serving, 'desk', { resume: bob.resume });
    await assertRefused(again, accept(bob, 'c', ada), /first say available or invite or accepted/);
    again.say(available(bob));
    again.say(accept(bob, 'c', ada));
    assert.equal((await ada.next('available')).from, bob.id);
    assert.equal((await ada.next('accept')).from, bob.id);
  });

  it('takes a caller back into a call that somebody has', async (t) => {
    const { serving, ada, bob, cyd } = await ringTwo(t);
    ada.vanish();
    for (const rung of [bob, cyd]) await rung.next('left');
    const again = await dial(serving, 'desk', { resume: ada.resume });
    again.say(accepted(ada, 'c', bob.id));
    again.say(offer(ada.id, 'link', bob.id));
    await again.settle();
    assert.deepEqual(await heardBy(bob, cyd), [
      [accepted(ada, 'c', bob.id), offer(ada.id, 'link', bob.id)],
      [accepted(ada, 'c', bob.id)],
    ]);
    again.vanish();
    assert.deepEqual(await bob.next('left'), { type: 'left', peer: ada.id, reason: 'lost' });
    assert.deepEqual(await heardBy(cyd), [[]]);
  });

  it('tells of a caller that left also a phone that came back and spoke to them', async (t) => {
    const { serving, ada, bob } = await ringTwo(t);
    bob.vanish();
    await ada.next('left');
    const again = await dial(serving, 'desk', { resume: bob.resume });
    again.say(available(bob));
    again.say(hello(bob.id, 'Bob', ada.id));
    await again.settle();
    await ada.leave();
    assert.deepEqual(await again.next('left'), { type: 'left', peer: ada.id, reason: 'left' });
  });

  it('is forgotten with its last member', async (t) => {
    const { serving, ada, bob, cyd } = await ringTwo(t);
    assert.deepEqual(serving.signaling.size, { sockets: 3, rooms: 1, members: 3, addresses: 1 });
    await Promise.all([ada.leave(), bob.leave(), cyd.leave()]);
    await until(() => serving.signaling.size.sockets === 0);
    assert.deepEqual(serving.signaling.size, { sockets: 0, rooms: 0, members: 0, addresses: 0 });
  });

  it('drops junk with a reason, and rings on', async (t) => {
    const { serving, ada, bob, cyd } = await ringTwo(t);
    const junk = [
      { ...invite(ada, 'c'), name: 'x'.repeat(65) },
      { ...invite(ada, 'c'), subject: 7 },
      { ...invite(ada, 'c'), trusted: 'yes' },
      { ...invite(ada, 'c'), offer: { link: 'l' } },
      { ...invite(ada, '<c>') },
      { ...available(bob), status: 'asleep' },
      { type: 'refused', call: 'c', reason: 'unavailable' },
      { type: '__proto__', from: ada.id },
    ];
    for (const message of junk) await assertRefused(ada, message, /./);
    assert.equal(serving.signaling.metrics.messages.get('invalid'), junk.length);
    assert.deepEqual(await heardBy(bob, cyd), [[], []]);
    ada.say(invite(ada, 'c'));
    await bob.next('invite');
  });

  it('counts what it did', async (t) => {
    const { serving, ada } = await ringTwo(t);
    ada.say(invite(ada, 'c'));
    ada.say(invite(ada, 'c2'));
    const eve = await caller(serving, 'shop', 'e');
    await eve.next('refused');
    await ada.settle();
    const { metrics } = serving.signaling;
    assert.deepEqual([metrics.rings, metrics.messages.get('invite'), metrics.ringRefusals.get('unavailable')], [2, 4, 1]);
    const text = await metrics.text();
    assert.match(text, /^call_room_rings_total 2$/m);
    assert.match(text, /^call_room_ring_refusals_total\{reason="unavailable"\} 1$/m);
  });
});

describe('An ordinary room', { timeout: 60_000 }, () => {
  it('carries nothing of ringing', async (t) => {
    const serving = await startServer(t);
    const [bob, ada] = [await Client.join(serving), await Client.join(serving)];
    await bob.next('joined');
    for (const message of [available(ada), invite(ada, 'c'), accept(ada, 'c', bob), end(ada, 'c'), end(ada, 'c', bob)]) {
      await assertRefused(ada, message, /belongs in a phone room/);
    }
    assert.deepEqual(await heardBy(bob), [[]]);
  });
});

describe('The limits of ringing', { timeout: 60_000 }, () => {
  const from = (address: string): { headers: Record<string, string> } => ({ headers: { 'X-Forwarded-For': address } });

  it('count new calls of an address, over all its sockets and names, and no repetition', async (t) => {
    const serving = await startServer(t, { trustProxy: true, limits: { ringsPerMinute: 8 } });
    const [bob, shop] = [await phone(serving, 'desk'), await phone(serving, 'shop')];
    const ada = await dial(serving, 'desk', {}, from('192.0.2.1'));
    for (let i = 0; i < 10; i += 1) ada.say(invite(ada, 'one'));
    assert.equal((await heardBy(ada, bob))[1]?.length, 10);
    const again = await dial(serving, 'shop', {}, from('192.0.2.1'));
    again.say(invite(again, 'two'));
    await shop.next('invite');
    for (const call of ['three', 'one']) {
      again.say(invite(again, call));
      assert.deepEqual(await again.next('refused'), { type: 'refused', call, reason: 'rate-limited' });
    }
    const other = await dial(serving, 'desk', {}, from('192.0.2.2'));
    other.say(invite(other, 'four'));
    assert.equal((await bob.next('invite')).call, 'four');
    assert.deepEqual(await heardBy(shop), [[]]);
    assert.equal(serving.signaling.metrics.ringRefusals.get('rate-limited'), 2);
  });

  it('outlast the sockets of an address', async (t) => {
    const serving = await startServer(t, { trustProxy: true, limits: { ringsPerMinute: 1 } });
    const bob = await phone(serving, 'desk');
    for (const reason of [undefined, 'rate-limited', 'rate-limited']) {
      const eve = await dial(serving, 'desk', {}, from('192.0.2.1'));
      eve.say(invite(eve, `call-${eve.id}`));
      if (reason) assert.equal((await eve.next('refused')).reason, reason);
      await eve.leave();
    }
    const heard = (await heardBy(bob))[0] ?? [];
    assert.equal(heard.filter((message) => 'type' in message && message.type === 'invite').length, 1);
  });

  it('make no caller of somebody whose invitation was refused by them', async (t) => {
    const serving = await startServer(t, { limits: { ringsPerMinute: 1 } });
    const bob = await phone(serving, 'desk');
    await caller(serving, 'desk', 'c');
    await bob.next('invite');
    const eve = await caller(serving, 'desk', 'e');
    assert.equal((await eve.next('refused')).reason, 'rate-limited');
    bob.say(available(bob));
    await bob.settle();
    assert.deepEqual(await heardBy(eve), [[]]);
    await assertRefused(eve, end(eve, 'e'), /first say available or invite or accepted/);
  });

  it('hold a phone room to so many phones, and to so many callers', async (t) => {
    const serving = await startServer(t, { limits: { maxRoomSize: 1, maxPhoneRoomSize: 2 } });
    const [bob] = [await phone(serving, 'desk'), await phone(serving, 'desk')];
    for (const call of ['one', 'two']) {
      await caller(serving, 'desk', call);
      await bob.next('invite');
    }
    for (const begin of [available, (client: Client) => invite(client, 'c'), (client: Client) => accepted(client, 'c', bob.id)]) {
      const late = await dial(serving, 'desk');
      late.say(begin(late));
      const { error, closeCode } = await late.end();
      assert.deepEqual([error.code, error.fatal, closeCode], ['room-full', true, 4430]);
    }
    assert.deepEqual(await heardBy(bob), [[]]);
    const again = await dial(serving, 'desk', { resume: bob.resume });
    again.say(available(again));
    assert.deepEqual(await heardBy(again), [[]]);
    await again.leave();
    await phone(serving, 'desk');
  });

  it('let nobody who is neither phone nor caller keep others out', async (t) => {
    const serving = await startServer(t, { limits: { maxPhoneRoomSize: 2 } });
    const ada = await caller(serving, 'desk', 'c');
    await ada.next('refused');
    const [first, second] = [await dial(serving, 'desk'), await dial(serving, 'desk')];
    const bob = await phone(serving, 'desk');
    assert.equal((await ada.next('available')).from, bob.id);
    const { error, closeCode } = await first.end();
    assert.deepEqual([error.code, error.fatal, closeCode], ['idle', true, 4408]);
    await until(() => serving.signaling.size.sockets === 3);
    assert.equal(serving.signaling.size.members, 3);
    // It comes back under its id, and in time nobody has to go for it.
    const back = await dial(serving, 'desk', { resume: first.resume });
    back.say(invite(back, 'b'));
    assert.equal((await bob.next('invite')).from, first.id);
    assert.deepEqual(await heardBy(ada, bob, second, back), [[], [], [], []]);
  });

  it('let a caller repeat an invitation to all, and tell all how it ends, ten times and then once a second', async (t) => {
    const passSeconds = stopTime(t);
    const { ada, bob, cyd } = await ringTwo(t);
    const again = invite(ada, 'c');
    for (let i = 0; i < 20; i += 1) ada.say(again);
    ada.say(accepted(ada, 'c', bob.id));
    ada.say(end(ada, 'c'));
    assert.deepEqual(await heardBy(ada, bob, cyd), [[], Array(10).fill(again), Array(10).fill(again)]);
    passSeconds(2);
    for (let i = 0; i < 3; i += 1) ada.say(end(ada, 'c'));
    const ended = [end(ada, 'c'), end(ada, 'c')];
    assert.deepEqual(await heardBy(ada, bob, cyd), [[], ended, ended]);
  });

  it('let a caller address one phone, and place a new call, however often it spoke to all', async (t) => {
    stopTime(t);
    const { ada, bob, cyd } = await ringTwo(t);
    for (let i = 0; i < 20; i += 1) ada.say(invite(ada, 'c'));
    await heardBy(ada, bob, cyd);
    const toBob = [invite(ada, 'c', { to: bob.id }), end(ada, 'c', bob), candidate(ada.id, bob.id, 'candidate:1')];
    for (const message of [...toBob, invite(ada, 'c2')]) ada.say(message);
    assert.deepEqual(await heardBy(ada, bob, cyd), [[], [...toBob, invite(ada, 'c2')], [invite(ada, 'c2')]]);
  });

  it('let nobody shed them by coming back under the same id', async (t) => {
    stopTime(t);
    const { serving, ada, bob, cyd } = await ringTwo(t);
    for (let i = 0; i < 20; i += 1) {
      ada.say(invite(ada, 'c'));
      bob.say(available(bob));
    }
    await heardBy(ada, bob, cyd);
    const adaAgain = await dial(serving, 'desk', { resume: ada.resume });
    const bobAgain = await dial(serving, 'desk', { resume: bob.resume });
    adaAgain.say(invite(ada, 'c'));
    bobAgain.say(available(bob));
    assert.deepEqual(await heardBy(adaAgain, bobAgain, cyd), [[], [], []]);
  });

  it('answer invitations that go nowhere ten times and then once a second, whatever the reason', async (t) => {
    const passSeconds = stopTime(t);
    const serving = await startServer(t, { limits: { ringsPerMinute: 1 } });
    const ada = await dial(serving, 'desk');
    for (let i = 0; i < 5; i += 1) ada.say(invite(ada, 'c'));
    for (let i = 0; i < 20; i += 1) ada.say(invite(ada, `new-${i}`));
    const reasons = (heard: object[] = []): unknown[] => heard.map((message) => 'reason' in message && message.reason);
    const [told] = await heardBy(ada);
    assert.deepEqual(reasons(told), [...Array<string>(5).fill('unavailable'), ...Array<string>(5).fill('rate-limited')]);
    passSeconds(1);
    for (let i = 0; i < 5; i += 1) ada.say(invite(ada, 'c', { to: 'nobody' }));
    assert.deepEqual(reasons((await heardBy(ada))[0]), ['unavailable']);
  });

  it('let a phone say five times that it is there, and then once in two seconds', async (t) => {
    const passSeconds = stopTime(t);
    const { serving, ada, bob } = await ringTwo(t);
    const eve = await caller(serving, 'desk', 'e');
    await heardBy(eve, bob);
    const said = Array.from({ length: 20 }, (_, i) => available(bob, { status: i % 2 ? 'away' : 'available' }));
    for (const message of said) bob.say(message);
    // The first one made it a phone.
    assert.deepEqual(await heardBy(bob, ada, eve), [[], said.slice(0, 4), said.slice(0, 4)]);
    passSeconds(2);
    for (const to of [ada, eve]) bob.say(available(bob, { to: to.id }));
    assert.deepEqual(await heardBy(bob, ada, eve), [[], [available(bob, { to: ada.id })], []]);
    bob.say(accept(bob, 'c', ada));
    assert.equal((await ada.next('accept')).from, bob.id);
  });
});

describe('A phone room with access control', { timeout: 60_000 }, () => {
  it('lets a phone be called under the names of its token alone', async (t) => {
    const serving = await startGuarded(t);
    const token = await sign({ phone: ['desk', 'bob'] });
    for (const name of ['desk', 'bob']) await phone(serving, name, { token });
    const tokens = [token, await sign({ room: '*' }), await sign({ room: 'phone:shop' })];
    for (const shown of tokens) {
      const { error, closeCode } = await Client.refused(serving, { room: 'phone:shop', token: shown });
      assert.deepEqual([error.code, closeCode], ['unauthorized', 4401]);
    }
  });

  it('sends away whoever may call and says to be a phone', async (t) => {
    const serving = await startGuarded(t);
    const bob = await phone(serving, 'desk', { token: await sign({ phone: 'desk' }) });
    const eve = await dial(serving, 'desk', { token: await sign({ call: 'desk' }) });
    eve.say(available(eve));
    const { error, closeCode } = await eve.end();
    assert.deepEqual([error.code, error.fatal, closeCode], ['unauthorized', true, 4401]);
    const ada = await dial(serving, 'desk', { token: await sign({ call: '*' }) });
    ada.say(invite(ada, 'c'));
    assert.equal((await bob.next('invite')).from, ada.id);
  });

  it('refuses the call of whoever may only be called, and lets them hear nothing by it', async (t) => {
    const serving = await startGuarded(t);
    const token = await sign({ phone: 'desk' });
    const [bob, eve] = [await phone(serving, 'desk', { token }), await dial(serving, 'desk', { token })];
    eve.say(invite(eve, 'e'));
    assert.deepEqual(await eve.next('refused'), { type: 'refused', call: 'e', reason: 'unauthorized' });
    bob.say(available(bob));
    assert.deepEqual(await heardBy(bob, eve), [[], []]);
    assert.equal(serving.signaling.metrics.ringRefusals.get('unauthorized'), 1);
    eve.say(accepted(eve, 'e', bob.id));
    const { code, fatal } = await eve.next('error');
    assert.deepEqual([code, fatal], ['unauthorized', false]);
    eve.say(available(eve));
    assert.deepEqual(await heardBy(eve), [[]]);
  });

  it('puts the name of the token on invitation, acceptance and greeting, and nobody else is trusted', async (t) => {
    const serving = await startGuarded(t);
    const bob = await phone(serving, 'desk', { token: await sign({ phone: 'desk', name: 'Bob Desk' }) });
    const ada = await dial(serving, 'desk', { token: await sign({ call: 'desk', name: 'Ada Lovelace' }) });
    ada.say(invite(ada, 'c', { name: 'The police', subject: 'Hi' }));
    assert.deepEqual(await bob.next('invite'), invite(ada, 'c', { name: 'Ada Lovelace', trusted: true, subject: 'Hi' }));
    bob.say(accept(bob, 'c', ada, { name: 'The boss', video: true }));
    assert.deepEqual(await ada.next('accept'), accept(bob, 'c', ada, { name: 'Bob Desk', trusted: true, video: true }));
    ada.say(hello(ada.id, 'The police', bob.id));
    assert.deepEqual(await bob.next('hello'), hello(ada.id, 'Ada Lovelace', bob.id));

    const eve = await dial(serving, 'desk', { token: await sign({ call: 'desk' }) });
    for (const trusted of [true, false]) {
      eve.say(invite(eve, 'e', { name: 'Ada Lovelace', trusted }));
      assert.deepEqual(await bob.next('invite'), invite(eve, 'e', { name: 'Ada Lovelace' }));
    }
    const cyd = await phone(serving, 'desk', { token: await sign({ phone: 'desk' }) });
    await Promise.all([ada.next('available'), eve.next('available')]);
    cyd.say(accept(cyd, 'c', ada, { name: 'Bob Desk', trusted: true }));
    assert.deepEqual(await ada.next('accept'), accept(cyd, 'c', ada, { name: 'Bob Desk' }));
  });

  it('keeps a caller from being called back under a name that is not theirs', async (t) => {
    const serving = await startGuarded(t);
    const bob = await phone(serving, 'desk', { token: await sign({ phone: 'desk' }) });
    const ada = await dial(serving, 'desk', { token: await sign({ call: 'desk', phone: ['ada', 'lovelace'] }) });
    for (const user of ['ada', 'lovelace']) {
      ada.say(invite(ada, 'c', { user }));
      assert.deepEqual(await bob.next('invite'), invite(ada, 'c', { user }));
    }
    ada.say(invite(ada, 'c', { user: 'bank' }));
    assert.deepEqual(await bob.next('invite'), invite(ada, 'c'));
    const eve = await dial(serving, 'desk', { token: await sign({ call: '*' }) });
    eve.say(invite(eve, 'e', { user: 'ada' }));
    assert.deepEqual(await bob.next('invite'), invite(eve, 'e'));
  });

  it('lets nobody go on as what a fresh token no longer allows', async (t) => {
    const serving = await startGuarded(t);
    const bob = await phone(serving, 'desk', { token: await sign({ phone: 'desk' }) });
    const ada = await dial(serving, 'desk', { token: await sign({ call: 'desk' }) });
    ada.say(invite(ada, 'c'));
    await bob.next('invite');
    const again = await dial(serving, 'desk', { token: await sign({ call: 'desk' }), resume: bob.resume });
    assert.equal(again.id, bob.id);
    assert.deepEqual(await ada.next('left'), { type: 'left', peer: bob.id, reason: 'lost' });
    ada.say(invite(ada, 'c'));
    assert.equal((await ada.next('refused')).reason, 'unavailable');
    assert.deepEqual(await heardBy(again), [[]]);
  });
});

describe('A phone room without access control', { timeout: 60_000 }, () => {
  it('trusts no name, and passes on under which name a caller says to be called back', async (t) => {
    const serving = await startServer(t);
    const bob = await phone(serving, 'desk');
    const ada = await caller(serving, 'desk', 'c', { trusted: true, user: 'ada' });
    assert.deepEqual(await bob.next('invite'), invite(ada, 'c', { user: 'ada' }));
    bob.say(accept(bob, 'c', ada, { trusted: true }));
    assert.deepEqual(await ada.next('accept'), accept(bob, 'c', ada));
  });
});
