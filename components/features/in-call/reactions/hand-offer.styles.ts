import { css } from 'lit';

/** In the stage of a room: above the people, not above a panel beside them. */
export const styles = css`
  .hand-offer {
    position: absolute;
    z-index: 4;
    inset-block-start: 12px;
    inset-inline: 8px;
    display: flex;
    justify-content: center;
    pointer-events: none;
  }
  .middle:has(> room-panel:not([hidden])) > .hand-offer {
    inset-inline-end: calc(clamp(260px, 32cqi, 360px) + var(--_gap) + 8px);
  }
  .hand-offer > div {
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
  .hand-offer .dismiss:focus-visible {
    outline-color: currentColor;
    outline-offset: -4px;
  }
  @keyframes offer {
    from {
      opacity: 0;
      translate: 0 -6px;
    }
  }
  /* There, a panel lies above everything. */
  @container (max-width: 719px) {
    .middle:has(> room-panel:not([hidden])) > .hand-offer {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .hand-offer > div {
      border: 1px solid;
    }
  }
`;
