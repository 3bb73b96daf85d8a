import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MOST_FILE } from '../../../signaling/protocol/index.js';
import type { Call } from '../../call/call.js';
import { CallError } from '../../call/errors.js';
import type { Chat } from '../../call/extras/chat/chat.js';
import type { ChatMessage } from '../../call/extras/chat/chat-message.js';
import type { TransferEndEvent } from '../../call/extras/chat/files/file-transfer.js';
import { fileNameOf } from '../../call/extras/chat/files/file-name.js';
import type { Files } from '../../call/extras/chat/files/files.js';
import { isActive } from '../../call/call-state.js';
import { localeOf, speak } from '../../controllers/language-controller.js';
import { RoomController } from '../../controllers/room-controller.js';
import type { RoomElement } from '../../controllers/room-registry.js';
import { outline } from '../../features/outline.js';
import type { MessageKey } from '../../i18n/catalogue.js';
import { CHAT_ENGLISH } from '../../i18n/chat-catalogue.js';
import { nameOf } from '../../i18n/names.js';
import { addEnglish, type MessageParams } from '../../i18n/translate.js';
import { buttons } from '../../styles/button.styles.js';
import { theme } from '../../styles/theme.styles.js';
import { define } from '../define.js';
import { styles } from './call-chat.styles.js';
import { droppedFiles, holdsFiles } from './dropped-files.js';
import { Figures } from './figures.js';
import { renderFile } from './file-view.js';
import { fileStyles } from './file-view.styles.js';
import { withLinks } from './links.js';

export type { ChatMessage };

addEnglish(CHAT_ENGLISH);

/** The most that a message holds, in UTF-16 code units. */
const MOST = 4000;
/** So near to its end, in CSS pixels, a list is read to the end. */
const NEAR = 40;

const PAPERCLIP = 'M19.5 11.5l-8 8a5 5 0 0 1-7-7l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7l-8.4 8.4a1.6 1.6 0 0 1-2.3-2.3l7.7-7.7';

/** What a person is told when a message can't be sent, by the name of the exception. */
const REFUSALS: Readonly<Record<string, MessageKey>> = {
  InvalidStateError: 'chat-no-call',
  NotFoundError: 'chat-gone',
  QuotaExceededError: 'chat-too-fast',
};

/** What a person is told when a file can't be sent or had, by the name of the exception. */
const FILE_REFUSALS: typeof REFUSALS = { ...REFUSALS, NotFoundError: 'chat-file-unreachable' };

/** A sentence that tells why something was not done. */
interface Notice {
  readonly key: MessageKey;
  readonly params?: MessageParams;
}

/**
 * @summary What people in a call write to each other, to all or to one. Finds the `<call-room>` around it, or the one that
 *   `for` names. Messages travel from person to person; newcomers are told by those who are there. Enter sends, Shift and
 *   Enter begin another line; what was not sent yet stays over closing and reloading. Files are sent, too, by the paperclip or
 *   dropped on the chat; they go from person to person, to those who accept them, and never through a server.
 *
 * @slot empty - What stands here before anybody has written.
 *
 * @csspart messages - The list of messages.
 * @csspart message - Each message; `::part(own-message)` those of this person.
 * @csspart author - Who wrote it.
 * @csspart time - When, and for whom.
 * @csspart text - The words.
 * @csspart link - A link in them.
 * @csspart empty - What stands here before anybody has written.
 * @csspart form - Where one writes.
 * @csspart recipient - The choice of whom to write to.
 * @csspart input - The text field.
 * @csspart button - Every button.
 * @csspart send-button - Sends.
 * @csspart new-messages-button - Leads to the end of the list.
 * @csspart file - A file: an icon, its name and its size.
 * @csspart file-name - What the file is called.
 * @csspart file-size - How large it is.
 * @csspart file-state - A word that tells how it stands: “Waiting…”, “Received”.
 * @csspart receiver - Each person who has accepted a file of one's own.
 * @csspart progress - How much has come or gone: a `<progress>`.
 * @csspart accept-button - Has a file sent, for the first time or again.
 * @csspart cancel-button - Ends what is under way.
 * @csspart save-link - Saves what has come.
 * @csspart withdraw-button - Offers a file no longer.
 * @csspart attach-button - The paperclip, which asks for files.
 * @csspart drop-zone - What is seen while files are dragged above the chat.
 * @csspart notice - A sentence that tells why something was not sent.
 *
 * @cssproperty [--call-background=light-dark(#f4f5f7, #16181b)] - Behind everything.
 * @cssproperty [--call-surface=light-dark(#e2e5ea, #26292e)] - Messages of others.
 * @cssproperty [--call-text=light-dark(#1b1e23, #f3f4f6)] - Text.
 * @cssproperty [--call-accent=light-dark(#1d5bdb, #7eaaff)] - The send button; tints one's own messages.
 */
