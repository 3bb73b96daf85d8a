import { css } from 'lit';

/** Tiles stand where the stage puts them; what can be done with them lies in a layer above. */
export const styles = css`
  .middle,
  .grid {
    position: relative;
  }
  .grid {
    isolation: isolate;
  }
  .grid.staged > * {
    position: absolute;
    inset: 0 auto auto 0;
  }
  .grid.moves > *,
  .grid.moves + .overlay > .cell {
    transition:
      translate 0.28s cubic-bezier(0.3, 0, 0.2, 1),
      inline-size 0.28s cubic-bezier(0.3, 0, 0.2, 1),
      block-size 0.28s cubic-bezier(0.3, 0, 0.2, 1);
  }
  .grid > .screen {
    background: #000;
  }
  .grid > .afloat {
    z-index: 1;
    box-shadow:
      0 0 0 1px rgb(255 255 255 / 0.28),
      0 6px 20px rgb(0 0 0 / 0.4);
  }
  .overlay {
    isolation: isolate;
    position: absolute;
    inset: 0 auto auto 0;
    pointer-events: none;
  }
  .cell {
    position: absolute;
    inset: 0 auto auto 0;
    inline-size: var(--_w);
    block-size: var(--_h);
    pointer-events: auto;
  }
  .cell.upper {
    z-index: 1;
  }
  .pin {
    position: absolute;
    inset-block-start: 2px;
    inset-inline-end: 2px;
    padding: 6px;
    border: 0;
    background: none;
    color: #fff;
    opacity: 0;
    transition: opacity 0.15s;
  }
  .pin svg {
    padding: 5px;
    inline-size: 32px;
    block-size: 32px;
    border-radius: 50%;
    background: rgb(20 22 26 / 0.72);
  }
  .cell:hover > .pin,
  .pin:focus-visible,
  .pin[aria-pressed='true'] {
    opacity: 1;
  }
  .pin:focus-visible {
    outline-offset: -4px;
  }
  .pin[aria-pressed='true'] svg {
    fill: currentColor;
  }
  .handle {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 0;
    padding: 0;
    border: 0;
    border-radius: min(var(--_radius), var(--_h) / 8);
    background: none;
    cursor: grab;
    touch-action: none;
  }
  .handle:active {
    cursor: grabbing;
  }
  .pager {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    position: absolute;
    inset: 0 auto auto 0;
    inline-size: var(--_w);
    block-size: var(--_h);
  }
  .pager.around {
    justify-content: space-between;
  }
  .pager button {
    flex: none;
    inline-size: 44px;
    padding: 0;
    border-radius: 50%;
    pointer-events: auto;
  }
  .pager button[aria-disabled='true'] {
    opacity: 0.4;
    filter: none;
    cursor: default;
  }
  .pager svg:dir(rtl) {
    scale: -1 1;
  }
  .dots {
    display: flex;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
    color: var(--_dim);
    font-size: 0.9em;
    font-variant-numeric: tabular-nums;
  }
  .dot {
    inline-size: 7px;
    aspect-ratio: 1;
    border: 1px solid var(--_dim);
    border-radius: 4px;
  }
  .dot.here {
    inline-size: 18px;
    aspect-ratio: auto;
    block-size: 7px;
    border-color: var(--_text);
    background: var(--_text);
  }
  @media (forced-colors: active) {
    .pin svg {
      border: 1px solid;
      background: ButtonFace;
      color: ButtonText;
    }
    .grid > .afloat {
      outline: 1px solid CanvasText;
    }
    .dot.here {
      forced-color-adjust: none;
      border-color: CanvasText;
      background: CanvasText;
    }
  }
`;
