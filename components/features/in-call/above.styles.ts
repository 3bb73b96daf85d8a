import { css } from 'lit';

/**
 * The layer above the people: what rises over them, and a column at its lower end, so that nothing in it lies on anything else. A
 * panel beside the people stays free of it. Where there is more than has a place, the oldest of what is said goes, and whatever asks
 * something is scrolled.
 */
export const aboveStyles = css`
  .above {
    position: absolute;
    z-index: 2;
    inset: 0;
    display: flex;
    flex-direction: column;
    justify-content: safe end;
    align-items: center;
    gap: 8px;
    padding: 12px;
    overflow: hidden auto;
    overscroll-behavior: contain;
    pointer-events: none;
  }
  .above > * {
    flex: none;
  }
  .above > .captions:not(:has(.caption-offer)) {
    flex: 0 1 auto;
    min-block-size: 0;
  }
  .middle:has(> .recording) > .above {
    inset-block-start: 36px;
  }
  .middle:has(> room-panel:not([hidden])) > .above {
    inset-inline-end: calc(clamp(260px, 32cqi, 360px) + var(--_gap));
  }
  /* Buttons that turn pages stay free. */
  .middle:has(.pager:not(.around)) > .above {
    padding-block-end: 56px;
  }
  /* There a panel lies above everything; nobody should have to close it to let somebody in. */
  @container (max-width: 719px) {
    .middle:has(> room-panel:not([hidden])) > .above {
      z-index: 4;
      inset-inline-end: 0;
      justify-content: start;
      padding-block-start: 60px;
    }
    .middle:has(> room-panel:not([hidden])) > .above > :not(knock-notice),
    .middle:has(> room-panel:not([hidden])) > .overlay {
      visibility: hidden;
    }
    .middle:has(> room-panel:not([hidden])) > .above > :not(knock-notice) {
      position: absolute;
    }
  }
`;
