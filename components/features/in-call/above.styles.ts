import { css } from 'lit';

/**
 * The layer above the people: what rises over them, and a column at its lower end, so that nothing in it lies on anything else. A
 * panel beside the people stays free of it.
 */
export const aboveStyles = css`
  .above {
    position: absolute;
    z-index: 2;
    inset: 0;
    display: flex;
    flex-direction: column;
    justify-content: end;
    align-items: center;
    gap: 8px;
    padding: 12px;
    pointer-events: none;
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
