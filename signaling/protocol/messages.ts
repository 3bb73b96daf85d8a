/** The version that this code speaks. A change that an older peer can't ignore raises it. */
export const PROTOCOL_VERSION = 1;

/**
 * Bounds that both sides enforce. Lengths of text count UTF-16 code units, as `String.prototype.length` does.
 * A stranger's message beyond any of them is dropped with a reason; see PROTOCOL.md, "Bounds".
 */
export const BOUNDS = {
  /** A whole text frame. The largest honest message is an offer with all its candidates, about 12,000. */
  frame: 65_536,
  /** A session description. */
  sdp: 49_152,
  /** One `candidate:` line. */
  candidate: 1024,
  /** A room's name: any Unicode text. */
  room: 128,
  /** A person's name: any Unicode text. */
  name: 64,
  /** A peer id or a link id: `A–Z a–z 0–9 _ -`. */
  id: 64,
  /** A reason or a message meant for people or logs. */
  text: 256,
  /** The key that proves a peer id at reconnection. */
  resume: 128,
  /** People in one room that a client is ready to hear of. */
  peers: 64,
  /** ICE servers that a server may supply, and URLs in each. */
  iceServers: 16,
  /** Device pixels of one side of a picture. */
  pixels: 16_384,
} as const;

/** What every message between peers carries. */
export interface Relayed {
  /** The id of the peer that speaks. Our server refuses a wrong one; on a plain relay it is only a claim. */
  from: string;
  /** The id of the peer addressed; absent when everybody in the room is. */
  to?: string;
  /** The room's name, where the endpoint's URL does not already tell it. */
  room?: string;
}

/**
 * "I am here": sent when the socket opens, to a newcomer in reply, and on a plain relay every
 * few seconds as a heartbeat.
 */
export interface HelloMessage extends Relayed {
  type: 'hello';
  /** The version of the protocol that the sender speaks. */
  v: number;
  /** How others see this person; may be empty. */
  name: string;
}

/**
 * A description of type `offer`. With an unknown `link` it begins a new link (one peer connection on each side),
 * with a known one it renegotiates. Without `to` it is an open offer: our server keeps it for whoever joins next.
 */
export interface OfferMessage extends Relayed {
  type: 'offer';
  /** The id of the link, chosen by whoever made its first offer. */
  link: string;
  /** `RTCSessionDescription.sdp`. */
  sdp: string;
}

/** A description of type `answer`, for the last offer of that link. */
export interface AnswerMessage extends Relayed {
  type: 'answer';
  link: string;
  sdp: string;
}

/** The members of `RTCIceCandidateInit` that travel. */
export interface CandidateInit {
  candidate: string;
  sdpMid?: string | null;
  sdpMLineIndex?: number | null;
  /** Names the ICE generation, so that a candidate of an earlier one does no harm. */
  usernameFragment?: string | null;
}

/** One trickled ICE candidate (RFC 8838); an empty `candidate` ends the generation's candidates. */
export interface CandidateMessage extends Relayed {
  type: 'candidate';
  link: string;
  candidate: CandidateInit;
}

/** "I am leaving": the peer id is never used again. */
export interface ByeMessage extends Relayed {
  type: 'bye';
}

/** What peers say to each other, over any endpoint. */
export type RelayedMessage = HelloMessage | OfferMessage | AnswerMessage | CandidateMessage | ByeMessage;

/** Client to our server: "are you still there?"; answered at once by `pong`. */
export interface PingMessage {
  type: 'ping';
}

/** Another member of the room, as our server tells of it. */
export interface Member {
  id: string;
  /** How others see this person; empty until known. */
  name: string;
  /** The name comes from an access token, so nothing else may change it. */
  trusted?: boolean;
}

/** `RTCIceServer` as it travels. */
export interface IceServerInit {
  urls: string | string[];
  username?: string;
  credential?: string;
}

/** Our server's first message: you are in the room. */
export interface WelcomeMessage {
  type: 'welcome';
  v: number;
  /** The id under which others see you, from now on the `from` of what you send. */
  id: string;
  /** Present it as `resume` in the URL of the next connection to keep your id. Tell nobody. */
  resume: string;
  /** Who was there before you. Each of them offers; you answer. */
  peers: Member[];
  /** Your own name, when the access token decides it. */
  name?: string;
  /** ICE servers for this call; an empty list means: none at all. Absent means: use your own. */
  iceServers?: IceServerInit[];
}

