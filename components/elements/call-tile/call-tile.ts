import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Participant } from '../../call/participant.js';
import { hueOf } from '../../controllers/hue.js';
import { initials } from '../../controllers/initials.js';
import { setStates } from '../../controllers/states.js';
import { tiles, type TileElement } from '../../controllers/tiles.js';
import { nameAndYou } from '../../i18n/names.js';
import { translate, type Translate } from '../../i18n/translate.js';
import { theme } from '../../styles/theme.styles.js';
import { define } from '../define.js';
import { icon } from '../icons.js';
import { styles } from './call-tile.styles.js';

/** The parts of a tile, for the `exportparts` of whatever shows one. */
export const TILE_PARTS = 'video, avatar, name-tag, icon, label, network-indicator, tile-status';

/**
 * One person's picture, or a disc with initials. A building block of the other elements; silent: the room plays
 * the sound.
 *
 * @internal
 */
export class CallTile extends LitElement implements TileElement {
  static override styles = [theme, styles];
  static override properties = {
    participant: { attribute: false },
    mirror: { type: Boolean },
    untagged: { type: Boolean },
    text: { attribute: false },
  };

  readonly #internals = this.attachInternals();

  /** Whom to show. */
  participant: Participant | undefined;
  /** Shows the picture as a mirror does. */
  mirror = false;
  /** Shows no name tag. */
  untagged = false;
  /** Finds the texts. */
  text: Translate = translate;

  override connectedCallback(): void {
    super.connectedCallback();
    tiles.add(this);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    tiles.delete(this);
    // A moved tile keeps its picture; a removed one must not keep the stream alive.
    queueMicrotask(() => {
      const video = this.#find('video');
      if (!this.isConnected && video) video.srcObject = null;
    });
  }

  /** Being here makes `moveBefore()` a move, not a removal and an insertion. */
  connectedMoveCallback(): void {}

  protected override updated(changes: PropertyValues<this>): void {
    super.updated(changes);
    const { participant } = this;
    const video = this.#find('video');
    // A stream without a picture would hold back the `load` event of the page until it has one.
    if (video) this.#show(video, (this.#hasPicture && participant?.stream) || null);
    this.#find<HTMLElement>('.avatar')?.style.setProperty(
      '--_hue',
      String(hueOf(participant?.displayName || (participant?.id ?? ''))),
    );
    setStates(this.#internals, {
      speaking: !!participant?.speaking,
      muted: !!participant && !participant.audio,
      'camera-off': !!participant && !participant.video,
      screen: !!participant && participant.stream === participant.screenStream,
    });
  }

  #find<Found extends Element = HTMLVideoElement>(selector: string): Found | null {
    return this.renderRoot.querySelector<Found>(selector);
  }

  get #hasPicture(): boolean {
    const { video, connectionState } = this.participant ?? {};
    return !!video && (connectionState === 'connected' || connectionState === 'disconnected');
  }

  #show(video: HTMLVideoElement, stream: MediaStream | null): void {
    if (video.srcObject !== stream) video.srcObject = stream;
    // A muted video may always play; where power saving forbids even that, a still picture is what there is.
    if (video.paused && stream && this.isConnected) video.play().catch(() => {});
  }

  protected override render(): TemplateResult | typeof nothing {
    const { participant, text } = this;
    if (!participant) return nothing;
    const { audio, video, speaking, connectionState, quality, trouble } = participant;
    const connected = connectionState === 'connected';
    const picture = this.#hasPicture;
    const status = !connected && text(trouble ?? 'connecting');
    const label = nameAndYou(participant, text);
    const marks = [label, !audio && text('muted'), !video && text('camera-off'), status];
    return html`<div
      class=${speaking ? 'face speaking' : 'face'}
      role="img"
      aria-label=${marks.filter(Boolean).join(text('comma'))}
      aria-description=${quality === 'unknown' ? nothing : text(`quality-${quality}`)}
    >
      <video
        part="video"
        class=${`${this.mirror ? 'mirror' : ''} ${connected ? '' : 'dimmed'}`}
        ?hidden=${!picture}
        .muted=${true}
        autoplay
        playsinline
        disablepictureinpicture
      ></video>
      ${picture ? nothing : html`<div part="avatar" class="avatar">${initials(participant.displayName) || icon('person')}</div>`}
      ${
        this.untagged
          ? nothing
          : html`<div part="name-tag" class="name-tag">
              ${audio ? nothing : icon('microphone', true)}<bdi part="label" class="label">${label}</bdi>
              ${quality === 'unknown' ? nothing : html`<network-indicator part="network-indicator" quality=${quality}></network-indicator>`}
            </div>`
      }
      ${status ? html`<div part="tile-status" class="tile-status">${status}</div>` : nothing}
    </div>`;
  }
}

define('call-tile', CallTile);

declare global {
  interface HTMLElementTagNameMap {
    'call-tile': CallTile;
  }
}
