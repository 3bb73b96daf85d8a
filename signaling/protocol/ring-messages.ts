import type { OfferMessage, RelayedMessage, ServerMessage } from './messages.js';

/**
 * The name of a signaling room in which somebody can be called begins so; what follows is the name to call. Our server
 * keeps the callers in such a room apart. See PROTOCOL.md, "Ringing".
 */
export const PHONE_ROOM_PREFIX = 'phone:';

/** Bounds of what only ringing has, in UTF-16 code units. */
export const RING_BOUNDS = {
  /** A name that can be called: what a room's name leaves of it. */
  user: 128 - PHONE_ROOM_PREFIX.length,
  /** What a call is about, in the caller's words. */
  subject: 200,
  /** Why somebody declines, in their words. */
  text: 256,
} as const;

/** What all messages about one call carry. */
interface AboutCall {
  /** Who speaks, as in all messages between peers. */
  from: string;
  /** Who is spoken to; absent: all phones, when a caller speaks. */
  to?: string;
  room?: string;
  /** The call's id: random, chosen by the caller. */
  call: string;
}

/** Whether a phone rings when it is called. */
export const PHONE_STATUSES = ['available', 'away'] as const;
export type PhoneStatus = (typeof PHONE_STATUSES)[number];

/** A phone: "I can be called here". Said when its socket opens, and at each change. */
export interface AvailableMessage extends Omit<AboutCall, 'call'> {
  type: 'available';
  status: PhoneStatus;
}

/** A caller: "I am calling". Repeated with the same `call` as long as it rings, as a sign of life. */
export interface InviteMessage extends AboutCall {
  type: 'invite';
  /** Who calls; may be empty. */
  name: string;
  /** Under which name the caller can be called; our server vouches for it where access is on. */
  user?: string;
  /** Our server: the name comes from an access token. Anybody else's word for it means nothing. */
  trusted?: boolean;
  /** What the caller will send. */
  audio: boolean;
  video: boolean;
  /** What it is about. */
  subject?: string;
  /** The caller's open offer, so that whoever accepts can answer it at once. */
  offer?: Pick<OfferMessage, 'link' | 'sdp'>;
}

/** A phone: "It rings here". */
export interface RingingMessage extends AboutCall {
  type: 'ringing';
  /** The link of the caller's offer, when this phone answers it already: it lets the caller know its address. */
  link?: string;
}

/** A phone: "I take it". Only the caller's `accepted` makes it so. */
export interface AcceptMessage extends AboutCall {
  type: 'accept';
  /** Who accepts; may be empty. */
  name: string;
  trusted?: boolean;
  /** True when the phone's camera will send. */
  video: boolean;
  /** The link of the caller's offer that this phone answers; without it the caller offers anew. */
  link?: string;
}

/** A phone: "Not here". */
export const DECLINE_REASONS = ['declined', 'busy', 'unavailable'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];
export interface DeclineMessage extends AboutCall {
  type: 'decline';
  reason: DeclineReason;
  /** The person's own words. */
  text?: string;
  /** True when it counts for the name and not for this phone alone: all its phones are one person's. */
  final: boolean;
}

/** A caller to all phones: "The call is with that one now". */
export interface AcceptedMessage extends AboutCall {
  type: 'accepted';
  /** The id of the phone that has the call. */
  by: string;
}

/** Why either side ends a call. */
export const END_REASONS = ['cancelled', 'no-answer', 'hung-up', 'answered-elsewhere', 'media-failed', 'merged'] as const;
export type EndMessageReason = (typeof END_REASONS)[number];

/** Either side: "It is over". */
export interface EndMessage extends AboutCall {
  type: 'end';
  reason: EndMessageReason;
}

/** Our server to a caller: the invitation was passed on to nobody. */
export const REFUSED_REASONS = ['unavailable', 'rate-limited', 'unauthorized'] as const;
export type RefusedReason = (typeof REFUSED_REASONS)[number];
export interface RefusedMessage {
  type: 'refused';
  call: string;
  reason: RefusedReason;
}

/** What callers and phones say to each other about calls. */
export type RingMessage =
  AvailableMessage | InviteMessage | RingingMessage | AcceptMessage | DeclineMessage | AcceptedMessage | EndMessage;

/** What a client in a phone room may be told. */
export type PhoneLineMessage = RelayedMessage | ServerMessage | RingMessage | RefusedMessage;
