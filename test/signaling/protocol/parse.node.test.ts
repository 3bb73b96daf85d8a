import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  BOUNDS,
  CHANNEL_END,
  checkMessage,
  CLIENT,
  parseMessage,
  PHONE_LINE,
  SERVER,
  SERVER_ERRORS,
  type Receiver,
} from '../../../signaling/protocol/index.js';

const SIDES = ['client', 'line', 'server', 'channel'] as const;
type Side = (typeof SIDES)[number];
const RECEIVERS: Record<Side, Receiver<object>> = { client: CLIENT, line: PHONE_LINE, server: SERVER, channel: CHANNEL_END };

const sdp = 'v=0\r\n';
const relayed = { from: 'a', to: 'b' };
const RELAYED: readonly Record<string, unknown>[] = [
  { type: 'hello', ...relayed, room: 'r', v: 1, name: 'Ada' },
  { type: 'offer', ...relayed, room: 'r', link: 'l', sdp },
  { type: 'answer', ...relayed, room: 'r', link: 'l', sdp },
  {
    type: 'candidate',
    ...relayed,
    room: 'r',
    link: 'l',
    candidate: { candidate: 'candidate:1', sdpMid: '0', sdpMLineIndex: 0, usernameFragment: 'u' },
  },
  { type: 'bye', ...relayed, room: 'r' },
];
const call = { ...relayed, room: 'r', call: 'c' };
const RINGING: readonly Record<string, unknown>[] = [
  { type: 'available', ...relayed, room: 'r', status: 'away' },
  {
    type: 'invite',
    ...call,
    name: 'Ada',
    user: 'ada',
    trusted: true,
    audio: true,
    video: false,
    subject: 'Order 12',
    offer: { link: 'l', sdp },
  },
  { type: 'ringing', ...call, link: 'l' },
  { type: 'accept', ...call, name: 'Bob', trusted: true, video: true, link: 'l' },
  { type: 'decline', ...call, reason: 'declined', text: 'Later', final: true },
  { type: 'accepted', ...call, by: 'b' },
  { type: 'end', ...call, reason: 'hung-up' },
];
const FROM_SERVER: readonly Record<string, unknown>[] = [
  {
    type: 'welcome',
    v: 1,
    id: 'a',
    resume: 'k',
    peers: [{ id: 'b', name: 'Bob', trusted: true }],
    name: 'Ada',
    iceServers: [{ urls: ['turn:t'], username: 'u', credential: 'c' }],
  },
  { type: 'ice-servers', iceServers: [{ urls: 'turn:t', username: 'u', credential: 'c' }] },
  { type: 'joined', peer: { id: 'b', name: 'Bob', trusted: false }, link: 'l' },
  { type: 'left', peer: 'b', reason: 'lost' },
  { type: 'pong' },
  { type: 'error', code: 'room-full', message: 'm', fatal: true },
];
/** One honest message of each type with every field, by who may read it. */
const HONEST: Record<Side, readonly Record<string, unknown>[]> = {
  client: [...RELAYED, ...FROM_SERVER],
  line: [...RELAYED, ...FROM_SERVER, ...RINGING, { type: 'refused', call: 'c', reason: 'unavailable' }],
  server: [...RELAYED, ...RINGING, { type: 'ping' }],
  channel: [{ type: 'state', name: 'Ada', audio: true, video: false }, { type: 'view', width: 4, height: 3 }, { type: 'bye' }],
};
const ALL = SIDES.flatMap((side) => HONEST[side].map((message) => ({ side, message })));
const TYPES = [...new Set(ALL.map(({ message }) => message['type']))];

/** Each path of a message's fields, such as `candidate.sdpMid`; items of lists are not fields. */
function pathsOf(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => [prefix + name, ...pathsOf(inner, `${prefix}${name}.`)]);
}
const KNOWN_PATHS = new Map(SIDES.map((side) => [side, allowedPaths(side)]));
function allowedPaths(side: Side): Map<unknown, Set<string>> {
  return new Map(HONEST[side].map((message) => [message['type'], new Set(pathsOf(message))]));
}

