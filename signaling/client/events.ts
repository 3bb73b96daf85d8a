import type { ErrorMessage, IncomingMessage, WelcomeMessage } from '../protocol/index.js';

/** `open`: the room can be spoken to, for the first time or again. */
export class RoomOpenEvent extends Event {
  /** Our server's welcome; `undefined` on a plain relay. */
  readonly welcome: WelcomeMessage | undefined;
  constructor(welcome: WelcomeMessage | undefined) {
    super('open');
    this.welcome = welcome;
  }
}

/** `message`: somebody else in the room, or our server, says something. */
export class RoomMessageEvent extends Event {
  readonly message: IncomingMessage['client'];
  constructor(message: IncomingMessage['client']) {
    super('message');
    this.message = message;
  }
}

/** `refused`: the server wants no further attempt. Nothing follows. */
export class RoomRefusedEvent extends Event {
  readonly refusal: ErrorMessage;
  constructor(refusal: ErrorMessage) {
    super('refused');
    this.refusal = refusal;
  }
}

/** `invalid`: a frame was dropped, and why. On a plain relay it is often somebody else's business. */
export class InvalidFrameEvent extends Event {
  readonly reason: string;
  constructor(reason: string) {
    super('invalid');
    this.reason = reason;
  }
}

/** The events of a {@link RoomSocket}. `down`: the socket is away, or could not be had, and is tried again. */
export interface RoomSocketEvents {
  open: RoomOpenEvent;
  message: RoomMessageEvent;
  down: Event;
  refused: RoomRefusedEvent;
  invalid: InvalidFrameEvent;
}
