import { FILE_END } from '../../../../../signaling/protocol/index.js';
import { Flow } from './flow.js';
import type { Lane } from './lane.js';
import { patient, type Patience } from './patience.js';

/** The most and the least that one message of the channel holds, in bytes: what every browser takes (RFC 8831, 6.6), and what none goes below. */
const CHUNK = { most: 65_536, least: 16_384 } as const;
/** How much is read from the disk at once, in bytes: not each chunk alone. */
const READ = 1_048_576;
/**
 * How much may wait in the channel, in bytes, and from where on more is handed over. Little, so that whoever cancels is heard at
 * once; enough to keep 20 Mbit/s going over 100 ms.
 */
const FULL = 262_144;
const LOW = 65_536;

/** How much one message of this connection may hold, in bytes. */
export const chunkOf = ({ sctp }: RTCPeerConnection): number =>
  Math.max(CHUNK.least, Math.min(CHUNK.most, sctp?.maxMessageSize ?? CHUNK.least));

export interface SendBytesOptions {
  readonly channel: RTCDataChannel;
  readonly file: Blob;
  /** See {@link chunkOf}. */
  readonly chunk: number;
  /**
   * Of all files that go to this peer, where it confirms what comes. Where it does not, nobody knows how long the way is, and as much
   * is sent as the channel takes.
   */
  readonly lane: Lane | undefined;
  readonly signal: AbortSignal;
  /** Told how many bytes have come or, where that is not known, are on their way. */
  readonly onProgress: (bytes: number) => void;
}

/**
 * Sends a file over a channel, no faster than it takes it, and at the pace of the lane. Resolves once all has left this browser, or
 * has come where that is confirmed.
 * @throws the reason of the signal, or a `DOMException`: `DataError` when the other one confirms what can't have come, `NetworkError` when the
 *   channel ends, `TimeoutError` when nothing moves for a minute, `NotReadableError` when the file has changed or gone
 */
export async function sendBytes({ channel, file, chunk, lane, signal, onProgress }: SendBytesOptions): Promise<void> {
  const waiting: Patience = { channel, signal };
  channel.bufferedAmountLowThreshold = LOW;
  const flow = lane && new Flow(lane, waiting);
  try {
    if (channel.readyState !== 'open') await patient('open', waiting);
    for (let start = 0; start < file.size; start += READ) {
      const bytes = await read(file.slice(start, start + READ), waiting);
      for (let offset = 0; offset < bytes.byteLength;) {
        if (channel.bufferedAmount > FULL) await patient('bufferedamountlow', waiting);
        const most = flow ? Math.min(chunk, await flow.turn()) : chunk;
        if (channel.readyState !== 'open') throw new DOMException('The channel has ended.', 'NetworkError');
        const piece = new Uint8Array(bytes, offset, Math.min(most, bytes.byteLength - offset));
        channel.send(piece);
        flow?.sent(piece.length);
        onProgress(flow?.confirmed ?? Math.max(0, start + offset - channel.bufferedAmount));
        offset += piece.length;
      }
    }
    channel.send(FILE_END);
    channel.bufferedAmountLowThreshold = 0;
    if (channel.bufferedAmount > 0) await patient('bufferedamountlow', waiting);
    await flow?.arrival();
  } catch (error) {
    throw flow?.isMisled && !signal.aborted ? new DOMException('That can’t have come.', 'DataError') : error;
  } finally {
    flow?.end();
  }
}

/**
 * Reads a part of a file. From a drive that is somewhere else this may never end, and can't be interrupted: nobody else waits for it.
 * @throws as {@link patient}, or a `DOMException`, `NotReadableError`
 */
async function read(part: Blob, waiting: Patience): Promise<ArrayBuffer> {
  const reading = part.arrayBuffer();
  const target = new EventTarget();
  const tell = (): void => void target.dispatchEvent(new Event('read'));
  reading.then(tell, tell);
  await patient('read', { ...waiting, target });
  return reading;
}
