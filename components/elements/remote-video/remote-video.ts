import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { Participant } from '../../call/participant.js';
import { GridController } from '../../controllers/grid-controller.js';
import { RoomController } from '../../controllers/room-controller.js';
import { setStates } from '../../controllers/states.js';
import { grid } from '../../styles/grid.styles.js';
import { theme } from '../../styles/theme.styles.js';
import { TileKeeper } from '../call-tile/tile-keeper.js';
import { define } from '../define.js';
import { styles } from './remote-video.styles.js';

/**
 * @summary The others in a call: all of them in a grid, or the one that `participant` names. Finds the `<call-room>`
 *   around it, or the one that `for` names. The room plays the sound, so a person without a tile is heard as well.
 *
 * @slot empty - What stands here while there is nobody to show.
 *
 * @csspart grid - The grid of tiles.
 * @csspart tile - Each tile.
 * @csspart video - The picture in a tile.
 * @csspart avatar - The disc with initials of somebody without a picture.
 * @csspart name-tag - The tag with the name.
 * @csspart icon - The icon in the name tag.
 * @csspart label - The name in the name tag.
 * @csspart tile-status - “Connecting…” in a tile.
 *
 * @cssproperty [--call-surface=light-dark(#e2e5ea, #26292e)] - Background behind a disc.
 * @cssproperty [--call-radius=14px] - Roundness of the corners.
 * @cssproperty [--call-gap=10px] - Space between tiles.
 *
 * @cssstate empty - There is nobody to show.
 */
export class RemoteVideo extends LitElement {
  static override styles = [theme, grid, styles];
  static override properties = {
    for: {},
    participant: {},
  };

  readonly #internals = this.attachInternals();
  readonly #tiles = new TileKeeper();
  readonly #room = new RoomController(this, () => this.for);

  /** The id of a `<call-room>`; without it, the one around this element. */
  for: string | undefined;
  /** The id of the one participant to show; without it, all but oneself. */
  participant: string | undefined;

  constructor() {
    super();
    new GridController(this);
  }

  /** Being here makes `moveBefore()` a move, not a removal and an insertion. */
  connectedMoveCallback(): void {}

  protected override updated(changes: PropertyValues<this>): void {
    super.updated(changes);
    setStates(this.#internals, { empty: !this.#shown.length });
  }

  get #shown(): readonly Participant[] {
    const everybody = this.#room.room?.participants ?? [];
    return this.participant === undefined ? everybody : everybody.filter(({ id }) => id === this.participant);
  }

  protected override render(): TemplateResult {
    const { text } = this.#room;
    if (!this.#shown.length) return html`<div class="empty"><slot name="empty">${text('waiting')}</slot></div>`;
    return html`<div part="grid" class="grid" role="list" aria-label=${text('people')}>
      ${this.#tiles.tiles(this.#shown, text)}
    </div>`;
  }
}

define('remote-video', RemoteVideo);

declare global {
  interface HTMLElementTagNameMap {
    'remote-video': RemoteVideo;
  }
}
