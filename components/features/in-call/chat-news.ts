import type { Chat } from '../../call/extras/chat/chat.js';
import type { ChatMessageEvent } from '../../call/extras/chat/chat-message.js';
import { roomsChanged, type RoomElement } from '../../controllers/room-registry.js';
import { nameOf } from '../../i18n/names.js';

/** Between two announcements of one author, in ms: what somebody writes in three lines is one piece of news. */
const QUIET = 3000;

/** Tells of messages that come while nobody looks at the chat, which says by itself what is written when somebody does. */
export class ChatNews {
  readonly #room: RoomElement;
  readonly #chat: Chat;
  readonly #saidAt = new Map<string, number>();

  constructor(room: RoomElement, chat: Chat) {
    this.#room = room;
    this.#chat = chat;
    // For the life of all three: none outlives the others.
    chat.addEventListener('chatmessage', (event) => this.#onMessage(event as ChatMessageEvent));
    // Bars show how many there are.
    chat.addEventListener('change', roomsChanged);
    room.call.addEventListener('participantleft', ({ participant }) => this.#saidAt.delete(participant.id));
  }

  #onMessage({ message: { own, author, name } }: ChatMessageEvent): void {
    const now = performance.now();
    if (own || this.#chat.isOpen || now < (this.#saidAt.get(author) ?? -Infinity) + QUIET) return;
    this.#saidAt.set(author, now);
    this.#room.say('said-message', { name: nameOf(name, this.#room.text) });
  }
}