export class CallChat extends LitElement {
  static override styles = [theme, buttons, styles, fileStyles];
  static override properties = {
    for: {},
    notice: { attribute: false },
    draft: { attribute: false },
    recipient: { attribute: false },
    hasNews: { attribute: false },
    isDraggedOver: { attribute: false },
  };

  readonly #room = new RoomController(this, () => this.for);
  #call: Call | undefined;
  #chat: Chat | undefined;
  #files: Files | undefined;
  #figures = new Figures('en');
  /** Under which the draft is kept: each room has its own. */
  #draftKey: string | undefined;
  /** What whom to write to is called: they may leave. */
  #recipientName = '';
  /** Somebody wanted the focus here before there was anything to focus. */
  #isFocusOwed = false;
  /** The message in which the focus is. */
  #focused: string | undefined;
  #following = new AbortController();
  #places: IntersectionObserver | undefined;
  #isAtEnd = true;
  #count = 0;
  #isInView = false;

  private notice: Notice | undefined;
  private draft = '';
  /** The peer id of whom to write to; empty: everybody. */
  private recipient = '';
  private hasNews = false;
  private isDraggedOver = false;

  /** The id of a `<call-room>`; without it, the one around this element. */
  for: string | undefined;

  constructor() {
    super();
    for (const type of ['dragenter', 'dragover'] as const) this.addEventListener(type, this.#onDrag);
    this.addEventListener('dragleave', this.#onDragLeave);
    this.addEventListener('drop', this.#onDrop);
  }

  /** Everything that was written, oldest first: a frozen list of frozen messages. */
  get messages(): readonly ChatMessage[] {
    return this.#chat?.messages ?? [];
  }

  /** Being here makes `moveBefore()` a move, not a removal and an insertion. */
  connectedMoveCallback(): void {}

  override connectedCallback(): void {
    super.connectedCallback();
    this.#places = new IntersectionObserver((entries) => {
      this.#isInView = entries.at(-1)?.isIntersecting ?? false;
      this.#tellOpen();
    });
    this.#places.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#places?.disconnect();
    this.#isInView = false;
    this.#tellOpen();
    this.#following.abort();
    this.#call = this.#chat = this.#files = undefined;
    this.isDraggedOver = false;
  }

  /** Focuses the text field. */
  override focus(options?: FocusOptions): void {
    const field = this.renderRoot.querySelector('textarea');
    this.#isFocusOwed = !field;
    field?.focus(options);
  }

  protected override willUpdate(): void {
    const { room } = this.#room;
    const call = room?.call;
    if (call !== this.#call && this.isConnected) void this.#follow(room);
    if (room) this.#keepPace(room);
    // What is meant for one must not go to all because that one has left: as long as this person stays, they choose anew.
    if (!this.draft.trim() && !isActive(room?.state ?? 'idle')) this.recipient = '';
    this.#focused = this.shadowRoot?.activeElement?.closest<HTMLElement>('[data-message]')?.dataset['message'];
  }

  protected override updated(changes: PropertyValues<this>): void {
    super.updated(changes);
    if (this.#isFocusOwed) this.focus();
    this.#keepFocus();
    const list = this.renderRoot.querySelector('.messages');
    const { length } = this.messages;
    if (!list || length === this.#count) return;
    this.#count = length;
    if (this.#isAtEnd || this.messages.at(-1)?.own) this.#toEnd();
    else this.hasNews = true;
  }

  /** A button that was pressed may have made way for the next one. */
  #keepFocus(): void {
    if (this.#focused === undefined || this.shadowRoot?.activeElement) return;
    const message = this.renderRoot.querySelector(`[data-message="${CSS.escape(this.#focused)}"]`);
    const next = message?.querySelector<HTMLElement>('button, a') ?? this.renderRoot.querySelector<HTMLElement>('.messages');
    next?.focus();
  }

  /** The room may be another one now, or speak another language. */
  #keepPace(room: RoomElement): void {
    const locale = localeOf(room);
    if (locale !== this.#figures.locale) this.#figures = new Figures(locale);
    const key = `call-chat-draft ${room.room}`;
    if (key === this.#draftKey) return;
    this.#draftKey = key;
    this.draft = this.#storedDraft;
  }

  #isHere(id: string): boolean {
    return this.#room.room?.participants.some((one) => one.id === id) ?? false;
  }

  async #follow(room: RoomElement | undefined): Promise<void> {
    this.#following.abort();
    this.#following = new AbortController();
    const { signal } = this.#following;
    const call = (this.#call = room?.call);
    this.#chat = this.#files = undefined;
    if (!room || !call) return;
    speak(room as RoomElement & LitElement, 'chat');
    const update = (): void => this.requestUpdate();
    try {
      const { chat } = await call.extras();
      if (signal.aborted) return;
      this.#chat = chat;
      chat.addEventListener('change', update, { signal });
      this.#tellOpen();
      update();
      const files = await chat.files();
      if (signal.aborted) return;
      this.#files = files;
      files.addEventListener('change', update, { signal });
      files.addEventListener('transferend', (event) => this.#onTransferEnd(event as TransferEndEvent), { signal });
      update();
    } catch (error) {
      // The call has told of it.
      if (!(error instanceof CallError)) throw error;
    }
  }

  #tellOpen(): void {
    if (this.#chat) this.#chat.isOpen = this.#isInView;
  }

  get #storedDraft(): string {
    try {
      return sessionStorage.getItem(this.#draftKey ?? '') ?? '';
    } catch {
      // A page may have no storage (`SecurityError`): then a draft lives as long as the element.
      return '';
    }
  }

  #keep(draft: string): void {
    this.draft = draft;
    this.notice = undefined;
    try {
      if (draft) sessionStorage.setItem(this.#draftKey ?? '', draft);
      else sessionStorage.removeItem(this.#draftKey ?? '');
    } catch {
      // See above; or it is full.
    }
  }

  #send(): void {
    if (!this.draft.trim() || this.#excess > 0) return;
    try {
      if (!this.#chat) throw new DOMException('The chat is still being loaded.', 'InvalidStateError');
      this.#chat.send(this.draft, this.recipient || undefined);
      this.#keep('');
    } catch (error) {
      this.#explain(error, REFUSALS);
    }
  }

  /** Tells a person why something was refused. */
  #explain(error: unknown, refusals: typeof REFUSALS): void {
    const key = error instanceof DOMException ? refusals[error.name] : undefined;
    if (!key) throw error;
    this.notice = { key };
  }

  /** Offers these files to whom one writes to. */
  #offer(chosen: readonly File[], hasFolder = false): void {
    this.notice = hasFolder ? { key: 'chat-file-folder' } : undefined;
    for (const file of chosen) {
      if (file.size > MOST_FILE) {
        const size = this.#figures.sizeOf(MOST_FILE);
        this.notice = { key: 'chat-file-too-large', params: { file: fileNameOf(file.name), size } };
      } else if (this.#files?.isFull) {
        this.notice = { key: 'chat-file-too-many' };
      } else if (!this.#offerOne(file)) return;
    }
  }

  #offerOne(file: File): boolean {
    try {
      if (!this.#files) throw new DOMException('What brings files is still being loaded.', 'InvalidStateError');
      this.#files.offer(file, this.recipient || undefined);
      return true;
    } catch (error) {
      this.#explain(error, FILE_REFUSALS);
      return false;
    }
  }

  readonly #accept = (id: string): void => {
    try {
      this.#files?.accept(id);
      this.notice = undefined;
    } catch (error) {
      this.#explain(error, { ...FILE_REFUSALS, QuotaExceededError: 'chat-file-no-room' });
    }
  };

  /** Progress is seen, and asked for where it can't be seen; said is only how it ended. */
  #onTransferEnd({ transfer: { state, own, file, peerName } }: TransferEndEvent): void {
    const { room, text } = this.#room;
    // As this person leaves, all of them end, and that is no news.
    if (!room || !isActive(room.state)) return;
    if (state === 'done' && own) room.say('said-file-sent', { name: nameOf(peerName, text), file });
    else if (state === 'done') room.say('said-file-got', { file });
    else room.say(state === 'cancelled' ? 'said-file-cancelled' : 'said-file-failed', { file });
  }

  get #excess(): number {
    return this.draft.trim().length - MOST;
  }

  #toEnd(): void {
    const list = this.renderRoot.querySelector('.messages');
    if (list) list.scrollTop = list.scrollHeight;
    this.#isAtEnd = true;
    this.hasNews = false;
  }

  readonly #onScroll = (event: Event): void => {
    const { scrollTop, scrollHeight, clientHeight } = event.currentTarget as HTMLElement;
    this.#isAtEnd = scrollHeight - clientHeight - scrollTop < NEAR;
    if (this.#isAtEnd) this.hasNews = false;
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    this.#send();
  };

  /** Enter ends a composition (of Japanese, for example) before it sends anything. */
  readonly #onKeyDown = (event: KeyboardEvent): void => {
    // Shortcuts of the page or the call are not meant while somebody writes.
    if (event.key !== 'Escape') event.stopPropagation();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#send();
  };

  readonly #onChosen = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    this.#offer([...(input.files ?? [])]);
    // So that the same file can be chosen once more.
    input.value = '';
  };

  /** A file that is dropped where nobody takes it replaces the whole page. */
  readonly #onDrag = (event: DragEvent): void => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    this.isDraggedOver = true;
  };