/** Strings in a message and in all that it holds. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** What must hold of whatever any parser lets through. */
function assertSound(side: Side, message: object): void {
  assert.equal(Object.getPrototypeOf(message), Object.prototype);
  const known = KNOWN_PATHS.get(side)?.get((message as { type: unknown }).type);
  assert.ok(known, 'a type that this side does not read');
  for (const path of pathsOf(message)) assert.ok(known.has(path), `unknown field ${path}`);
  for (const text of textsOf(message)) {
    assert.ok(text.length <= BOUNDS.sdp);
    assert.ok(!/\p{Surrogate}/u.test(text), 'a lone surrogate');
  }
  const { from, to, link, name, room, peers } = message as Record<string, unknown>;
  for (const id of [from, to, link]) if (id !== undefined) assert.ok(typeof id === 'string' && /^[\w-]{1,64}$/.test(id));
  if (name !== undefined) assert.ok(typeof name === 'string' && name.length <= BOUNDS.name);
  if (room !== undefined) assert.ok(typeof room === 'string' && room.length >= 1 && room.length <= BOUNDS.room);
  if (peers !== undefined) assert.ok(Array.isArray(peers) && peers.length <= BOUNDS.peers);
}

function assertParses(data: unknown): void {
  for (const side of SIDES) {
    const parsed = parseMessage(data, RECEIVERS[side]);
    if (parsed.ok) assertSound(side, parsed.message);
    else assert.ok(parsed.reason.length > 0 && parsed.reason.length <= BOUNDS.text, 'a reason fit to be sent');
  }
}

const NASTY_TEXT = [
  '',
  '__proto__',
  'constructor',
  '<img src=x onerror=alert(1)>',
  '\ud800',
  'a\udc00b',
  '\0',
  '\u2028',
  '👩‍🚀',
  'x'.repeat(65),
  'x'.repeat(BOUNDS.sdp + 1),
];
const nastyText = fc.constantFrom(...NASTY_TEXT);
const anything = fc.oneof(fc.jsonValue(), nastyText, fc.double(), fc.constantFrom(null, -1, 1.5, 1e308, [], {}, [[[]]]));
const KNOWN_NAMES = ALL.flatMap(({ message }) => Object.keys(message));
const fieldName = fc.oneof(fc.constantFrom(...KNOWN_NAMES, '__proto__', 'toString'), fc.string());
/** An honest message with some fields replaced, added or left out. */
const mutated = fc
  .tuple(fc.constantFrom(...ALL), fc.array(fc.tuple(fieldName, fc.option(anything)), { maxLength: 4 }))
  .map(([{ message }, changes]) => {
    const copy = new Map(Object.entries(message));
    for (const [name, value] of changes) value === null ? copy.delete(name) : copy.set(name, value);
    return `{${[...copy].map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join()}}`;
  });

