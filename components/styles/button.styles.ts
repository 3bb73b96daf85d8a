import { css } from 'lit';

/** Buttons: `.text` with words, `.round` with an icon, `.off` for a device that is off, `.primary`, `.danger`. */
export const buttons = css`
  button {
    --_fill: var(--_surface);
    min-inline-size: 44px;
    min-block-size: 44px;
    padding: 0 1.25em;
    border: 1px solid transparent;
    border-radius: 24px;
    background: var(--_fill);
    color: var(--_text);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
    transition:
      filter 0.15s,
      background-color 0.15s;
  }
  button:hover:enabled {
    filter: brightness(1.12);
  }
  button:disabled {
    opacity: 0.45;
    cursor: default;
  }
  button[aria-busy='true'] {
    animation: busy 1s infinite alternate;
  }
  @keyframes busy {
    to {
      opacity: 0.5;
    }
  }
  .round {
    flex: none;
    inline-size: 48px;
    block-size: 48px;
    padding: 0;
    border-radius: 50%;
  }
  .off {
    --_fill: var(--_text);
    color: var(--_bg);
  }
  .primary {
    --_fill: var(--_accent);
    color: var(--_on-accent);
  }
  .danger {
    --_fill: var(--_danger);
    color: #fff;
  }
  svg {
    display: block;
    inline-size: 24px;
    block-size: 24px;
    margin: auto;
  }
  @media (forced-colors: active) {
    button {
      --_fill: ButtonFace !important;
      border-color: currentColor;
    }
  }
`;