  readonly #onDragLeave = ({ relatedTarget }: DragEvent): void => {
    // To something that stands in the slot, it has not left.
    if (!(relatedTarget instanceof Node && this.contains(relatedTarget))) this.isDraggedOver = false;
  };

  readonly #onDrop = (event: DragEvent): void => {
    this.isDraggedOver = false;
    if (!holdsFiles(event)) return;
    event.preventDefault();
    const { files, hasFolder } = droppedFiles(event);
    this.#offer(files, hasFolder);
  };

  #renderMessage(message: ChatMessage): TemplateResult {
    const { text } = this.#room;
    const { own, name, to, time, retold } = message;
    const told = message.private && (own ? text('chat-private-to', { name: nameOf(to, text) }) : text('chat-private-from'));
    // After the time, which is an element of its own.
    const notes = [told, retold && text('chat-retold')].map((note) => (note ? [text('comma'), note] : []));
    const context = { text, figures: this.#figures, files: this.#files, accept: this.#accept };
    return html`<div
      part=${own ? 'message own-message' : 'message'}
      class=${own ? 'message own' : 'message'}
      data-message=${message.id}
    >
      <div class="head">
        <bdi part="author" class="author">${own ? text('you') : nameOf(name, text)}</bdi>
        <span part="time"><time datetime=${new Date(time).toISOString()}>${this.#figures.timeOf(time)}</time>${notes}</span>
      </div>
      ${message.file ? renderFile(message, context) : html`<p part="text" class="text" dir="auto">${withLinks(message.text)}</p>`}
    </div>`;
  }

  #renderRecipient(): TemplateResult | typeof nothing {
    const { room, text } = this.#room;
    const others = room?.participants ?? [];
    if (others.length < 2 && !this.recipient) return nothing;
    return html`<label
      >${text('chat-to')}
      <select
        part="recipient"
        .value=${this.recipient}
        @change=${(event: Event) => this.#choose((event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${!this.recipient}>${text('chat-everyone')}</option>
        ${others.map(
          ({ id, displayName }) =>
            html`<option value=${id} ?selected=${id === this.recipient}>${nameOf(displayName, text)}</option>`,
        )}
        ${
          this.recipient && !this.#isHere(this.recipient)
            ? html`<option value=${this.recipient} selected>${nameOf(this.#recipientName, text)}</option>`
            : nothing
        }
      </select></label
    >`;
  }

  #choose(id: string): void {
    this.recipient = id;
    this.#recipientName = this.#room.room?.participants.find((one) => one.id === id)?.displayName ?? '';
  }

  #renderDropZone(): TemplateResult | typeof nothing {
    if (!this.isDraggedOver) return nothing;
    const { text } = this.#room;
    const name = nameOf(this.#recipientName, text);
    return html`<div part="drop-zone" class="drop">${this.recipient ? text('chat-drop-to', { name }) : text('chat-drop')}</div>`;
  }

  /** Whether the words are here in which all of this is to be said. Where they can't be had, there are none, and English does. */
  get #canSpeak(): boolean {
    const texts = this.#room.room?.words?.texts;
    return !texts || 'chat-send' in texts;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#canSpeak) return nothing;
    const { text } = this.#room;
    const label = text('chat-send');
    const attach = text('chat-attach');
    const count = this.#figures.numberOf(this.#excess);
    const notice = this.#excess > 0 ? text('chat-too-long', { count }) : this.notice && text(this.notice.key, this.notice.params);
    return html`<div
        part="messages"
        class="messages"
        role="log"
        tabindex="0"
        aria-label=${text('chat-messages')}
        @scroll=${this.#onScroll}
      >
        ${
          this.messages.length
            ? repeat(
                this.messages,
                ({ id }) => id,
                (message) => this.#renderMessage(message),
              )
            : html`<slot name="empty"><p part="empty" class="empty">${text('chat-empty')}</p></slot>`
        }
      </div>
      <form part="form" @submit=${this.#onSubmit}>
        ${
          this.hasNews
            ? html`<button
                type="button"
                part="button new-messages-button"
                class="new primary"
                @click=${() => {
                  this.#toEnd();
                  this.focus();
                }}
              >
                ${text('chat-new')}
              </button>`
            : nothing
        }
        ${this.#renderRecipient()}
        <label part="button attach-button" class="round attach" title=${attach}>
          <input type="file" multiple aria-label=${attach} @change=${this.#onChosen} />
          ${outline(PAPERCLIP)}
        </label>
        <textarea
          part="input"
          rows="1"
          dir="auto"
          aria-label=${text('chat-write')}
          placeholder=${text('chat-write')}
          .value=${this.draft}
          @input=${(event: Event) => this.#keep((event.target as HTMLTextAreaElement).value)}
          @keydown=${this.#onKeyDown}
        ></textarea>
        <button part="button send-button" class="round primary" aria-label=${label} title=${label}>
          <svg
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            stroke-width="1.8"
            stroke-linejoin="round"
            aria-hidden="true"
          >
            <path d="M4 4.5 21 12 4 19.5 7 12ZM7 12h7" />
          </svg>
        </button>
        <div class="notice" part="notice" role="status" ?hidden=${!notice}>${notice}</div>
      </form>
      ${this.#renderDropZone()}`;
  }
}

define('call-chat', CallChat);

declare global {
  interface HTMLElementTagNameMap {
    'call-chat': CallChat;
  }
}
