import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** How long the way into a server may take, in ms. */
const PATIENCE_MS = 20_000;
const HEAD_END = '\r\n\r\n';
/** RFC 6455, 5.2: the values of a length field that say where the length itself stands. */
const LENGTH_16 = 126;
const LENGTH_64 = 127;
const TEXT_FRAME = 0x81;
const MASKED = 0x80;

/**
 * A WebSocket client of few instructions, so that a load of thousands of them measures the server and not itself: what it
 * sends was framed before, and what it receives is looked at only as far as `onFrame` does.
 */
export class RawClient {
  /** Called with the payload of each frame, which is only valid during the call. */
  onFrame: (payload: Buffer) => void = () => undefined;
  /** Called after the frames of one chunk, with their number: what is sent in reply then goes in one write. */
  onChunk: (frames: number) => void = () => undefined;
  readonly #socket: Socket;
  #rest: Buffer = Buffer.alloc(0);

  /** Call {@link openClient} instead. */
  constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** Takes in what came, whole frame by whole frame. */
  read(chunk: Buffer): void {
    let data = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    let frames = 0;
    for (let size = frameSize(data); size && data.length >= size.whole; size = frameSize(data)) {
      frames += 1;
      this.onFrame(data.subarray(size.head, size.whole));
      data = data.subarray(size.whole);
    }
    this.#rest = data;
    if (frames > 0) this.onChunk(frames);
  }

  /** Sends what {@link frameOf} made. */
  write(frames: Buffer): void {
    this.#socket.write(frames);
  }

  close(): void {
    this.#socket.destroy();
  }
}

/** A masked text frame, as clients must send them. Sending it twice is against the RFC's advice, and harmless here. */
export function frameOf(text: string): Buffer {
  const payload = Buffer.from(text);
  const length = payload.length < LENGTH_16 ? [payload.length] : [LENGTH_16, payload.length >> 8, payload.length & 255];
  const mask = randomBytes(4);
  for (const [index, byte] of payload.entries()) payload[index] = byte ^ (mask[index % 4] ?? 0);
  return Buffer.concat([Buffer.from([TEXT_FRAME, MASKED | (length[0] ?? 0), ...length.slice(1)]), mask, payload]);
}

/**
 * Opens a WebSocket.
 *
 * @param path with its query
 * @param onFrame what to do with frames that come with the answer already
 * @param localAddress an address of this machine, 127.0.0.0/8, to come from
 */
export function openClient(
  port: number,
  path: string,
  onFrame: (payload: Buffer) => void,
  localAddress = '127.0.0.1',
): Promise<RawClient> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', localAddress, noDelay: true });
    const client = new RawClient(socket);
    client.onFrame = onFrame;
    const timer = setTimeout(() => socket.destroy(new Error(`no WebSocket at ${path}`)), PATIENCE_MS);
    let head = '';
    const readHead = (chunk: Buffer): void => {
      head += chunk.toString('latin1');
      const end = head.indexOf(HEAD_END);
      if (end < 0) return;
      clearTimeout(timer);
      if (!head.startsWith('HTTP/1.1 101')) return void socket.destroy(new Error(head.slice(0, end)));
      socket.off('data', readHead);
      socket.on('data', (data) => client.read(data));
      client.read(Buffer.from(head.slice(end + HEAD_END.length), 'latin1'));
      resolve(client);
    };
    socket.on('data', readHead);
    // After the promise is settled this does nothing: a server that stops breaks its sockets.
    socket.on('error', reject);
    socket.on('close', () => {
      clearTimeout(timer);
      reject(new Error(`closed: ${path}`));
    });
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13${HEAD_END}`,
    );
  });
}

/** Where the first frame's payload begins and ends; undefined when not even that has come. */
function frameSize(data: Buffer): { head: number; whole: number } | undefined {
  if (data.length < 2) return undefined;
  const short = (data[1] ?? 0) & 127;
  const head = short === LENGTH_64 ? 10 : short === LENGTH_16 ? 4 : 2;
  if (data.length < head) return undefined;
  const length = short === LENGTH_64 ? Number(data.readBigUInt64BE(2)) : short === LENGTH_16 ? data.readUInt16BE(2) : short;
  return { head, whole: head + length };
}
