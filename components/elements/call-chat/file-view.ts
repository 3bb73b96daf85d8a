import { html, nothing, type TemplateResult } from 'lit';
import type { ChatMessage } from '../../call/extras/chat/chat-message.js';
import { isUnderWay, type FileTransfer } from '../../call/extras/chat/files/file-transfer.js';
import type { Files } from '../../call/extras/chat/files/files.js';
import { outline } from '../../features/outline.js';
import { nameOf } from '../../i18n/names.js';
import type { Translate } from '../../i18n/translate.js';
import type { Figures } from './figures.js';

const FILE = 'M6.5 3H14l5 5v11.5a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 19.5v-15A1.5 1.5 0 0 1 6.5 3ZM14 3v5h5';

/** What a file in the chat needs to be shown. */
export interface FileViewContext {
  readonly text: Translate;
  readonly figures: Figures;
  /** `undefined` until it is loaded. */
  readonly files: Files | undefined;
  /** Accepts the file of a message, for the first time or again. */
  readonly accept: (id: string) => void;
}

/** A file in the chat, and all that can be done with it. */
export function renderFile(message: ChatMessage, context: FileViewContext): TemplateResult | typeof nothing {
  const { file } = message;
  if (!file) return nothing;
  const name = `file ${message.id}`.replace(/\s/g, '-');
  return html`<div part="file" class="file">
      ${outline(FILE)}
      <span class="what">
        <bdi part="file-name" class="file-name" id=${name}>${file.name}</bdi>
        <span part="file-size" class="file-size">${context.figures.sizeOf(file.size)}</span>
      </span>
    </div>
    <div class="ways" aria-live="off">
      ${message.own ? renderOwn(message, name, context) : renderOther(message, name, context)}
    </div>`;
}

/** A file of another's. */
function renderOther(message: ChatMessage, name: string, context: FileViewContext): unknown {
  const { text, files, accept } = context;
  const [transfer] = files?.of(message) ?? [];
  const again = (key: 'chat-file-accept' | 'chat-file-again' | 'chat-file-anew'): unknown =>
    files?.isAvailable(message)
      ? renderButton('accept-button', text(key), name, () => accept(message.id), 'primary')
      : renderState(text('chat-file-gone'));
  if (!transfer) return again('chat-file-accept');
  if (isUnderWay(transfer)) return renderProgress(transfer, text('chat-file-receiving', { file: transfer.file }), name, context);
  if (transfer.state !== 'done') return html`${renderState(stateOf(transfer, text))}${again('chat-file-again')}`;
  if (!transfer.url) return html`${renderState(text('chat-file-cleared'))}${again('chat-file-anew')}`;
  const id = `save-${name}`;
  return html`<a
    part="button save-link"
    class="save"
    id=${id}
    aria-labelledby="${id} ${name}"
    href=${transfer.url}
    download=${transfer.file}
    @click=${() => files?.noteSaved(transfer)}
    >${text('chat-file-save')}</a
  >`;
}

/** A file of one's own: who has it, who gets it. */
function renderOwn(message: ChatMessage, name: string, context: FileViewContext): unknown {
  const { text, files } = context;
  const transfers = files?.of(message) ?? [];
  const isOffered = files?.isAvailable(message);
  return html`${
    transfers.length
      ? html`<ul>
          ${transfers.map((transfer) => renderWay(transfer, name, context))}
        </ul>`
      : nothing
  }
  ${isOffered && transfers.length === 0 ? renderState(text('chat-file-offered')) : nothing}
  ${
    isOffered
      ? renderButton('withdraw-button', text('chat-file-withdraw'), name, () => files?.withdraw(message.id))
      : renderState(text('chat-file-gone'))
  }`;
}

function renderWay(transfer: FileTransfer, name: string, context: FileViewContext): TemplateResult {
  const { text } = context;
  const who = nameOf(transfer.peerName, text);
  const label = text('chat-file-sending', { file: transfer.file, name: who });
  return html`<li part="receiver">
    <bdi class="who">${who}</bdi>
    ${isUnderWay(transfer) ? renderProgress(transfer, label, name, context) : renderState(stateOf(transfer, text))}
  </li>`;
}

function renderProgress(transfer: FileTransfer, label: string, name: string, { text, files }: FileViewContext): TemplateResult {
  const isWaiting = transfer.state === 'waiting';
  return html`<progress
      part="progress"
      aria-label=${label}
      max=${Math.max(1, transfer.size)}
      value=${isWaiting ? nothing : transfer.bytes}
    ></progress>
    ${isWaiting ? renderState(text('chat-file-waiting')) : nothing}
    ${renderButton('cancel-button', text('cancel'), name, () => files?.cancel(transfer))}`;
}

const renderState = (words: string): TemplateResult => html`<span part="file-state" class="file-state">${words}</span>`;

function stateOf({ state, reason }: FileTransfer, text: Translate): string {
  if (state === 'done') return text('chat-file-got');
  if (reason === 'not-begun') return text('chat-file-not-begun');
  return text(state === 'cancelled' ? 'chat-file-cancelled' : 'chat-file-failed');
}

/** A button that is called by its words and the file: there may be many with the same words. */
function renderButton(part: string, words: string, name: string, act: () => void, look = ''): TemplateResult {
  const id = `${part}-${name}`;
  return html`<button
    type="button"
    part="button ${part}"
    class="small ${look}"
    id=${id}
    aria-labelledby="${id} ${name}"
    @click=${act}
  >
    ${words}
  </button>`;
}
