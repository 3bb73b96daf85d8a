import type { Participant } from '../call/participant.js';

/** An element that shows somebody's picture. */
export interface TileElement extends HTMLElement {
  readonly participant: Participant | undefined;
}

/** Every tile that stands in a document, of whatever call. */
export const tiles = new Set<TileElement>();
