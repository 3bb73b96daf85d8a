import type { Call } from '../call.js';
import { Captions } from './captions.js';
import { Chat } from './chat/chat.js';
import { Devices } from './devices.js';
import { Exchange } from './exchange.js';
import { Hands } from './hands.js';
import { Messages } from './messages.js';
import { Reactions } from './reactions.js';
import { Recordings } from './recordings.js';
import { Moderation } from './moderation/moderation.js';
import { ScreenShare } from './screen-share.js';

/** What a call can beyond talking and seeing: a chunk of its own. Lives as long as its call, over all stays in rooms. */
export class Extras {
  /** What passes between people besides sound and picture. */
  readonly exchange: Exchange;
  readonly screenShare: ScreenShare;
  readonly devices: Devices;
  readonly messages: Messages;
  readonly hands: Hands;
  readonly chat: Chat;
  readonly reactions: Reactions;
  readonly captions: Captions;
  /** Who records. */
  readonly recordings: Recordings;
  /** Hosts, and what they do. */
  readonly moderation: Moderation;

  constructor(call: Call) {
    this.exchange = new Exchange(call);
    this.screenShare = new ScreenShare(call, this.exchange);
    this.devices = Devices.of(call);
    this.messages = new Messages(call, this.exchange);
    this.hands = new Hands(call, this.exchange);
    this.reactions = new Reactions(call, this.exchange);
    this.captions = new Captions(call, this.exchange);
    this.recordings = new Recordings(call, this.exchange);
    this.chat = new Chat(call, this.exchange);
    this.moderation = new Moderation(call);
    // Last: what is said at the beginning finds all who listen.
    call.accompany((stay) => this.exchange.open(stay));
  }
}
