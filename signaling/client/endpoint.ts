/** Where a room's socket connects, as the `signaling` attribute names it. */
export interface Endpoint {
  /** An absolute `ws:` or `wss:` URL with the room in it, still without what differs from person to person. */
  url: string;
  /** True when the room must also travel in each message, because the template had no `{room}`. */
  roomInMessages: boolean;
}

/**
 * Resolves a `signaling` template.
 *
 * `{room}` and `{peer}` are filled in, escaped. Without `{room}`, the room goes into the query as `room` (which our
 * server reads, and which keeps rooms apart on a relay that tells them by URL) and into the messages. The query
 * holds nothing else that differs between people, so that such a relay still brings them together.
 *
 * @param template `wss:`, `ws:`, `https:`, `http:`, or relative to `base`
 * @param base the page's address
 * @throws TypeError when the result is no WebSocket URL; the message says what is wrong with it
 */
export function resolveEndpoint(template: string, room: string, peer: string, base: string): Endpoint {
  const roomInMessages = !template.includes('{room}');
  const filled = template.replaceAll('{room}', encodeURIComponent(room)).replaceAll('{peer}', encodeURIComponent(peer));
  const url = new URL(filled, base);
  url.protocol = url.protocol.replace(/^http/, 'ws');
  if (!/^wss?:$/.test(url.protocol)) {
    throw new TypeError(`"${url.protocol}" is no address of a WebSocket; use wss:, ws:, or an address relative to the page`);
  }
  url.hash = '';
  return { url: roomInMessages ? withQuery(url.href, { room }) : url.href, roomInMessages };
}

/** The URL with more in its query; what was there stays as it was written. */
export function withQuery(url: string, query: Record<string, string | undefined>): string {
  const added = Object.entries(query)
    .filter((entry): entry is [string, string] => Boolean(entry[1]))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return added ? url + (url.includes('?') ? '&' : '?') + added : url;
}
