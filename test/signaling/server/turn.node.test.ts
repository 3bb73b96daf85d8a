import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { BOUNDS, checkMessage, CLIENT, type IceServerInit } from '../../../signaling/protocol/index.js';
import { Access, Turn, TURN_TTL, type Log } from '../../../signaling/server/index.js';
import { IceSupply } from '../../../signaling/server/ice-supply.js';
import { Client, startServer } from './support/client.js';

const SECRET = 'a secret of twenty bytes or more';
const URLS = ['turn:turn.example.com?transport=udp', 'turns:turn.example.com:443?transport=tcp'];
const STUN = { urls: 'stun:stun.example.com' };

const expiryOf = ({ username = '' }: IceServerInit): number => Number(username.split(':')[0]);
const last = (servers: readonly IceServerInit[] | undefined): IceServerInit => {
  const server = servers?.at(-1);
  assert.ok(server);
  return server;
};

describe('Turn', () => {
  it('mints what OpenSSL computes for the same secret and name', () => {
    // printf '1700003600:alice' | openssl dgst -sha1 -hmac 'a secret of twenty bytes or more' -binary | base64
    assert.deepEqual(new Turn({ urls: URLS, secret: SECRET }).credentialFor('alice', 1_700_000_000_999), {
      urls: URLS,
      username: '1700003600:alice',
      credential: 'uHYHlvgtC38k32DQXoAhWaZPsvA=',
    });
  });

  it('lets a credential expire when it says', () => {
    const turn = new Turn({ urls: URLS, secret: SECRET, ttlSeconds: 60 });
    const earliest = Math.floor(Date.now() / 1000) + 60;
    const expiry = expiryOf(turn.credentialFor('alice'));
    assert.ok(expiry >= earliest && expiry <= Math.floor(Date.now() / 1000) + 60);
  });

  it('mints what clients take', () => {
    const iceServers = [new Turn({ urls: URLS, secret: SECRET, ttlSeconds: TURN_TTL.max }).credentialFor('x'.repeat(BOUNDS.id))];
    assert.equal(checkMessage({ type: 'ice-servers', iceServers }, CLIENT).ok, true);
  });

  it('names the time to live that is out of range', () => {
    for (const ttlSeconds of [TURN_TTL.min - 1, TURN_TTL.max + 1, 60.5, NaN]) {
      const message = `ttlSeconds: ${ttlSeconds} is not a whole number from 10 to 86400`;
      assert.throws(() => new Turn({ urls: URLS, secret: SECRET, ttlSeconds }), { name: 'RangeError', message });
    }
    for (const ttlSeconds of [TURN_TTL.min, TURN_TTL.max]) new Turn({ urls: URLS, secret: SECRET, ttlSeconds });
  });

  it('refuses a secret that is too short, and does not tell it', () => {
    const message = 'the secret has 19 bytes; at least 20 are needed';
    assert.throws(() => new Turn({ urls: URLS, secret: 'nineteen bytes: ö.' }), { name: 'TypeError', message });
  });

  it('takes the URLs that browsers take, and says what is wrong with others', () => {
    const good = [
      'turn:a',
      'turn:a.example:3478',
      'turns:a.example:443?transport=tcp',
      'turn:192.0.2.1',
      'turn:[2001:db8::1]:80',
    ];
    assert.deepEqual(new Turn({ urls: good, secret: SECRET }).urls, good);
    const noUrl = /^".*" is not a TURN URL such as turn:turn\.example\.com or turns:turn\.example\.com:443\?transport=tcp$/;
    const cases: [url: string, message: RegExp][] = [
      ...['', 'stun:a', 'turn:', 'turn://a', 'TURN:a', 'turn:a:0', 'turn:a:65536', 'turn:a?transport=tls'].map(
        (url): [string, RegExp] => [url, noUrl],
      ),
      ...['turn:user@a', 'turn:a b', 'turn:a?transport=udp&x', `turn:${'a'.repeat(BOUNDS.text)}`].map((url): [string, RegExp] => [
        url,
        noUrl,
      ]),
      ['turns:a?transport=udp', /^"turns:a\?transport=udp" is of no use: browsers speak turns: over TCP alone$/],
    ];
    for (const [url, message] of cases) {
      assert.throws(() => new Turn({ urls: ['turn:a', url], secret: SECRET }), { name: 'TypeError', message }, url);
    }
    for (const urls of [[], Array<string>(17).fill('turn:a')]) {
      assert.throws(() => new Turn({ urls, secret: SECRET }), { message: 'not 1 to 16 URLs' });
    }
  });

  it('keeps its secret, however it is looked at', () => {
    const turn = new Turn({ urls: URLS, secret: SECRET });
    const looks = [JSON.stringify(turn), inspect(turn, { depth: 9, showHidden: true })];
    for (const look of looks) assert.ok(!look.includes(SECRET) && !look.includes(Buffer.from(SECRET).toString('hex')));
  });
});

