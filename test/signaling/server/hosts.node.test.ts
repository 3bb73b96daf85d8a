import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { SignJWT } from 'jose';
import type { HostAct, MuteRequestMessage, StandingMessage } from '../../../signaling/protocol/index.js';
import { Access, type ServeOptions, type Serving } from '../../../signaling/server/index.js';
import { Client, hello, offer, startServer, until } from './support/client.js';

const SECRET = 'a secret of thirty-two bytes or more';

const token = (claims: Record<string, unknown> = {}): Promise<string> =>
  new SignJWT({ room: 'room', ...claims }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1m').sign(Buffer.from(SECRET));
const host = { role: 'host' };
const guest = { wait: true };

const start = (t: TestContext, options: ServeOptions = {}): Promise<Serving> =>
  startServer(t, { access: Access.fromSecret(SECRET), ...options });
const come = async (serving: Serving, claims: Record<string, unknown> = {}, query = {}): Promise<Client> =>
  Client.join(serving, { token: await token(claims), ...query });
const knock = async (serving: Serving, claims: Record<string, unknown> = {}): Promise<Client> => {
  const client = new Client(serving, { room: 'room', token: await token({ ...guest, ...claims }) });
  await client.next('waiting');
  return client;
};
const moderate = (client: Client, act: HostAct, to?: string): void =>
  client.say({ type: 'moderate', from: client.id, act, ...(to !== undefined && { to }) });
/** The last thing that the server told of how the room stands. */
const standingOf = async (client: Client): Promise<StandingMessage | undefined> =>
  ((await client.settle()) as unknown as StandingMessage[]).findLast(({ type }) => type === 'standing');
const attend = (client: Client): Promise<StandingMessage | undefined> => {
  client.say({ type: 'attend', from: client.id });
  return standingOf(client);
};
/** Whether a newcomer is sent away with this token. */
const isRefused = async (serving: Serving, shown: string): Promise<boolean> => {
  const client = new Client(serving, { room: 'room', token: shown });
  await client.opened();
  const outcome = await Promise.race([client.next('welcome').then(() => false), client.closed.then(() => true)]).catch(
    () => true,
  );
  if (!outcome) await client.leave();
  return outcome;
};
/** Asks until the room stands so. */
const attendUntil = async (client: Client, holds: (standing: StandingMessage) => boolean): Promise<StandingMessage> => {
  for (;;) {
    const standing = await attend(client);
    if (standing && holds(standing)) return standing;
  }
};

describe('Hosts', { timeout: 20_000 }, () => {
  it('are told apart by their token, and only to those who ask', async (t) => {
    const serving = await start(t);
    const [ada, bob] = [await come(serving, host), await come(serving)];
    assert.deepEqual(
      (await ada.settle()).map(({ type }) => type),
      ['joined'],
    );
    const standing = { type: 'standing', locked: false, hosts: [ada.id] };
    assert.deepEqual(await attend(ada), { ...standing, host: true, waiting: [] });
    assert.deepEqual(await attend(bob), { ...standing, host: false });
    await ada.leave();
    await bob.next('left');
    assert.deepEqual(await standingOf(bob), { ...standing, hosts: [], host: false });
  });

  it('are nobody where access is off, and nobody else is obeyed', async (t) => {
    const open = await startServer(t);
    const eve = await Client.join(open);
    moderate(eve, 'end');
    const { code, fatal } = await eve.next('error');
    assert.deepEqual({ code, fatal }, { code: 'not-allowed', fatal: false });
    const serving = await start(t);
    const [ada, bob] = [await come(serving, host), await come(serving, { role: 'Host' })];
    for (const act of ['lock', 'end', 'remove', 'admit', 'mute'] as const) moderate(bob, act, ada.id);
    for (const error of await bob.settle()) assert.equal(error.type === 'error' && error.code, 'not-allowed');
    assert.equal(serving.signaling.size.members, 2);
  });

  it('remove somebody, who can’t come back by key or by the same person’s token', async (t) => {
    const serving = await start(t);
    const [ada, bob] = [await come(serving, host), await come(serving, { sub: 'bob' })];
    await ada.next('joined');
    moderate(ada, 'remove', bob.id);
    assert.equal((await bob.end()).closeCode, 4410);
    assert.deepEqual(await ada.next('left'), { type: 'left', peer: bob.id, reason: 'removed' });
    const again = [
      { token: await token({ sub: 'bob' }) },
      { token: await token(), resume: bob.resume },
      { token: await token({ sub: 'bob', wait: true }) },
    ];
    for (const query of again) assert.equal((await Client.refused(serving, query)).error.code, 'removed');
    await come(serving, { sub: 'carol' });
    await ada.next('joined');
    moderate(ada, 'remove', ada.id);
    moderate(ada, 'remove', 'nobody');
    assert.deepEqual(await ada.settle(), []);
  });

  it('remove somebody also for those whose sockets are away meanwhile, as their links may live', async (t) => {
    const serving = await start(t);
    const [ada, bob, eve] = [await come(serving, host), await come(serving), await come(serving)];
    bob.vanish();
    await until(() => serving.signaling.size.members === 2);
    moderate(ada, 'remove', eve.id);
    await eve.end();
    const back = await come(serving, {}, { resume: bob.resume });
    assert.deepEqual(
      (await back.settle()).filter(({ type }) => type === 'left'),
      [{ type: 'left', peer: eve.id, reason: 'removed' }],
    );
    // Whoever comes for the first time has never heard of them.
    assert.deepEqual(await (await come(serving)).settle(), []);
  });

  it('lock the room: newcomers stay out, members come back by their key', async (t) => {
    const serving = await start(t);
    const [ada, bob] = [await come(serving, host), await come(serving)];
    moderate(ada, 'lock');
    assert.equal((await attend(ada))?.locked, true);
    const { error, closeCode } = await Client.refused(serving, { token: await token() });
    assert.deepEqual([error.code, closeCode], ['room-locked', 4423]);
    bob.vanish();
    const back = await come(serving, {}, { resume: bob.resume });
    assert.equal(back.id, bob.id);
    await come(serving, host);
    await back.leave();
    assert.equal((await Client.refused(serving, { token: await token(), resume: bob.resume })).error.code, 'room-locked');
    moderate(ada, 'unlock');
    assert.equal((await attend(ada))?.locked, false);
    await come(serving);
  });

  it('keep the room locked while everybody is lost, and open it by leaving', async (t) => {
    const serving = await start(t);
    const ada = await come(serving, host);
    moderate(ada, 'lock');
    await ada.settle();
    ada.vanish();
    await until(() => serving.signaling.size.sockets === 0);
    assert.deepEqual(serving.signaling.size, { sockets: 0, rooms: 0, members: 0, addresses: 0 });
    assert.equal((await Client.refused(serving, { token: await token() })).error.code, 'room-locked');
    const back = await come(serving, host, { resume: ada.resume });
    assert.equal((await attend(back))?.locked, true);
    await back.leave();
    await come(serving);
  });

  it('stay hosts, and guests guests, when a socket breaks after their token has expired', async (t) => {
    const serving = await start(t);
    // Within what the clocks of two machines may differ by, so good for 4 more seconds.
    const expiring = (claims: Record<string, unknown>): Promise<string> =>
      new SignJWT({ room: 'room', ...claims })
        .setProtectedHeader({ alg: 'HS256' })
        .setExpirationTime(Math.floor(Date.now() / 1000) - 1)
        .sign(Buffer.from(SECRET));
    const [own, other] = [await expiring({ ...host, name: 'Ada' }), await expiring({ ...host, name: 'Eve' })];
    const ada = await Client.join(serving, { token: own });
    const bob = await come(serving);
    const refusal = async (query: Record<string, string>): Promise<string> =>
      (await Client.refused(serving, query)).error.message;
    // The clock goes on: nobody gets in with it for the first time.
    while ((await isRefused(serving, own)) === false) await new Promise((resolve) => setTimeout(resolve, 100));
    ada.vanish();
    await until(() => serving.signaling.size.sockets === 1);
    const back = await Client.join(serving, { token: own, resume: ada.resume });
    assert.equal(back.id, ada.id);
    assert.equal((await attend(back))?.host, true);
    // Neither by the key of somebody else, nor by another token, nor after one has left.
    assert.equal(await refusal({ token: own, resume: bob.resume }), 'token: expired');
    assert.equal(await refusal({ token: other, resume: ada.resume }), 'token: expired');
    await back.leave();
    assert.equal(await refusal({ token: own, resume: ada.resume }), 'token: expired');
  });

  it('ask one or all to mute; only those who attend are asked', async (t) => {
    const serving = await start(t);
    const [ada, bob, carol] = [await come(serving, host), await come(serving), await come(serving)];
    await attend(bob);
    const asked = async (client: Client): Promise<unknown[]> =>
      ((await client.settle()) as unknown as MuteRequestMessage[]).filter(({ type }) => type === 'mute-request');
    moderate(ada, 'mute', bob.id);
    await ada.settle();
    assert.deepEqual(await asked(bob), [{ type: 'mute-request', by: ada.id }]);
    moderate(ada, 'mute');
    await ada.settle();
    assert.equal((await asked(bob)).length, 1);
    assert.deepEqual(await asked(carol), []);
  });

  it('end the call for all, those who wait included', async (t) => {
    const serving = await start(t);
    const [ada, bob] = [await come(serving, host), await come(serving)];
    const eve = await knock(serving);
    moderate(ada, 'end');
    for (const client of [ada, bob, eve]) {
      const { error, closeCode } = await client.end();
      assert.deepEqual([error.code, closeCode], ['ended', 4411]);
    }
    await until(() => serving.signaling.size.sockets === 0);
    assert.deepEqual(serving.signaling.size, { sockets: 0, rooms: 0, members: 0, addresses: 0 });
  });
});

describe('A waiting room', { timeout: 20_000 }, () => {
  it('keeps a newcomer out of the room until a host lets them in', async (t) => {
    const serving = await start(t);
    const ada = await come(serving, host);
    await attend(ada);
    const eve = await knock(serving);
    eve.say(hello('eve', 'Eve'));
    eve.say(hello('eve', 'Somebody else'));
    eve.say(offer('eve', 'link'));
    eve.say({ type: 'attend', from: 'eve' });
    assert.deepEqual(await eve.settle(), []);
    const standing = await standingOf(ada);
    const [waiting] = standing?.waiting ?? [];
    assert.equal(waiting?.name, 'Eve');
    assert.equal(serving.signaling.size.members, 1);
    moderate(ada, 'admit', waiting.id);
    const welcome = await eve.next('welcome');
    assert.equal(welcome.id, waiting.id);
    assert.deepEqual(
      welcome.peers.map(({ id }) => id),
      [ada.id],
    );
    assert.deepEqual(
      (await ada.settle()).find(({ type }) => type === 'joined'),
      {
        type: 'joined',
        peer: { id: waiting.id, name: 'Eve' },
      },
    );
    // Once in, they come back without being asked again.
    eve.vanish();
    await come(serving, guest, { resume: welcome.resume });
  });

  it('is passed by those who were let in once, also when everybody was lost meanwhile', async (t) => {
    const serving = await start(t);
    const ada = await come(serving, host);
    const eve = await knock(serving, { name: 'Eve' });
    const [waiting] = (await attendUntil(ada, (standing) => standing.waiting?.length === 1)).waiting ?? [];
    moderate(ada, 'admit', waiting?.id);
    const { resume } = await eve.next('welcome');
    ada.vanish();
    eve.vanish();
    await until(() => serving.signaling.size.sockets === 0);
    const back = await come(serving, guest, { resume });
    await back.leave();
    await knock(serving);
    const again = new Client(serving, { room: 'room', token: await token(guest), resume });
    await again.next('waiting');
  });

  it('may be entered before a host is there, outlasts a host’s socket, and ends when a host says no', async (t) => {
    const serving = await start(t);
    const eve = await knock(serving, { name: 'Eve' });
    const ada = await come(serving, host);
    const [waiting] = (await attendUntil(ada, (standing) => standing.waiting?.length === 1)).waiting ?? [];
    assert.deepEqual(waiting, { id: waiting?.id, name: 'Eve', trusted: true });
    ada.vanish();
    await until(() => serving.signaling.size.members === 0);
    const back = await come(serving, host, { resume: ada.resume });
    assert.equal((await attend(back))?.waiting?.length, 1);
    moderate(back, 'refuse', waiting.id);
    const { error, closeCode } = await eve.end();
    assert.deepEqual([error.code, closeCode], ['refused-entry', 4412]);
    assert.deepEqual((await attend(back))?.waiting, []);
  });

  it('is bounded in number and time, and nothing of it stays behind', async (t) => {
    const serving = await start(t, { limits: { maxWaiting: 1, waitTimeoutMs: 100, idleTimeoutMs: 200 } });
    const eve = await knock(serving);
    const beat = setInterval(() => eve.say({ type: 'ping' }), 20);
    t.after(() => clearInterval(beat));
    assert.equal((await Client.refused(serving, { token: await token(guest) })).error.code, 'room-full');
    assert.equal((await eve.end()).error.code, 'refused-entry');
    clearInterval(beat);
    const mallory = await knock(serving);
    mallory.vanish();
    await until(() => serving.signaling.size.sockets === 0);
    assert.deepEqual(serving.signaling.size, { sockets: 0, rooms: 0, members: 0, addresses: 0 });
  });

  it('keeps somebody whose page sleeps, but not one who has vanished', async (t) => {
    const serving = await start(t, { limits: { idleTimeoutMs: 2000 } });
    // A browser answers pings of the server although no timer of the page comes in time.
    const eve = await knock(serving);
    const gone = new Client(serving, { room: 'room', token: await token(guest) }, { autoPong: false });
    assert.equal((await gone.end()).error.code, 'idle');
    assert.equal(eve.socket.readyState, eve.socket.OPEN);
  });

  it('keeps somebody waiting as long as the room is full, and tells the host so', async (t) => {
    const serving = await start(t, { limits: { maxRoomSize: 1 } });
    const ada = await come(serving, host);
    const eve = await knock(serving, { name: 'Eve' });
    const [waiting] = (await attend(ada))?.waiting ?? [];
    moderate(ada, 'admit', waiting?.id);
    assert.equal((await ada.next('error')).code, 'room-full');
    assert.equal((await attend(ada))?.waiting?.length, 1);
    await eve.leave();
    assert.deepEqual((await attendUntil(ada, (standing) => standing.waiting?.length === 0)).waiting, []);
  });
});
