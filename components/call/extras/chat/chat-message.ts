/** A file that somebody offers: what they say of it. */
export interface OfferedFile {
  /** Fit to be saved under, whatever the sender called it: without paths and hidden characters. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** The media type that the sender claims, such as `image/png`; may be empty. Never to be trusted. */
  readonly mime: string;
  /** Whether it is not to be had any more. */
  readonly withdrawn: boolean;
}

/** One message of a chat: frozen. Somebody's words: render as text. */
export interface ChatMessage {
  /** Unique in this chat. */
  readonly id: string;
  /** The peer id of whoever wrote it; they may have left. */
  readonly author: string;
  /** What they were called then; may be empty. */
  readonly name: string;
  /** Empty where the message is a file. */
  readonly text: string;
  /** When it was written, by `Date.now()` of this side. */
  readonly time: number;
  /** Whether this person wrote it. */
  readonly own: boolean;
  /** Whether it is for one person alone. */
  readonly private: boolean;
  /** Of one's own private messages: what the person is called that it went to. */
  readonly to?: string | undefined;
  /** Written before this person came: somebody who was there says so, author and words alike. */
  readonly retold: boolean;
  /** A file, which is here only once somebody has accepted it. */
  readonly file?: OfferedFile | undefined;
}

/** `chatmessage`: somebody wrote, this person included. Not fired for what is retold. */
export class ChatMessageEvent extends Event {
  readonly message: ChatMessage;
  constructor(message: ChatMessage) {
    super('chatmessage');
    this.message = message;
  }
}
