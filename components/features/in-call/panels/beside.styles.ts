import { css } from 'lit';

/** How a panel stands in the stage of a room: beside the grid, or above it where there is no place beside. */
export const besideStyles = css`
  .middle {
    position: relative;
  }
  @container (max-width: 719px) {
    .middle > room-panel {
      position: absolute;
      z-index: 3;
      inset: 0;
      inline-size: auto;
    }
  }
`;
