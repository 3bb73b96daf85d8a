import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { CallError } from '../../call/errors.js';
import { LocalMedia } from '../../call/media/local-media.js';
import type { Participant } from '../../call/participant.js';
import { RoomController } from '../../controllers/room-controller.js';
import { setStates } from '../../controllers/states.js';
import { CallErrorEvent } from '../../events/call-error.js';
import { errorSentence, loadSentences } from '../../i18n/translate.js';
import { theme } from '../../styles/theme.styles.js';
import { TILE_PARTS } from '../call-tile/call-tile.js';
import { define } from '../define.js';
import { styles } from './local-video.styles.js';

/**
 * @summary This person's own picture, mirrored. In a `<call-room>`, or with `for`, it is that of the call; alone on a
 *   page it is a working camera preview, which lets the camera go when it is removed.
 *
 * @fires {CallErrorEvent} call-error - The camera of a preview could not be opened.
 *
 * @csspart tile - The tile.
 * @csspart video - The picture.
 * @csspart avatar - The disc with initials, while there is no picture.
 * @csspart name-tag - The tag with the name.
 * @csspart icon - The icon in the name tag.
 * @csspart label - The name in the name tag.
 * @csspart error - The sentence that tells why there is no preview.
 *
 * @cssproperty [--call-surface=light-dark(#e2e5ea, #26292e)] - Background behind the disc.
 * @cssproperty [--call-radius=14px] - Roundness of the corners.
 *
 * @cssstate speaking - This person speaks.
 * @cssstate muted - This person can't be heard.
 * @cssstate camera-off - This person's camera sends nothing.
 */
export class LocalVideo extends LitElement {
  static override styles = [theme, styles];
  static override properties = {
    error: { attribute: false },
    for: {},
    noMirror: { type: Boolean, attribute: 'no-mirror' },
  };

  readonly #internals = this.attachInternals();
  readonly #room = new RoomController(this, () => this.for);
  /** The preview's own camera, while there is no room. */
  #preview: LocalMedia | undefined;

  private error: CallError | undefined;

  /** The id of a `<call-room>`; without it, the one around this element. */
  for: string | undefined;
  /** Shows the picture as others see it, not as a mirror does. */
  noMirror = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.#closePreview();
    });
  }

  /** Being here makes `moveBefore()` a move, not a removal and an insertion. */
  connectedMoveCallback(): void {}

  protected override updated(changes: PropertyValues<this>): void {
    super.updated(changes);
    if (this.#room.room || this.#room.awaitsRoom || !this.isConnected) this.#closePreview();
    else if (!this.#preview) this.#openPreview();
    const participant = this.#participant;
    setStates(this.#internals, {
      speaking: !!participant?.speaking,
      muted: !!participant && !participant.audio,
      'camera-off': !participant?.video,
    });
  }

  #openPreview(): void {
    const preview = new LocalMedia({ audio: 'none', video: 'on' });
    this.#preview = preview;
    preview.addEventListener('change', () => this.requestUpdate());
    preview.addEventListener('error', ({ error }) => void this.#report(error));
    void preview.start();
  }

  async #report(error: CallError): Promise<void> {
    await loadSentences();
    // Removed, or taken into a call meanwhile.
    if (!this.#preview) return;
    this.error = error;
    this.dispatchEvent(new CallErrorEvent(error, errorSentence(error, this.#room.text)));
  }

  #closePreview(): void {
    this.#preview?.close();
    this.#preview = undefined;
    this.error = undefined;
  }

  get #participant(): Participant | undefined {
    const preview = this.#preview;
    if (!preview) return this.#room.room?.localParticipant;
    return {
      id: '',
      displayName: '',
      local: true,
      audio: true,
      video: preview.video,
      screen: false,
      speaking: false,
      connectionState: 'connected',
      quality: 'unknown',
      trouble: undefined,
      stream: preview.stream,
    };
  }

  protected override render(): TemplateResult {
    const { text } = this.#room;
    return html`
      <call-tile
        part="tile"
        exportparts=${TILE_PARTS}
        .participant=${this.#participant}
        ?mirror=${!this.noMirror}
        ?untagged=${!this.#room.room}
        .text=${text}
        ?hidden=${!!this.error}
      ></call-tile>
      ${this.error ? html`<p part="error" class="error" role="alert">${errorSentence(this.error, text)}</p>` : nothing}
    `;
  }
}

define('local-video', LocalVideo);

declare global {
  interface HTMLElementTagNameMap {
    'local-video': LocalVideo;
  }
}
