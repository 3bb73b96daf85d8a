import {
  CHAT_TEXT,
  FILE_OFFERS,
  MOST_CHAT_AGE,
  MOST_CHAT_TEXT,
  type ChatPastMessage,
  type FileOfferMessage,
} from '../../../../signaling/protocol/index.js';
import { randomId } from '../../../../signaling/client/index.js';
import { Budget } from '../../budget.js';
import type { Call } from '../../call.js';
import { CallErrorEvent } from '../../call-events.js';
import { cleanText } from '../../clean-text.js';
import { CallError } from '../../errors.js';
import type { Exchange } from '../exchange.js';
import { PeerBudgets } from '../peer-budgets.js';
import { ChatMessageEvent, type ChatMessage, type OfferedFile } from './chat-message.js';
import { fileNameOf } from './files/file-name.js';
import type { Files } from './files/files.js';
import { History } from './history.js';
import { surplusOf } from './surplus.js';

/** How many messages are kept; see {@link surplusOf} for which go. */
const MOST_KEPT = 500;
/** How many one may write at once, and then a second; others are heard a little more, as messages arrive in heaps. */
const WRITES = [20, 2] as const;
const HEARS = [40, 4] as const;

/** What a message holds. */
type Content = Pick<ChatMessage, 'text' | 'file'>;

/**
 * What people write to each other, from peer to peer, and the files that they offer. Fires `chatmessage` for what is written, `change` when anything here did.
 */
export class Chat extends EventTarget {
  readonly #call: Call;
  readonly #exchange: Exchange;
  readonly #history: History;
  readonly #heard: PeerBudgets;
  #own = new Budget(...WRITES);
  #messages = new Map<string, ChatMessage>();
  #list: readonly ChatMessage[] = Object.freeze([]);
  #unread = 0;
  #isOpen = false;
  #files: Promise<Files> | undefined;

