/** Lit's own tag does the same and more, but comes only with a press. */
const css = String.raw;

export const styles = css`
  :host {
    --_accent: var(--call-accent, #7eaaff);
    --_on-accent: var(--call-accent-text, #0a1530);
    --_inset: var(--call-inset, 1rem);
    display: inline-block;
    max-inline-size: 100%;
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_accent: var(--call-accent, light-dark(#1d5bdb, #7eaaff));
      --_on-accent: var(--call-accent-text, light-dark(#fff, #0a1530));
    }
  }
  :host([view='inline']) {
    display: inline;
  }
  /* So that the sentence beside the button is part of the text around it. */
  :host(:state(failed)) {
    display: inline;
  }
  call-panel:not([modal]) ~ *,
  [part='error']:empty {
    display: none;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.45em;
    box-sizing: border-box;
    max-inline-size: 100%;
    min-block-size: 24px;
    /* In running text, no line is pushed away. */
    margin-block: -0.15em;
    padding: 0.15em 0.85em;
    border: 1px solid transparent;
    border-radius: 2em;
    background: var(--_accent);
    color: var(--_on-accent);
    font: inherit;
    font-weight: 600;
    line-height: 1.3;
    text-align: start;
    cursor: pointer;
    transition: filter 0.15s;
  }
  button:hover {
    filter: brightness(1.12);
  }
  button:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  button[aria-busy='true'] {
    cursor: progress;
    animation: busy 1s infinite alternate;
  }
  @keyframes busy {
    to {
      opacity: 0.5;
    }
  }
  [part='label'] {
    align-self: baseline;
    min-inline-size: 0;
  }
  svg {
    flex: none;
    inline-size: 1.1em;
    block-size: 1.1em;
    fill: currentcolor;
  }
  [part='error'] {
    margin-inline-start: 0.4em;
    font-size: 0.9em;
  }
  :host([placement='corner']) {
    display: flex;
    flex-direction: column-reverse;
    align-items: end;
    gap: 0.75em;
    position: fixed;
    z-index: 1000;
    inset-block-end: max(var(--_inset), env(safe-area-inset-bottom));
    inset-inline-end: max(var(--_inset), env(safe-area-inset-left), env(safe-area-inset-right));
    max-inline-size: calc(100vi - 2 * var(--_inset));
  }
  :host([placement='corner']) button {
    min-block-size: 3.25em;
    margin: 0;
    padding: 0.5em 1.4em;
    box-shadow: 0 2px 20px rgb(0 0 0 / 35%);
  }
  :host([placement='corner']) [part='label'] {
    align-self: center;
  }
  :host([placement='corner']) [part='error'] {
    margin: 0;
    padding: 0.5em 1em;
    border-radius: 1em;
    background: Canvas;
    color: CanvasText;
    box-shadow: 0 2px 12px rgb(0 0 0 / 30%);
  }
  :host([placement='corner']) call-panel {
    inline-size: min(24rem, 100vi - 2 * var(--_inset));
    max-block-size: calc(100vb - 2 * var(--_inset));
    overflow: auto;
    border-radius: var(--call-radius, 14px);
    box-shadow: 0 4px 30px rgb(0 0 0 / 40%);
  }
  :host([hidden]) {
    display: none !important;
  }
  @media (prefers-reduced-motion: reduce) {
    button {
      transition: none;
      animation: none !important;
    }
  }
  @media (forced-colors: active) {
    button {
      border-color: currentcolor;
    }
  }
`;
