import { css } from 'lit';

export const styles = css`
  .notices {
    display: grid;
    justify-items: center;
    gap: 8px;
    z-index: 5;
  }
  .stage > .notices {
    position: absolute;
    inset: 16px 16px auto;
    pointer-events: none;
  }
  .notice {
    display: flex;
    align-items: center;
    gap: 4px 10px;
    max-inline-size: 36em;
    padding: 8px 16px;
    border-radius: 14px;
    background: var(--_text);
    color: var(--_bg);
    font-size: 0.9em;
    pointer-events: auto;
    overflow-wrap: anywhere;
    animation: late 0.3s;
  }
  .empty {
    flex-wrap: wrap;
    justify-content: center;
    text-align: center;
  }
  .notice :focus-visible {
    outline-color: var(--_bg);
  }
  .notice button {
    --_fill: transparent;
    margin: -8px;
    margin-inline-end: -14px;
    color: inherit;
  }
  h2,
  .center p {
    max-inline-size: 26em;
    overflow-wrap: anywhere;
  }
  @media (forced-colors: active) {
    .notice {
      border: 1px solid;
    }
  }
`;