/** Our server, in place of `welcome`: a host has to let you in. What follows is `welcome`, or the end of the socket. */
export interface WaitingMessage {
  type: 'waiting';
}

/** Our server: ICE servers that replace those of its `welcome`, whose credentials are about to expire. */
export interface IceServersMessage {
  type: 'ice-servers';
  iceServers: IceServerInit[];
}

/** Our server: somebody came. You were there before, so you offer. */
export interface JoinedMessage {
  type: 'joined';
  peer: Member;
  /** Your open offer with this link went to that peer: await the answer, make no other offer. */
  link?: string;
}

/** Our server: somebody's socket ended. */
export interface LeftMessage {
  type: 'left';
  peer: string;
  /** `left`: they said goodbye. `lost`: the socket broke, and they may be back under the same id. */
  reason: LeftReason;
}
export const LEFT_REASONS = ['left', 'lost', 'removed'] as const;
export type LeftReason = (typeof LEFT_REASONS)[number];

/** Our server: the answer to `ping`. */
export interface PongMessage {
  type: 'pong';
}

/** Our server: something you sent, or want, is refused. A fatal one is followed by the end of the socket. */
export interface ErrorMessage {
  type: 'error';
  /** One of `SERVER_ERROR_CODES`, or one that a later server knows: the close code tells what to do then. */
  code: string;
  /** For logs and developers, in English; never shown to a person as it is. */
  message: string;
  fatal: boolean;
}

/** Why our server refuses. */
export const SERVER_ERROR_CODES = [
  'protocol-invalid',
  'unauthorized',
  'origin-refused',
  'idle',
  'duplicate',
  'removed',
  'ended',
  'refused-entry',
  'room-locked',
  'not-allowed',
  'too-slow',
  'protocol-version',
  'rate-limited',
  'room-full',
  'too-many-rooms',
  'too-many-connections',
] as const;
export type ServerErrorCode = (typeof SERVER_ERROR_CODES)[number];

/**
 * The code of the WebSocket close frame that follows a fatal refusal (RFC 6455 leaves 4000–4999 to applications; the
 * last three digits resemble HTTP's). Clients go by the `error` before it.
 */
export const SERVER_ERRORS: Readonly<Record<ServerErrorCode, number>> = {
  'protocol-invalid': 4400,
  unauthorized: 4401,
  'origin-refused': 4403,
  idle: 4408,
  duplicate: 4409,
  removed: 4410,
  ended: 4411,
  'refused-entry': 4412,
  'room-locked': 4423,
  'not-allowed': 4405,
  'too-slow': 4413,
  'protocol-version': 4426,
  'rate-limited': 4429,
  'room-full': 4430,
  'too-many-rooms': 4431,
  'too-many-connections': 4432,
};

/** Close code of a server that stops and expects its clients back (IANA registry: "Service Restart"). */
export const CLOSE_RESTART = 1012;

/** What our server says to a client on its own behalf. */
export type ServerMessage =
  WelcomeMessage | WaitingMessage | IceServersMessage | JoinedMessage | LeftMessage | PongMessage | ErrorMessage;

/** What a client may send over the signaling socket. */
export type ClientMessage = RelayedMessage | PingMessage;

/** Between two peers, over their data channel: how this person sends now. Sent at once and after each change. */
export interface StateMessage {
  type: 'state';
  /** How others see this person. A name that an access token decided stays as it is. */
  name: string;
  /** True while this person can be heard: there is a microphone and it is not muted. */
  audio: boolean;
  /** True while this person's camera sends. */
  video: boolean;
}

/** Between two peers, over their data channel: "I am leaving", which no relay can forge. */
export interface GoodbyeMessage {
  type: 'bye';
}

/**
 * Between two peers, over their data channel: how large the speaker shows the other's picture, so that the other sends no
 * more than that. Said after each change, and again now and then. Nobody has to heed it.
 */
export interface ViewMessage {
  type: 'view';
  /** Of the largest place where the picture is shown, in device pixels; 0 where nobody can see it. */
  width: number;
  height: number;
}

/** What travels over the data channel of a link. */
export type ChannelMessage = StateMessage | GoodbyeMessage | ViewMessage;
