import { confirmation, FILE_END } from '../../../../../signaling/protocol/index.js';
import { STILL } from './patience.js';

/**
 * How much is gathered before it is handed over to the browser as a `Blob`, which it may keep on disk, in bytes. So memory does
 * not depend on how small the pieces are that a peer sends.
 */
const PIECE = 1_048_576;

/** How many bytes of confirmations may wait: whoever reads them keeps them at next to none, even where they wait for others. */
const MOST_UNREAD = 65_536;

/**
 * What a stranger sends is never of a type that a browser would show: opened in a tab of its own, it would have the rights of
 * this page.
 */
const TYPE = 'application/octet-stream';

export interface ReceiveBytesOptions {
  readonly channel: RTCDataChannel;
  /** Exactly as many bytes are taken. */
  readonly size: number;
  readonly signal: AbortSignal;
  /** Told how many bytes have come. */
  readonly onProgress: (bytes: number) => void;
}

/**
 * Takes in what comes over a channel, and confirms it. Closes the channel in the end, whichever that is.
 * @throws the reason of the signal, or a `DOMException`: `DataError` for more or less than was announced, or from one who reads no
 *   confirmations, `NetworkError` when the channel ends, `TimeoutError` when nothing comes for a minute
 */
export function receiveBytes({ channel, size, signal, onProgress }: ReceiveBytesOptions): Promise<Blob> {
  channel.binaryType = 'arraybuffer';
  return new Promise<Blob>((resolve, reject) => {
    signal.throwIfAborted();
    const pieces = new Pieces(size);
    const life = new AbortController();
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      life.abort();
      channel.close();
      act();
    };
    const fail = (name: string, words: string): void => settle(() => reject(new DOMException(words, name)));
    const giveUp = (): void => fail('TimeoutError', 'Nothing comes any more.');
    let timer = setTimeout(giveUp, STILL);
    const heard = { signal: life.signal };
    const onMessage = ({ data }: MessageEvent<unknown>): void => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, STILL);
      if (data === FILE_END && pieces.count === size) settle(() => resolve(pieces.end()));
      else if (!(data instanceof ArrayBuffer) || !pieces.take(data)) fail('DataError', 'Not what was announced.');
      else if (channel.bufferedAmount > MOST_UNREAD) fail('DataError', 'Nobody reads what is confirmed.');
      else {
        if (channel.readyState === 'open') channel.send(confirmation(pieces.count));
        onProgress(pieces.count);
      }
    };
    channel.addEventListener('message', onMessage, heard);
    channel.addEventListener('close', () => fail('NetworkError', 'The channel has ended.'), heard);
    signal.addEventListener('abort', () => settle(() => reject(signal.reason as Error)), heard);
  });
}

/** Bytes that come in pieces of any size. */
class Pieces {
  count = 0;
  readonly #size: number;
  readonly #done: Blob[] = [];
  #current: Uint8Array<ArrayBuffer>;
  #filled = 0;

  constructor(size: number) {
    this.#size = size;
    this.#current = new Uint8Array(Math.min(PIECE, size));
  }

  /** @returns false for none, or more than there may be; then nothing is taken */
  take(data: ArrayBuffer): boolean {
    if (data.byteLength === 0 || this.count + data.byteLength > this.#size) return false;
    for (let bytes = new Uint8Array(data); bytes.length > 0;) {
      const part = bytes.subarray(0, this.#current.length - this.#filled);
      this.#current.set(part, this.#filled);
      this.#filled += part.length;
      this.count += part.length;
      bytes = bytes.subarray(part.length);
      if (this.#filled === this.#current.length) this.#next();
    }
    return true;
  }

  end(): Blob {
    return new Blob(this.#done, { type: TYPE });
  }

  #next(): void {
    this.#done.push(new Blob([this.#current]));
    this.#current = new Uint8Array(Math.min(PIECE, this.#size - this.count));
    this.#filled = 0;
  }
}
