import { BOUNDS, LEFT_REASONS, type ChannelMessage, type RelayedMessage, type ServerMessage } from './messages.js';
import { boolean, id, integer, isRecord, list, mismatch, nullable, object, oneOf, pick, shapeOf, text } from './shape.js';
import type { Check, Shape, Sketch } from './shape.js';

/** Outcome of a parse: the message with exactly its known fields, or why there is none. */
export type Parsed<Message> = { ok: true; message: Message } | { ok: false; reason: string };

/** Somebody who reads messages, and which ones: shapes by type, in a `Map`, because a message's `type` is a stranger's word. */
export type Receiver<Message> = ReadonlyMap<unknown, Shape> & { readonly reads?: Message };

/** A receiver of the messages in these tables. */
export const receiverOf = <Message>(...sketches: Sketch[]): Receiver<Message> =>
  new Map(sketches.flatMap((sketch) => Object.entries(sketch).map(([type, fields]) => [type, shapeOf(fields as Sketch)])));

const iceUrl: Check = (value) => text(BOUNDS.text, 6)(value) && /^(stun|turn)s?:/.test(value as string);
const member: Sketch = { id, name: text(BOUNDS.name), 'trusted?': boolean };
/** What every message between peers carries. */
export const relayed: Sketch = { from: id, 'to?': id, 'room?': text(BOUNDS.room, 1) };
const iceServers = list(
  BOUNDS.iceServers,
  object({
    urls: (value) => iceUrl(value) || list(BOUNDS.iceServers, iceUrl)(value),
    'username?': text(BOUNDS.text * 2),
    'credential?': text(BOUNDS.text * 2),
  }),
);
const version = integer(1, 1_000_000);
/** A session description. */
export const sdp = text(BOUNDS.sdp, 2);
const pixels = integer(0, BOUNDS.pixels);

/** What peers say to each other in a room. */
export const RELAYED: Sketch = {
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

/** What our server says. */
export const FROM_SERVER: Sketch = {
  welcome: {
    v: version,
    id,
    resume: text(BOUNDS.resume),
    peers: list(BOUNDS.peers, object(member)),
    'name?': text(BOUNDS.name),
    'iceServers?': iceServers,
  },
  waiting: {},
  'ice-servers': { iceServers },
  joined: { peer: member, 'link?': id },
  left: { peer: id, reason: oneOf(LEFT_REASONS) },
  pong: {},
  error: { code: text(BOUNDS.id, 1), message: text(BOUNDS.text), fatal: boolean },
};

const CHANNEL: Sketch = {
  state: { name: text(BOUNDS.name), audio: boolean, video: boolean },
  view: { width: pixels, height: pixels },
  bye: {},
};

/** A client in a room, on its signaling socket. */
export const CLIENT = /* @__PURE__ */ receiverOf<RelayedMessage | ServerMessage>(RELAYED, FROM_SERVER);

/** The other end of a data channel. */
export const CHANNEL_END = /* @__PURE__ */ receiverOf<ChannelMessage>(CHANNEL);

/**
 * Reads one WebSocket frame, or one message of a data channel.
 *
 * Never throws. Unknown fields are dropped, so that a later version may add some; anything else that is not
 * in PROTOCOL.md is refused with a reason that names the field.
 *
 * @param data what `MessageEvent.data` (or a server's equivalent) holds; only text is a message
 * @param receiver who reads: a `SERVER` refuses what only servers say
 */
export function parseMessage<Message>(data: unknown, receiver: Receiver<Message>): Parsed<Message> {
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
export function checkMessage<Message>(value: unknown, receiver: Receiver<Message>): Parsed<Message> {
  if (!isRecord(value)) return refuse('not an object');
  const shape = receiver.get(value['type']);
  if (!shape) return refuse('type: unknown');
  const bad = mismatch(value, shape);
  if (bad) return refuse(`${value['type'] as string}.${bad}`);
  return { ok: true, message: { type: value['type'], ...pick(value, shape) } as unknown as Message };
}

const refuse = (reason: string): { ok: false; reason: string } => ({ ok: false, reason });