describe('parseMessage', () => {
  it('reads every honest message whole, and only on the side it is for', () => {
    for (const { side, message } of ALL) {
      assert.deepEqual(parseMessage(JSON.stringify(message), RECEIVERS[side]), { ok: true, message });
      const others = SIDES.filter((other) => !KNOWN_PATHS.get(other)?.has(message['type']));
      for (const other of others) {
        assert.deepEqual(parseMessage(JSON.stringify(message), RECEIVERS[other]), { ok: false, reason: 'type: unknown' });
      }
    }
  });

  it('does not miss an optional field', () => {
    for (const optional of ['to', 'room']) {
      const { [optional]: _, ...message } = { type: 'offer', ...relayed, room: 'r', link: 'l', sdp } as Record<string, unknown>;
      assert.deepEqual(parseMessage(JSON.stringify(message), SERVER), { ok: true, message });
    }
  });

  it('drops fields that it does not know, at any depth', () => {
    const [state] = HONEST.channel;
    const ping = '{"type":"ping","__proto__":{"a":1},"extra":{"b":[2]}}';
    assert.deepEqual(parseMessage(ping, SERVER), { ok: true, message: { type: 'ping' } });
    assert.deepEqual(checkMessage({ ...state, extra: 1 }, CHANNEL_END), { ok: true, message: state });
    const candidate = { candidate: '', extra: 1 };
    const message = { type: 'candidate', ...relayed, link: 'l', candidate };
    const kept = { ...message, candidate: { candidate: '' } };
    assert.deepEqual(parseMessage(JSON.stringify(message), SERVER), { ok: true, message: kept });
  });

  it('names the field that does not fit', () => {
    const cases: [data: unknown, reason: string][] = [
      [new Uint8Array(2), 'not a text frame'],
      [undefined, 'not a text frame'],
      ['x'.repeat(BOUNDS.frame + 1), 'longer than 65536'],
      ['', 'not JSON'],
      ['{"type":"ping"', 'not JSON'],
      ['null', 'not an object'],
      ['[{"type":"ping"}]', 'not an object'],
      ['{}', 'type: unknown'],
      ['{"type":"__proto__"}', 'type: unknown'],
      ['{"type":["ping"]}', 'type: unknown'],
      ['{"type":"bye"}', 'bye.from: missing'],
      ['{"type":"bye","from":"a b"}', 'bye.from: wrong type or out of bounds'],
      ['{"type":"bye","from":"a\\n"}', 'bye.from: wrong type or out of bounds'],
      ['{"type":"bye","from":"a","to":null}', 'bye.to: wrong type or out of bounds'],
      ['{"type":"hello","from":"a","v":1,"name":"\\ud800"}', 'hello.name: wrong type or out of bounds'],
      ['{"type":"answer","from":"a","link":"l","sdp":"v=0"}', 'answer.to: missing'],
      ['{"type":"candidate","from":"a","to":"b","link":"l","candidate":{}}', 'candidate.candidate.candidate: missing'],
      ['{"type":"candidate","from":"a","to":"b","link":"l","candidate":[]}', 'candidate.candidate.not an object'],
    ];
    for (const [data, reason] of cases) assert.deepEqual(parseMessage(data, SERVER), { ok: false, reason });
  });

  it('takes the last of duplicate fields, as JSON.parse does everywhere', () => {
    const parsed = parseMessage('{"type":"ping","from":"x","type":"bye","from":"y"}', SERVER);
    assert.deepEqual(parsed, { ok: true, message: { type: 'bye', from: 'y' } });
  });

  it('survives nesting as deep as a frame holds', () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const depth = Math.floor(BOUNDS.frame / (open.length + close.length)) - 1;
      assertParses(open.repeat(depth) + '1' + close.repeat(depth));
      assertParses(open.repeat(BOUNDS.frame));
      const nested = open.repeat(5000) + '1' + close.repeat(5000);
      assertParses(`{"type":"ping","deep":${nested}}`);
      assertParses(`{"type":"bye","from":${nested}}`);
    }
  });

  it('knows the code of every refusal', () => {
    for (const code of Object.keys(SERVER_ERRORS)) {
      assert.equal(parseMessage(JSON.stringify({ type: 'error', code, message: '', fatal: false }), CLIENT).ok, true);
    }
    // One of a later version, too: its close code tells what to do.
    assert.equal(parseMessage('{"type":"error","code":"room-locked","message":"","fatal":true}', CLIENT).ok, true);
  });

  it('never throws, and lets nothing unsound through: any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), nastyText), assertParses), { numRuns: 2000 });
  });

  it('never throws, and lets nothing unsound through: any value of a known type', () => {
    const typed = fc
      .tuple(fc.constantFrom(...TYPES), fc.dictionary(fieldName, anything))
      .map(([type, rest]) => JSON.stringify({ ...rest, type }));
    fc.assert(fc.property(typed, assertParses), { numRuns: 2000 });
  });

  it('never throws, and lets nothing unsound through: honest messages, changed', () => {
    fc.assert(fc.property(mutated, assertParses), { numRuns: 5000 });
  });

  it('never throws, and lets nothing unsound through: values that no JSON holds', () => {
    const odd = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withTypedArray: true });
    const typed = fc
      .tuple(fc.constantFrom(...ALL), fieldName, odd)
      .map(([{ message }, name, value]) => ({ ...message, [name]: value }));
    fc.assert(
      fc.property(fc.oneof(odd, typed), (value) => {
        if (typeof value !== 'string') assertParses(value);
        for (const side of SIDES) {
          const parsed = checkMessage(value, RECEIVERS[side]);
          if (parsed.ok) assertSound(side, parsed.message);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
