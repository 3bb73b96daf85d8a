import { partName } from './formats.js';

/** Where a recording goes. */
export interface RecordingFile {
  /** Adds a part. Rejects when there is no place any more. */
  write(part: Blob): Promise<void>;
  /** Makes a whole file of what was written. To be called once. */
  close(): Promise<void>;
  /** Where to go on, once this has as much as it should have; `undefined` until then. */
  next(): RecordingFile | undefined;
}

/** How much may be lost with a browser that ends without a word, in bytes; later on as much as was kept before. */
const LEAST_KEPT = 16 * 2 ** 20;

/**
 * A file on disk, so that hours need no memory. What is written becomes part of the file only when the stream is closed (WHATWG File
 * System, FileSystemWritableFileStream). So it is closed and opened anew each time the file has doubled, which copies each byte
 * twice at most on the whole.
 */
export class DiskFile implements RecordingFile {
  readonly #handle: FileSystemFileHandle;
  #writer: FileSystemWritableFileStream;
  #size = 0;
  #kept = 0;

  private constructor(handle: FileSystemFileHandle, writer: FileSystemWritableFileStream) {
    this.#handle = handle;
    this.#writer = writer;
  }

  static async open(handle: FileSystemFileHandle): Promise<DiskFile> {
    return new DiskFile(handle, await handle.createWritable());
  }

  async write(part: Blob): Promise<void> {
    await this.#writer.write(part);
    this.#size += part.size;
    if (this.#size < Math.max(this.#kept * 2, LEAST_KEPT)) return;
    await this.#writer.close();
    this.#writer = await this.#handle.createWritable({ keepExistingData: true });
    await this.#writer.seek(this.#size);
    this.#kept = this.#size;
  }

  close(): Promise<void> {
    return this.#writer.close();
  }

  /** A disk takes all. */
  next(): undefined {}
}

/** How long the browser may take to begin a download, in ms: WebKit reads the address only then. */
const DOWNLOAD_TIME = 60_000;

/** How much is held in memory before it is downloaded, in bytes: at least 25 minutes. */
const MOST_HELD = 500 * 2 ** 20;

/**
 * A file that is downloaded at the end, where the browser lets no page write to disk. A long film comes in several parts, each a
 * film of its own: else it would take all memory, and the tab with it.
 */
export class MemoryFile implements RecordingFile {
  readonly #name: string;
  readonly #type: string;
  readonly #most: number;
  readonly #number: number;
  #parts: Blob[] = [];
  #size = 0;

  /**
   * @param name that of the first part; the others have their number in it
   * @param most in bytes
   * @param number counted from 1
   */
  constructor(name: string, type: string, most = MOST_HELD, number = 1) {
    this.#name = name;
    this.#type = type;
    this.#most = most;
    this.#number = number;
  }

  next(): MemoryFile | undefined {
    return this.#size < this.#most ? undefined : new MemoryFile(this.#name, this.#type, this.#most, this.#number + 1);
  }

  write(part: Blob): Promise<void> {
    this.#parts.push(part);
    this.#size += part.size;
    return Promise.resolve();
  }

  close(): Promise<void> {
    const parts = this.#parts.splice(0);
    if (!parts.length) return Promise.resolve();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(parts, { type: this.#type }));
    link.download = partName(this.#name, this.#number);
    link.hidden = true;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOAD_TIME);
    return Promise.resolve();
  }
}
