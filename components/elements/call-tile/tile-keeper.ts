import type { Participant } from '../../call/participant.js';
import type { Translate } from '../../i18n/translate.js';
import { TILE_PARTS, type CallTile } from './call-tile.js';

/**
 * Keeps one tile a person for as long as that person is there, wherever in the list: a picture never jumps to
 * another element, which would flicker. Does for our tiles what Lit's `repeat` does for templates, in a quarter of
 * its size.
 */
export class TileKeeper {
  #tiles = new Map<string, CallTile>();

  /** The tiles of these people, in their order. */
  tiles(people: readonly Participant[], text: Translate): readonly CallTile[] {
    const before = this.#tiles;
    // One's own id changes at each joining.
    this.#tiles = new Map(people.map(({ id, local }) => [local ? '' : id, before.get(local ? '' : id) ?? newTile()]));
    return [...this.#tiles.values()].map((tile, index) =>
      Object.assign(tile, { participant: people[index], mirror: people[index]?.local, text }),
    );
  }
}

function newTile(): CallTile {
  const tile = document.createElement('call-tile');
  tile.setAttribute('role', 'listitem');
  tile.setAttribute('part', 'tile');
  tile.setAttribute('exportparts', TILE_PARTS);
  // It appears once: not again where it comes to another place.
  tile.onanimationend = () => (tile.style.animation = 'none');
  return tile;
}
