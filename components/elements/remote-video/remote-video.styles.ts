import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    position: relative;
    aspect-ratio: 16 / 9;
    min-inline-size: min(120px, 100%);
    min-block-size: 80px;
    overflow: hidden;
    border-radius: var(--_radius);
  }
  .grid,
  .empty {
    position: absolute;
    inset: 0;
  }
  .empty {
    display: grid;
    place-content: center;
    padding: 12px;
    border-radius: inherit;
    background: var(--_surface);
    color: var(--_dim);
    text-align: center;
  }
`;
