import type { ClientMessage, Member, Relayed } from './messages.js';
import type { RingMessage } from './ring-messages.js';
import { BOUNDS } from './messages.js';
import { receiverOf, type Receiver } from './parse.js';
import { boolean, id, list, object, text } from './shape.js';

/** A client to our server: "tell me how the room stands, now and after each change". Nobody else hears of it. */
export interface AttendMessage extends Relayed {
  type: 'attend';
}

/**
 * What a host may do. `admit`, `refuse`, `remove` and `mute` concern the person in `to`; `mute` without it everybody else.
 * `lock`, `unlock` and `end` concern the room.
 */
export const HOST_ACTS = ['admit', 'refuse', 'remove', 'mute', 'lock', 'unlock', 'end'] as const;
export type HostAct = (typeof HOST_ACTS)[number];

/** A host to our server: "do this". */
export interface ModerateMessage extends Relayed {
  type: 'moderate';
  act: HostAct;
}

/** What a client may ask of a server that knows hosts. */
export type HostMessage = AttendMessage | ModerateMessage;

/** Our server, to whoever attends: how the room stands. */
export interface StandingMessage {
  type: 'standing';
  /** True while newcomers are refused. */
  locked: boolean;
  /** The ids of all hosts in the room, one's own included. */
  hosts: string[];
  /** True for a host: what it asks is done. */
  host: boolean;
  /** Who asks to be let in, in the order in which they came; to hosts alone. */
  waiting?: Member[];
}

/** Our server, to whoever attends: a host asks this person to mute their microphone. Only they can do it. */
export interface MuteRequestMessage {
  type: 'mute-request';
  /** The id of the host. */
  by: string;
}

/** Whoever attends. */
export const ATTENDANT: Receiver<StandingMessage | MuteRequestMessage> = /* @__PURE__ */ receiverOf<
  StandingMessage | MuteRequestMessage
>({
  standing: {
    locked: boolean,
    hosts: list(BOUNDS.peers, id),
    host: boolean,
    'waiting?': list(BOUNDS.peers, object({ id, name: text(BOUNDS.name), 'trusted?': boolean })),
  },
  'mute-request': { by: id },
});

/** What a client may send to our server, in any room. */
export type ServerBoundMessage = ClientMessage | RingMessage | HostMessage;