  constructor(call: Call, exchange: Exchange) {
    super();
    this.#call = call;
    this.#exchange = exchange;
    this.#heard = new PeerBudgets(exchange, ...HEARS);
    exchange.read(CHAT_TEXT, ({ id, text, private: isPrivate }, peer) => this.#onSaid(peer, id, isPrivate, { text }));
    // Here, and not with what brings the bytes: an offer must be seen before anybody has opened the chat.
    exchange.read(FILE_OFFERS, (message, peer) => {
      if (message.type === 'file-withdraw') this.#onWithdrawn(`${peer}/${message.id}`);
      else this.#onSaid(peer, message.id, message.private, { text: '', file: described(message) });
    });
    this.#history = new History(call, exchange, { tellable: () => this.#tellable(), take: (past) => this.#onPast(past) });
    // What was written in one room is nobody's business in the next.
    call.accompany(() => {
      this.#begin();
      return { close: () => this.#history.reset() };
    });
  }

  /** Everything that was written, oldest first: another frozen list after each change. */
  get messages(): readonly ChatMessage[] {
    return this.#list;
  }

  /** How many of the others' messages came while nobody looked. */
  get unread(): number {
    return this.#unread;
  }

  /** Whether the person can see what is written. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  set isOpen(isOpen: boolean) {
    this.#isOpen = isOpen;
    if (isOpen && this.#unread) {
      this.#unread = 0;
      this.#changed();
    }
  }

  /**
   * Writes to everybody, or to one participant alone.
   * @param text of 1 to 4,000 UTF-16 code units, without the blanks around it
   * @throws {TypeError} when it is empty or too long
   * @throws {DOMException} `InvalidStateError` outside of a room, `NotFoundError` when that participant can't be told anything,
   *   `QuotaExceededError` after too many messages at once
   */
  send(text: string, to?: string): ChatMessage {
    const words = cleanText(text, Infinity);
    if (!words || words.length > MOST_CHAT_TEXT) throw new TypeError(`A message has 1 to ${MOST_CHAT_TEXT} characters`);
    return this.#say({ text: words }, to, (id) => ({ type: 'chat', id, text: words, private: to !== undefined }));
  }

  /**
   * Offers a file to everybody, newcomers included, or to one participant alone.
   * @throws {DOMException} as {@link send} does
   * @internal for {@link Files}, which bring the bytes to those who accept it
   */
  offer({ name, size, mime }: Pick<FileOfferMessage, 'name' | 'size' | 'mime'>, to?: string): ChatMessage {
    const offer = (id: string): FileOfferMessage => ({ type: 'file-offer', id, name, size, mime, private: to !== undefined });
    return this.#say({ text: '', file: described(offer('')) }, to, offer);
  }

  /**
   * Shows that one's own file is not to be had any more.
   * @internal for {@link Files}
   */
  withdraw(id: string): void {
    this.#onWithdrawn(id);
  }

  /**
   * What brings files from one to another, loaded with the first wish for it.
   * @throws {CallError} `feature-unavailable` as rejection, when it can't be loaded; it is an `error` event of the call, too
   */
  files(): Promise<Files> {
    return (this.#files ??= this.#loadFiles());
  }

  async #loadFiles(): Promise<Files> {
    try {
      const { Files } = await import('./files/files.js');
      return new Files(this.#call, this.#exchange, this);
    } catch (cause) {
      this.#files = undefined;
      const error = new CallError('feature-unavailable', { recoverable: true, cause });
      this.#call.dispatchEvent(new CallErrorEvent(error));
      throw error;
    }
  }

  #say(content: Content, to: string | undefined, messageOf: (id: string) => { type: string }): ChatMessage {
    if (!this.#exchange.stay) throw new DOMException('There is no room to write to.', 'InvalidStateError');
    const receiver = this.#call.participants.find(({ id }) => id === to);
    if (to !== undefined && !(receiver && this.#exchange.peers.includes(to))) {
      throw new DOMException('They can’t be told anything now.', 'NotFoundError');
    }
    if (!this.#own.take()) throw new DOMException('Too many messages at once.', 'QuotaExceededError');
    const { id: author, displayName } = this.#call.localParticipant;
    const id = randomId();
    const base = { id: `${author}/${id}`, author, name: displayName, time: Date.now(), own: true, retold: false };
    const message: ChatMessage = Object.freeze({ ...base, ...content, private: to !== undefined, to: receiver?.displayName });
    // Whoever does not listen yet is told of files as of everything that still holds: once they do.
    void this.#exchange.tell(messageOf(id), to, !content.file);
    this.#add(message);
    this.dispatchEvent(new ChatMessageEvent(message));
    return message;
  }

  #begin(): void {
    this.#history.reset();
    this.#messages.clear();
    this.#unread = 0;
    this.#changed();
  }

  #onSaid(peer: string, id: string, isPrivate: boolean, content: Content): void {
    const participant = this.#call.participants.find((one) => one.id === peer);
    const key = `${peer}/${id}`;
    const known = this.#messages.get(key);
    // Once said is said; but who was there counts more than who tells of it.
    if (!participant || !this.#heard.take(peer) || (known && !known.retold)) return;
    const { displayName: name } = participant;
    const base = { id: key, author: peer, name, time: known?.time ?? Date.now(), own: false, retold: false };
    const message: ChatMessage = Object.freeze({ ...base, ...content, private: isPrivate });
    if (!this.#isOpen) this.#unread += 1;
    this.#add(message);
    this.dispatchEvent(new ChatMessageEvent(message));
  }

  #onWithdrawn(key: string): void {
    const known = this.#messages.get(key);
    if (!known?.file || known.file.withdrawn) return;
    this.#add(Object.freeze({ ...known, file: Object.freeze({ ...known.file, withdrawn: true }) }));
  }

  #onPast({ id, author, name, text, ago }: ChatPastMessage): void {
    const key = `${author}/${id}`;
    // Nobody tells us what we wrote ourselves in this stay.
    if (this.#messages.has(key) || author === this.#call.localParticipant.id) return;
    const base = { id: key, author, name, text, time: Date.now() - ago, own: false, retold: true };
    this.#add(Object.freeze({ ...base, private: false }));
  }

  #tellable(): ChatPastMessage[] {
    const now = Date.now();
    return (
      this.#list
        // Files are offered to newcomers by those who have them.
        .filter((message) => !message.private && !message.file)
        .map(({ id, author, name, text, time }) => {
          const ago = Math.min(Math.max(0, now - time), MOST_CHAT_AGE);
          return { type: 'chat-past', id: id.slice(author.length + 1), author, name, text, ago };
        })
    );
  }

  #add(message: ChatMessage): void {
    this.#messages.set(message.id, message);
    for (const { id } of surplusOf(this.#sorted(), MOST_KEPT)) this.#messages.delete(id);
    this.#changed();
  }

  #sorted(): ChatMessage[] {
    return [...this.#messages.values()].sort((one, other) => one.time - other.time);
  }

  #changed(): void {
    this.#list = Object.freeze(this.#sorted());
    this.dispatchEvent(new Event('change'));
  }
}

/** What a stranger says of a file, made fit to be shown. */
const described = ({ name, size, mime }: FileOfferMessage): OfferedFile =>
  Object.freeze({ name: fileNameOf(name), size, mime, withdrawn: false });