describe('IceSupply', () => {
  const turn = new Turn({ urls: URLS, secret: SECRET, ttlSeconds: 600 });

  it('adds the TURN server to those that are the same for everybody', () => {
    assert.equal(new IceSupply(undefined, undefined).serversFor('a'), undefined);
    assert.deepEqual(new IceSupply([], undefined).serversFor('a'), []);
    assert.deepEqual(new IceSupply([STUN], turn).serversFor('a')?.[0], STUN);
    assert.match(last(new IceSupply([STUN], turn).serversFor('a')).username ?? '', /^\d+:a$/);
    assert.equal(new IceSupply(undefined, turn).serversFor('a')?.length, 1);
  });

  it('has no more servers than clients take', () => {
    assert.throws(() => new IceSupply(Array<IceServerInit>(16).fill(STUN), turn), {
      name: 'RangeError',
      message: '17 ICE servers; clients take 16',
    });
  });

  it('renews at another moment for each, between half and two thirds of the time to live', () => {
    const supply = new IceSupply(undefined, turn);
    const moments = Array.from({ length: 200 }, () => supply.renewalMs());
    for (const moment of moments) assert.ok(moment >= 300_000 && moment <= 400_000, String(moment));
    assert.ok(Math.max(...moments) - Math.min(...moments) > 50_000);
    assert.ok(400_000 + supply.graceMs <= 600_000);
    assert.equal(new IceSupply([STUN], undefined).renewalMs(), Infinity);
  });
});

/** A log that keeps every line. */
function listen(): { log: Log; lines: string[] } {
  const lines: string[] = [];
  const write = (fields: object, message: string): void =>
    void lines.push(`${message} ${JSON.stringify(fields)} ${inspect(fields)}`);
  return { log: { error: write, warn: write, info: write, debug: write }, lines };
}

describe('A server with a TURN server', { timeout: 60_000, concurrency: true }, () => {
  const turnOf = (secret: string, ttlSeconds?: number): Turn =>
    new Turn({ urls: URLS, secret, ...(ttlSeconds !== undefined && { ttlSeconds }) });

  it('welcomes each with a credential of their own, that names nobody', async (t) => {
    const serving = await startServer(t, { iceServers: [STUN], turn: turnOf(SECRET) });
    const [ada, bob] = [await Client.join(serving), await Client.join(serving)];
    for (const { id, welcome } of [ada, bob]) {
      const [stun, turn] = welcome.iceServers ?? [];
      assert.deepEqual(stun, STUN);
      assert.deepEqual(turn, turnOf(SECRET).credentialFor(id, (expiryOf(last(welcome.iceServers)) - TURN_TTL.default) * 1000));
    }
    // The name is the same when they come back, so that coturn's quota counts them once.
    const again = await Client.join(serving, { resume: ada.resume });
    assert.equal(last(again.welcome.iceServers).username?.split(':')[1], ada.id);
  });

  it('gives everybody fresh ones before theirs expire, again and again', async (t) => {
    const serving = await startServer(t, { iceServers: [STUN], turn: turnOf(SECRET, TURN_TTL.min) });
    const people = await Promise.all([1, 2, 3].map((room) => Client.join(serving, { room: String(room) })));
    const stayAlive = setInterval(() => people.forEach(({ socket }) => socket.ping()), 1000);
    t.after(() => clearInterval(stayAlive));
    await Promise.all(
      people.map(async (person) => {
        let before = expiryOf(last(person.welcome.iceServers));
        for (let time = 0; time < 2; time += 1) {
          const { iceServers } = await person.next('ice-servers');
          assert.ok(Date.now() < before * 1000, 'not before it was too late');
          assert.deepEqual(iceServers[0], STUN);
          assert.equal(last(iceServers).username?.split(':')[1], person.id);
          assert.ok(expiryOf(last(iceServers)) > before);
          before = expiryOf(last(iceServers));
        }
      }),
    );
  });

  it('gives none to whoever is refused', async (t) => {
    const access = Access.fromSecret('another secret, of thirty-two bytes');
    const serving = await startServer(t, { access, turn: turnOf(SECRET) });
    const stranger = new Client(serving, { room: 'room' });
    const heard: string[] = [];
    stranger.socket.on('message', (data) => heard.push((data as Buffer).toString()));
    await stranger.closed;
    assert.equal(heard.length, 1);
    assert.ok(!heard.join().includes('turn:'));
  });

  it('shows its secret nowhere: not to a client, not in the log, not in the metrics', async (t) => {
    const { log, lines } = listen();
    const serving = await startServer(t, { log, turn: turnOf(SECRET, TURN_TTL.min) });
    const ada = await Client.join(serving);
    const fresh = await ada.next('ice-servers');
    ada.say({ type: 'offer' });
    const error = await ada.next('error');
    await ada.leave();
    const metrics = await (await fetch(`http://127.0.0.1:${serving.port}/metrics`)).text();
    const told = [JSON.stringify([ada.welcome, fresh, error]), metrics, lines.join('\n')];
    for (const text of told) assert.ok(!text.includes(SECRET));
    // What the log must not have either: with a credential, whoever reads it could use the TURN server.
    const credentials = [ada.welcome.iceServers, fresh.iceServers].map((servers) => last(servers).credential ?? '');
    for (const credential of credentials) assert.ok(!lines.join('\n').includes(credential));
    assert.ok(lines.some((line) => line.startsWith('access is off: anybody gets a TURN credential')));
    assert.ok(lines.some((line) => line.startsWith('TURN credential renewed')));
  });
});
