import { FILE_END } from '../../../../../signaling/protocol/index.js';
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
  readonly signal: AbortSignal;
  /** Told how many bytes are on their way. */
  readonly onProgress: (bytes: number) => void;
}

/**
 * Sends a file over a channel, no faster than it takes it. Resolves once all has left this browser.
 * @throws the reason of the signal, or a `DOMException`: `NetworkError` when the channel ends, `TimeoutError` when nothing
 *   moves for a minute, `NotReadableError` when the file has changed or gone
 */
export async function sendBytes({ channel, file, chunk, signal, onProgress }: SendBytesOptions): Promise<void> {
  const waiting: Patience = { channel, signal };
  channel.bufferedAmountLowThreshold = LOW;
  if (channel.readyState !== 'open') await patient('open', waiting);
  for (let start = 0; start < file.size; start += READ) {
    const bytes = await file.slice(start, start + READ).arrayBuffer();
    signal.throwIfAborted();
    for (let offset = 0; offset < bytes.byteLength; offset += chunk) {
      if (channel.bufferedAmount > FULL) await patient('bufferedamountlow', waiting);
      if (channel.readyState !== 'open') throw new DOMException('The channel has ended.', 'NetworkError');
      channel.send(new Uint8Array(bytes, offset, Math.min(chunk, bytes.byteLength - offset)));
      onProgress(Math.max(0, start + offset - channel.bufferedAmount));
    }
  }
  channel.send(FILE_END);
  channel.bufferedAmountLowThreshold = 0;
  if (channel.bufferedAmount > 0) await patient('bufferedamountlow', waiting);
}
