import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Call } from '../../call/call.js';
import { CallError } from '../../call/errors.js';
import type { Chat } from '../../call/extras/chat/chat.js';
import type { ChatMessage } from '../../call/extras/chat/chat-message.js';
import { RoomController } from '../../controllers/room-controller.js';
import type { MessageKey } from '../../i18n/catalogue.js';
import { CHAT_ENGLISH } from '../../i18n/chat-catalogue.js';
import { addEnglish } from '../../i18n/translate.js';
import { buttons } from '../../styles/button.styles.js';
import { theme } from '../../styles/theme.styles.js';
import { define } from '../define.js';
import { styles } from './call-chat.styles.js';
import { withLinks } from './links.js';

export type { ChatMessage };

addEnglish(CHAT_ENGLISH);

/** The most that a message holds, in UTF-16 code units. */
const MOST = 4000;
/** So near to its end, in CSS pixels, a list is read to the end. */
const NEAR = 40;

/** What a person is told when a message can't be sent, by the name of the exception. */
const REFUSALS: Readonly<Record<string, MessageKey>> = {
  InvalidStateError: 'chat-no-call',
  NotFoundError: 'chat-gone',
  QuotaExceededError: 'chat-too-fast',
};

/**
 * @summary What people in a call write to each other, to all or to one. Finds the `<call-room>` around it, or the one that
 *   `for` names. Messages travel from person to person; newcomers are told by those who are there. Enter sends, Shift and
 *   Enter begin another line; what was not sent yet stays over closing and reloading.
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
 * @csspart notice - A sentence that tells why something was not sent.
 *
 * @cssproperty [--call-background=light-dark(#f4f5f7, #16181b)] - Behind everything.
 * @cssproperty [--call-surface=light-dark(#e2e5ea, #26292e)] - Messages of others.
 * @cssproperty [--call-text=light-dark(#1b1e23, #f3f4f6)] - Text.
 * @cssproperty [--call-accent=light-dark(#1d5bdb, #7eaaff)] - The send button; tints one's own messages.
 */
export class CallChat extends LitElement {
  static override styles = [theme, buttons, styles];
  static override properties = {
    for: {},
    notice: { attribute: false },
    draft: { attribute: false },
    recipient: { attribute: false },
    hasNews: { attribute: false },
  };

  readonly #room = new RoomController(this, () => this.for);
  #call: Call | undefined;
  #chat: Chat | undefined;
  #following = new AbortController();
  #places: IntersectionObserver | undefined;
  #isAtEnd = true;
  #count = 0;
  #isInView = false;

  private notice: MessageKey | undefined;
  private draft = '';
  /** The peer id of whom to write to; empty: everybody. */
  private recipient = '';
  private hasNews = false;

  /** The id of a `<call-room>`; without it, the one around this element. */
  for: string | undefined;

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
    this.#call = this.#chat = undefined;
  }

  /** Focuses the text field. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('textarea')?.focus(options);
  }

  protected override willUpdate(): void {
    const call = this.#room.room?.call;
    if (call !== this.#call && this.isConnected) void this.#follow(call);
    if (this.recipient && !call?.participants.some(({ id }) => id === this.recipient)) this.recipient = '';
  }

  protected override updated(changes: PropertyValues<this>): void {
    super.updated(changes);
    const list = this.renderRoot.querySelector('.messages');
    const { length } = this.messages;
    if (!list || length === this.#count) return;
    this.#count = length;
    if (this.#isAtEnd || this.messages.at(-1)?.own) this.#toEnd();
    else this.hasNews = true;
  }

  async #follow(call: Call | undefined): Promise<void> {
    this.#following.abort();
    this.#following = new AbortController();
    const { signal } = this.#following;
    this.#call = call;
    this.#chat = undefined;
    this.draft = call ? this.#storedDraft : '';
    if (!call) return;
    try {
      const { chat } = await call.extras();
      if (signal.aborted) return;
      this.#chat = chat;
      chat.addEventListener('change', () => this.requestUpdate(), { signal });
      this.#tellOpen();
      this.requestUpdate();
    } catch (error) {
      // The call has told of it.
      if (!(error instanceof CallError)) throw error;
    }
  }

  #tellOpen(): void {
    if (this.#chat) this.#chat.isOpen = this.#isInView;
  }

  get #storeKey(): string {
    return `call-chat-draft ${this.#room.room?.getAttribute('room') ?? ''}`;
  }

  get #storedDraft(): string {
    try {
      return sessionStorage.getItem(this.#storeKey) ?? '';
    } catch {
      // A page may have no storage (`SecurityError`): then a draft lives as long as the page.
      return this.draft;
    }
  }

  #keep(draft: string): void {
    this.draft = draft;
    this.notice = undefined;
    try {
      if (draft) sessionStorage.setItem(this.#storeKey, draft);
      else sessionStorage.removeItem(this.#storeKey);
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
      const refusal = error instanceof DOMException ? REFUSALS[error.name] : undefined;
      if (!refusal) throw error;
      this.notice = refusal;
    }
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

  #renderMessage(message: ChatMessage): TemplateResult {
    const { text } = this.#room;
    const { own, name, to, time, retold } = message;
    const told = message.private && (own ? text('chat-private-to', { name: to || text('guest') }) : text('chat-private-from'));
    const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' }).format(time);
    return html`<div part=${own ? 'message own-message' : 'message'} class=${own ? 'message own' : 'message'}>
      <div class="head">
        <bdi part="author" class="author">${own ? text('you') : name || text('guest')}</bdi>
        <span part="time"
          ><time datetime=${new Date(time).toISOString()}>${clock}</time>${told ? html`, ${told}` : nothing}${
            retold ? html`, ${text('chat-retold')}` : nothing
          }</span
        >
      </div>
      <p part="text" class="text" dir="auto">${withLinks(message.text)}</p>
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
        @change=${(event: Event) => (this.recipient = (event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${!this.recipient}>${text('chat-everyone')}</option>
        ${others.map(
          ({ id, displayName }) =>
            html`<option value=${id} ?selected=${id === this.recipient}>${displayName || text('guest')}</option>`,
        )}
      </select></label
    >`;
  }

  protected override render(): TemplateResult {
    const { text } = this.#room;
    const label = text('chat-send');
    const notice = this.#excess > 0 ? text('chat-too-long', { count: String(this.#excess) }) : this.notice && text(this.notice);
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
      </form>`;
  }
}

define('call-chat', CallChat);

declare global {
  interface HTMLElementTagNameMap {
    'call-chat': CallChat;
  }
}
