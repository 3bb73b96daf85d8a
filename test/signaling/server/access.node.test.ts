import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, it } from 'node:test';
import { SignJWT, UnsecuredJWT } from 'jose';
import { Access, type PhoneRights } from '../../../signaling/server/index.js';
import { newIdentity } from '../../../signaling/server/identity.js';
import { candidate, Client, hello, startServer } from './support/client.js';

const SECRET = 'a secret of thirty-two bytes or more';
const access = Access.fromSecret(SECRET);

interface Signing {
  key?: KeyObject | Uint8Array;
  alg?: string;
  expires?: string | null;
}

function sign(claims: Record<string, unknown>, signing: Signing = {}): Promise<string> {
  const { key = Buffer.from(SECRET), alg = 'HS256', expires = '1m' } = signing;
  const jwt = new SignJWT(claims).setProtectedHeader({ alg });
  return (expires === null ? jwt : jwt.setExpirationTime(expires)).sign(key);
}

const pem = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString();

describe('Access', () => {
  it('lets in by a room, by one of several, and by any', async () => {
    for (const room of ['a', ['b', 'a'], '*', ['*']]) assert.deepEqual(await access.check(await sign({ room }), 'a'), {});
  });

  it('tells the name that the token decides', async () => {
    assert.deepEqual(await access.check(await sign({ room: 'a', name: 'Ada 👩‍🚀' }), 'a'), { name: 'Ada 👩‍🚀' });
  });

  it('lets into a phone room whoever may call there or be called, and tells which', async () => {
    const cases: [claims: Record<string, unknown>, rights: PhoneRights][] = [
      [{ phone: 'desk' }, { mayBeCalled: true, mayCall: false, names: ['desk'] }],
      [{ phone: ['ada', 'desk', 7] }, { mayBeCalled: true, mayCall: false, names: ['ada', 'desk'] }],
      [{ call: 'desk' }, { mayBeCalled: false, mayCall: true, names: [] }],
      [
        { call: ['shop', 'desk'], phone: 'bob' },
        { mayBeCalled: false, mayCall: true, names: ['bob'] },
      ],
      [{ call: '*' }, { mayBeCalled: false, mayCall: true, names: [] }],
      [
        { call: '*', phone: 'desk' },
        { mayBeCalled: true, mayCall: true, names: ['desk'] },
      ],
    ];
    for (const [claims, phone] of cases) assert.deepEqual(await access.check(await sign(claims), 'phone:desk'), { phone });
    const named = await sign({ call: 'desk', name: 'Ada' });
    assert.equal((await access.check(named, 'phone:desk')).name, 'Ada');
  });

  it('lets nobody into a phone room for a room, nor into a room for a phone', async () => {
    const elsewhere = { code: 'unauthorized', message: 'token: not for this room' };
    const cases: Record<string, unknown>[] = [
      { room: '*' },
      { room: ['phone:desk', 'desk'] },
      { call: 'Desk', phone: 'desk2' },
      { phone: '*' },
      { call: { desk: true } },
      {},
    ];
    for (const claims of cases) await assert.rejects(access.check(await sign(claims), 'phone:desk'), elsewhere);
    const toCall = await sign({ room: 'a', call: '*', phone: 'desk' });
    await assert.rejects(access.check(toCall, 'desk'), elsewhere);
    const noRoom = await sign({ call: '*', phone: 'desk' });
    await assert.rejects(access.check(noRoom, 'desk'), { code: 'unauthorized', message: 'token: not valid' });
  });

  it('refuses what is not right, and says no more than which part', async () => {
    const cases: [token: string | undefined, message: string][] = [
      [undefined, 'token: missing'],
      ['', 'token: missing'],
      ['junk', 'token: not valid'],
      [await sign({ room: 'a' }, { expires: '-1m' }), 'token: expired'],
      [await sign({ room: 'a' }, { expires: null }), 'token: not valid'],
      [await sign({}), 'token: not valid'],
      [await sign({ room: 'b' }), 'token: not for this room'],
      [await sign({ room: ['b', 1, null] }), 'token: not for this room'],
      [await sign({ room: { a: true } }), 'token: not for this room'],
      [await sign({ room: 'a' }, { key: Buffer.from('another secret of thirty-two bytes') }), 'token: not valid'],
      [await sign({ room: 'a' }, { alg: 'HS512', key: Buffer.from(SECRET.repeat(2)) }), 'token: not valid'],
      [new UnsecuredJWT({ room: 'a' }).setExpirationTime('1m').encode(), 'token: not valid'],
      [await sign({ room: 'a', name: 'x'.repeat(65) }), 'token: its name must be text of 1 to 64 characters'],
      [await sign({ room: 'a', name: 7 }), 'token: its name must be text of 1 to 64 characters'],
    ];
    for (const [token, message] of cases) await assert.rejects(access.check(token, 'a'), { code: 'unauthorized', message });
  });

  it('takes the tokens of an RSA, a P-256 and an Ed25519 key', async () => {
    const pairs = {
      RS256: generateKeyPairSync('rsa', { modulusLength: 2048 }),
      ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
      EdDSA: generateKeyPairSync('ed25519'),
    };
    for (const [alg, { publicKey, privateKey }] of Object.entries(pairs)) {
      const token = await sign({ room: 'a' }, { alg, key: privateKey });
      assert.deepEqual(await Access.fromPublicKey(pem(publicKey)).check(token, 'a'), {});
      await assert.rejects(access.check(token, 'a'), { code: 'unauthorized' });
    }
  });

  it('takes no token that uses the public key as a secret', async () => {
    const text = pem(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey);
    const forged = await sign({ room: 'a' }, { key: Buffer.from(text) });
    await assert.rejects(Access.fromPublicKey(text).check(forged, 'a'), { code: 'unauthorized' });
  });

  it('refuses a key that is none', () => {
    assert.throws(() => Access.fromSecret('short'), /5 bytes; at least 32/);
    assert.throws(() => Access.fromPublicKey('junk'), /not a public key in PEM form/);
    const curve = pem(generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey);
    assert.throws(() => Access.fromPublicKey(curve), /not a key for RS256, ES256 or EdDSA/);
  });
});

