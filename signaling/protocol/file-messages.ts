import type { Receiver } from './parse.js';
import { receiverOf } from './parse.js';
import { boolean, id, integer, oneOf, text, type Check } from './shape.js';

/**
 * The most that a file may hold, in bytes: 100 MB. Whoever receives one holds it as long as they are in the room, so that it can be
 * saved, and five of these at most.
 */
export const MOST_FILE = 100_000_000;

/** The most that the name of a file holds, in UTF-16 code units: what file systems take. */
export const MOST_FILE_NAME = 255;

/** The label of the data channel that brings one file to one peer; its `protocol` is the name of the transfer. */
export const FILE_CHANNEL = 'call-room-file';

/** What follows the last byte, as text: so that fewer bytes than announced are told apart from a channel that broke. */
export const FILE_END = 'end';

/** "So many bytes of the file have come": what a receiver says over the channel after each of its messages. */
export const confirmation = (bytes: number): string => String(bytes);

/** Reads a {@link confirmation}; `undefined` for anything else. That it may be true is for the sender to find out. */
export const confirmedBy = (data: unknown): number | undefined =>
  typeof data === 'string' && /^[1-9]\d{0,8}$/.test(data) ? Number(data) : undefined;

/** How the way of one file to one peer may end. */
export const FILE_OUTCOMES = ['done', 'cancelled', 'failed'] as const;

/** One of the {@link FILE_OUTCOMES}. */
export type FileOutcome = (typeof FILE_OUTCOMES)[number];

/** "I have a file, ask me for it." Said to newcomers, too, and again over each new link. */
export interface FileOfferMessage {
  type: 'file-offer';
  /** Unique among those of its sender, messages of the chat included. */
  id: string;
  /** A claim, as all of this. */
  name: string;
  /** In bytes: exactly as many come. */
  size: number;
  /** The media type (RFC 6838); empty where the sender does not know it. */
  mime: string;
  /** To the receiver alone. */
  private: boolean;
}

/** "It is not to be had any more." */
export interface FileWithdrawMessage {
  type: 'file-withdraw';
  id: string;
}

/** "Send it." Answered by a data channel, at once or after `file-wait`, or by `file-withdraw`. */
export interface FileAcceptMessage {
  type: 'file-accept';
  id: string;
  /** What its receiver calls this way of the file: another name each time. It is the `protocol` of the channel. */
  transfer: string;
  /** Whether its receiver will confirm what comes, so that the sender can find its pace ({@link confirmation}). */
  confirms?: boolean;
}

/** "Others come first, be patient." Said at once and again and again, until it is this one's turn. */
export interface FileWaitMessage {
  type: 'file-wait';
  transfer: string;
}

/** The way of a file to one peer is over; unless it is `done`, it may be asked for again. */
export interface FileOverMessage {
  type: 'file-over';
  transfer: string;
  /** Who says so: receivers choose the names, so that two may be the same. */
  role: 'sender' | 'receiver';
  /** `done` is for receivers to say. */
  outcome: FileOutcome;
}

/** RFC 6838, 4.2: two names of at most 127 characters. */
const MEDIA_TYPE = /^[\w!#$&^.+-]{1,127}\/[\w!#$&^.+-]{1,127}$/;

/** True for what may stand in an offer as media type. */
export const isMediaType: Check = (value) => value === '' || (typeof value === 'string' && MEDIA_TYPE.test(value));

/** Whoever shows what files there are. */
export const FILE_OFFERS: Receiver<FileOfferMessage | FileWithdrawMessage> = /* @__PURE__ */ receiverOf<
  FileOfferMessage | FileWithdrawMessage
>({
  'file-offer': { id, name: text(MOST_FILE_NAME, 1), size: integer(0, MOST_FILE), mime: isMediaType, private: boolean },
  'file-withdraw': { id },
});

/** Whoever sends or receives them. */
export const FILE_TRANSFERS: Receiver<FileAcceptMessage | FileWaitMessage | FileOverMessage> = /* @__PURE__ */ receiverOf<
  FileAcceptMessage | FileWaitMessage | FileOverMessage
>({
  'file-accept': { id, transfer: id, 'confirms?': boolean },
  'file-wait': { transfer: id },
  'file-over': { transfer: id, role: oneOf(['sender', 'receiver']), outcome: oneOf(FILE_OUTCOMES) },
});
