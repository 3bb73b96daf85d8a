import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    position: relative;
    aspect-ratio: 16 / 9;
    min-inline-size: min(120px, 100%);
    overflow: hidden;
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  call-tile,
  .error {
    position: absolute;
    inset: 0;
  }
  .error {
    display: grid;
    place-content: center;
    margin: 0;
    padding: 12px;
    overflow: auto;
    text-align: center;
    font-size: 0.9em;
  }
`;
