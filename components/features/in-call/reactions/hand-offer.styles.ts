import { css } from 'lit';

export const styles = css`
  .hand-offer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 4px 10px;
    padding: 6px;
    padding-inline-start: 16px;
    border-radius: 26px;
    background: var(--_text);
    color: var(--_bg);
    font-size: 0.9em;
    box-shadow: 0 4px 16px #0005;
    pointer-events: auto;
    animation: offer 0.16s ease-out;
  }
  .hand-offer .dismiss {
    inline-size: 44px;
    block-size: 44px;
    --_fill: transparent;
    color: inherit;
  }
  .hand-offer :focus-visible {
    outline-color: var(--_bg);
    outline-offset: -4px;
  }
  @keyframes offer {
    from {
      opacity: 0;
      translate: 0 6px;
    }
  }
  @media (forced-colors: active) {
    .hand-offer {
      border: 1px solid;
    }
  }
`;
