import { css } from 'lit';

/** A room that fills the screen. Safari before 16.4 knows the older name only. */
export const fullScreenStyles = css`
  :host(:is(:fullscreen, :-webkit-full-screen)) {
    background: var(--_bg);
  }
  :host(:is(:fullscreen, :-webkit-full-screen)) .stage {
    aspect-ratio: auto;
    max-block-size: none;
    border: 0;
    border-radius: 0;
  }
`;
