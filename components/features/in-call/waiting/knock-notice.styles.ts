import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    pointer-events: auto;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 14px;
    max-inline-size: 36em;
    padding: 10px;
    padding-inline-start: 18px;
    border-radius: 18px;
    background: var(--_text);
    color: var(--_bg);
    box-shadow: 0 4px 24px #0006;
    font-size: 0.95em;
    animation: come 0.2s ease-out;
  }
  @keyframes come {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
  p {
    flex: 1 1 9em;
    margin: 0;
    overflow-wrap: anywhere;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  button {
    padding-inline: 1em;
  }
  .plain {
    --_fill: transparent;
    color: inherit;
  }
  .plain:hover {
    --_fill: color-mix(in srgb, currentColor 16%, transparent);
  }
  :focus-visible {
    outline-color: currentColor;
  }
  @container (max-width: 479px) {
    .notice {
      padding-inline: 12px;
    }
    button {
      padding-inline: 0.75em;
      font-size: 0.95em;
    }
  }
  @media (forced-colors: active) {
    .notice {
      border: 1px solid;
    }
  }
`;
