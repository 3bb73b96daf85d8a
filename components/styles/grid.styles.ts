import { css } from 'lit';

/** A grid of tiles; `--_w` and `--_h` come from the grid controller. */
export const grid = css`
  .grid {
    display: flex;
    flex-wrap: wrap;
    place-content: center;
    gap: var(--_gap);
    min-inline-size: 0;
    min-block-size: 0;
    overflow: hidden;
  }
  .grid > * {
    flex: none;
    inline-size: var(--_w);
    block-size: var(--_h);
    border-radius: min(var(--_radius), var(--_h) / 8);
  }
`;
