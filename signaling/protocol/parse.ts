import { BOUNDS, LEFT_REASONS, SERVER_ERROR_CODES, type IncomingMessage } from './messages.js';

/** Outcome of a parse: the message with exactly its known fields, or why there is none. */
export type Parsed<Message> = { ok: true; message: Message } | { ok: false; reason: string };

/** True when the value fits. A check never throws and never keeps the value. */
type Check = (value: unknown) => boolean;
/** The fields of a message as they are written here; a `?` ends the name of one that may be absent. */
type Sketch = { [field: string]: Check | Sketch };
/** The same, ready to be walked: a server does this for each message. */
type Shape = readonly { name: string; required: boolean; check: Check | Shape }[];

const shapeOf = (sketch: Sketch): Shape =>
  Object.entries(sketch).map(([field, check]) => ({
    name: field.replace('?', ''),
    required: !field.endsWith('?'),
    check: typeof check === 'function' ? check : shapeOf(check),
  }));

/** Lone surrogates can't be encoded in UTF-8, so no honest text has one. */
const LONE_SURROGATE = /\p{Surrogate}/u;

const text =
  (max: number, min = 0): Check =>
  (value) =>
    typeof value === 'string' && value.length >= min && value.length <= max && !LONE_SURROGATE.test(value);
const id: Check = (value) => typeof value === 'string' && value.length <= BOUNDS.id && /^[\w-]+$/.test(value);
const oneOf =
  (allowed: readonly string[]): Check =>
  (value) =>
    allowed.includes(value as string);
const integer =
  (min: number, max: number): Check =>
  (value) =>
    Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
const boolean: Check = (value) => typeof value === 'boolean';
const nullable =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const list =
  (max: number, check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length <= max && value.every(check);
const object = (sketch: Sketch): Check => {
  const shape = shapeOf(sketch);
  return (value) => mismatch(value, shape) === undefined;
};

const iceUrl: Check = (value) => text(BOUNDS.text, 6)(value) && /^(stun|turn)s?:/.test(value as string);
const member: Sketch = { id, name: text(BOUNDS.name), 'trusted?': boolean };
const relayed: Sketch = { from: id, 'to?': id, 'room?': text(BOUNDS.room, 1) };
const iceServers = list(
  BOUNDS.iceServers,
  object({
    urls: (value) => iceUrl(value) || list(BOUNDS.iceServers, iceUrl)(value),
    'username?': text(BOUNDS.text * 2),
    'credential?': text(BOUNDS.text * 2),
  }),
);
const version = integer(1, 1_000_000);
const sdp = text(BOUNDS.sdp, 2);
const pixels = integer(0, BOUNDS.pixels);

const RELAYED: Sketch = {
  hello: { ...relayed, v: version, name: text(BOUNDS.name) },
  offer: { ...relayed, link: id, sdp },
  answer: { ...relayed, to: id, link: id, sdp },
  candidate: {
    ...relayed,
    to: id,
    link: id,
    candidate: {
      candidate: text(BOUNDS.candidate),
      'sdpMid?': nullable(text(BOUNDS.id)),
      'sdpMLineIndex?': nullable(integer(0, 255)),
      'usernameFragment?': nullable(text(BOUNDS.text)),
    },
  },
  bye: relayed,
};

const FROM_SERVER: Sketch = {
  welcome: {
    v: version,
    id,
    resume: text(BOUNDS.resume),
    peers: list(BOUNDS.peers, object(member)),
    'name?': text(BOUNDS.name),
    'iceServers?': iceServers,
  },
  'ice-servers': { iceServers },
  joined: { peer: member, 'link?': id },
  left: { peer: id, reason: oneOf(LEFT_REASONS) },
  pong: {},
  error: { code: oneOf(SERVER_ERROR_CODES), message: text(BOUNDS.text), fatal: boolean },
};

const CHANNEL: Sketch = {
  state: { name: text(BOUNDS.name), audio: boolean, video: boolean },
  view: { width: pixels, height: pixels },
  bye: {},
};

/** Shapes by type: a `Map`, because a message's `type` is a stranger's word. */
const shapesOf = (...sketches: Sketch[]): Map<unknown, Shape> =>
  new Map(sketches.flatMap((sketch) => Object.entries(sketch).map(([type, fields]) => [type, shapeOf(fields as Sketch)])));

const SHAPES: Record<keyof IncomingMessage, Map<unknown, Shape>> = {
  client: shapesOf(RELAYED, FROM_SERVER),
  server: shapesOf(RELAYED, { ping: {} }),
  channel: shapesOf(CHANNEL),
};

/**
 * Reads one WebSocket frame, or one message of a data channel.
 *
 * Never throws. Unknown fields are dropped, so that a later version may add some; anything else that is not
 * in PROTOCOL.md is refused with a reason that names the field.
 *
 * @param data what `MessageEvent.data` (or a server's equivalent) holds; only text is a message
 * @param receiver who reads: a `server` refuses what only servers say; `channel` is a peer's data channel
 */
export function parseMessage<Side extends keyof IncomingMessage>(data: unknown, receiver: Side): Parsed<IncomingMessage[Side]> {
  if (typeof data !== 'string') return refuse('not a text frame');
  if (data.length > BOUNDS.frame) return refuse(`longer than ${BOUNDS.frame}`);
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return refuse('not JSON');
  }
  return checkMessage(value, receiver);
}

/** {@link parseMessage} for a value that another codec has already decoded. */
export function checkMessage<Side extends keyof IncomingMessage>(value: unknown, receiver: Side): Parsed<IncomingMessage[Side]> {
  if (!isRecord(value)) return refuse('not an object');
  const shape = SHAPES[receiver].get(value['type']);
  if (!shape) return refuse('type: unknown');
  const bad = mismatch(value, shape);
  if (bad) return refuse(`${value['type'] as string}.${bad}`);
  return { ok: true, message: { type: value['type'], ...pick(value, shape) } as unknown as IncomingMessage[Side] };
}

const refuse = (reason: string): { ok: false; reason: string } => ({ ok: false, reason });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first field that does not fit, with what is wrong; `undefined` when all do. */
function mismatch(value: unknown, shape: Shape): string | undefined {
  if (!isRecord(value)) return 'not an object';
  for (const { name, required, check } of shape) {
    const field = own(value, name);
    if (field === undefined) {
      if (required) return `${name}: missing`;
    } else if (typeof check === 'function') {
      if (!check(field)) return `${name}: wrong type or out of bounds`;
    } else {
      const inner = mismatch(field, check);
      if (inner) return `${name}.${inner}`;
    }
  }
  return undefined;
}

/** A copy with the known fields alone. Lists are checked item by item and taken as they are. */
function pick(value: Record<string, unknown>, shape: Shape): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const { name, check } of shape) {
    const field = own(value, name);
    if (field !== undefined) copy[name] = typeof check === 'function' ? field : pick(field as Record<string, unknown>, check);
  }
  return copy;
}

const own = (value: Record<string, unknown>, name: string): unknown => (Object.hasOwn(value, name) ? value[name] : undefined);
