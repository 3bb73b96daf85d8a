import { BOUNDS, type IceServerInit } from '../protocol/index.js';

const URL_SCHEME = /^(stun|turn)s?:./;
const FIELDS = ['urls', 'username', 'credential'];
const MAX_CREDENTIAL = BOUNDS.text * 2;

/**
 * Reads the ICE servers that `welcome` hands out, as they stand on the command line: a JSON array of `RTCIceServer`.
 * An empty array is meant: the clients shall use none.
 *
 * @throws TypeError that names what is wrong and where
 */
export function parseIceServers(json: string): IceServerInit[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new TypeError('not JSON', { cause });
  }
  if (!Array.isArray(value)) throw new TypeError('not a JSON array');
  if (value.length > BOUNDS.iceServers) throw new TypeError(`more than ${BOUNDS.iceServers} servers`);
  return value.map((server, index) => readServer(server, `[${index}]`));
}

function readServer(server: unknown, where: string): IceServerInit {
  if (typeof server !== 'object' || server === null) throw new TypeError(`${where}: not an object`);
  const unknown = Object.keys(server).find((field) => !FIELDS.includes(field));
  if (unknown !== undefined) throw new TypeError(`${where}.${unknown}: unknown; allowed are ${FIELDS.join(', ')}`);
  const { urls, username, credential } = server as Record<string, unknown>;
  const list = readUrls(urls, `${where}.urls`);
  // RTCPeerConnection throws InvalidAccessError without them: W3C webrtc-pc, "validate an ICE server URL".
  const needed = list.some((url) => url.startsWith('turn'));
  const name = readCredential(username, needed, `${where}.username`);
  const secret = readCredential(credential, needed, `${where}.credential`);
  return {
    urls: typeof urls === 'string' ? urls : list,
    ...(name !== undefined && { username: name }),
    ...(secret !== undefined && { credential: secret }),
  };
}

function readUrls(urls: unknown, where: string): string[] {
  const list: unknown[] = Array.isArray(urls) ? urls : [urls];
  if (list.length === 0 || list.length > BOUNDS.iceServers) throw new TypeError(`${where}: not 1 to ${BOUNDS.iceServers} URLs`);
  return list.map((url) => {
    if (typeof url === 'string' && url.length <= BOUNDS.text && URL_SCHEME.test(url)) return url;
    throw new TypeError(`${where}: ${JSON.stringify(url)} is not a stun:, stuns:, turn: or turns: URL`);
  });
}

function readCredential(value: unknown, needed: boolean, where: string): string | undefined {
  if (value === undefined && !needed) return undefined;
  if (typeof value === 'string' && value.length <= MAX_CREDENTIAL) return value;
  const why = needed ? ', since a turn: URL needs it' : '';
  throw new TypeError(`${where}: must be text of up to ${MAX_CREDENTIAL} characters${why}`);
}
