/** Where the way of one file to one peer stands. `waiting`: for its turn, or for the other side. */
export type TransferState = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';

/** The way of one file to one peer, or from one: frozen, another one after each change. */
export interface FileTransfer {
  /** The `id` of its message in the chat. */
  readonly message: string;
  /** The other one. */
  readonly peer: string;
  /** What they were called when it began; may be empty. */
  readonly peerName: string;
  /** What the file is called. */
  readonly file: string;
  /** Whether it is this person's file. */
  readonly own: boolean;
  readonly state: TransferState;
  /** How much has come, or is on its way; in bytes. */
  readonly bytes: number;
  /** Of all. */
  readonly size: number;
  /**
   * Once it has come: where it can be saved from, until this person leaves the room; or until it has been saved, and others need its
   * room. Never to be opened.
   */
  readonly url?: string | undefined;
  /** Whether this person has saved what came. */
  readonly saved?: boolean;
  /** Why it failed, where a person can be told: its sender never began. */
  readonly reason?: 'not-begun' | undefined;
}

/** True as long as it can be cancelled. */
export const isUnderWay = ({ state }: FileTransfer): boolean => state === 'waiting' || state === 'running';

/** `transferend`: a transfer is done, or ended otherwise. */
export class TransferEndEvent extends Event {
  readonly transfer: FileTransfer;
  constructor(transfer: FileTransfer) {
    super('transferend');
    this.transfer = transfer;
  }
}