describe('A server with access control', { timeout: 60_000 }, () => {
  it('refuses for good whoever brings no right token', async (t) => {
    const serving = await startServer(t, { access });
    const [elsewhere, expired] = [await sign({ room: 'elsewhere' }), await sign({ room: 'room' }, { expires: '-1m' })];
    for (const query of [{}, { token: elsewhere }, { token: expired }]) {
      const { error, closeCode } = await Client.refused(serving, query);
      assert.deepEqual([error.code, error.fatal, closeCode], ['unauthorized', true, 4401]);
    }
    assert.equal(serving.signaling.size.rooms, 0);
  });

  it('tells everybody the name of the token, whatever the client says', async (t) => {
    const serving = await startServer(t, { access });
    const bob = await Client.join(serving, { token: await sign({ room: '*' }) });
    const ada = await Client.join(serving, { token: await sign({ room: 'room', name: 'Ada' }) });
    assert.equal(ada.welcome.name, 'Ada');
    assert.equal('name' in bob.welcome, false);
    assert.deepEqual((await bob.next('joined')).peer, { id: ada.id, name: 'Ada', trusted: true });
    ada.say(hello(ada.id, 'Mallory'));
    assert.deepEqual(await bob.next('hello'), hello(ada.id, 'Ada'));
    const eve = await Client.join(serving, { token: await sign({ room: 'room' }) });
    assert.deepEqual(eve.welcome.peers, [
      { id: bob.id, name: '' },
      { id: ada.id, name: 'Ada', trusted: true },
    ]);
  });

  it('loses and reorders nothing that comes before the token is checked', async (t) => {
    const serving = await startServer(t, { access, limits: { messageBurst: 1000 } });
    const token = await sign({ room: 'room' });
    const bob = await Client.join(serving, { token });
    const { id, resume } = newIdentity();
    const ada = new Client(serving, { room: 'room', token, resume });
    await ada.opened();
    const early = Array.from({ length: 500 }, (_, i) => candidate(id, bob.id, String(i)));
    for (const message of early) ada.say(message);
    await ada.next('welcome');
    await ada.settle();
    await bob.next('joined');
    assert.deepEqual(await bob.settle(), early);
  });

  it('survives clients that go or send junk while their token is checked', async (t) => {
    const serving = await startServer(t, { access });
    const token = await sign({ room: 'room' });
    const clients = Array.from({ length: 20 }, () => new Client(serving, { room: 'room', token }));
    await Promise.all(
      clients.map(async (client, index) => {
        await client.opened();
        client.socket.send('junk');
        if (index % 2) client.vanish();
        else client.socket.close(1000);
        await client.closed;
      }),
    );
    const ada = await Client.join(serving, { token });
    await ada.leave();
  });
});
