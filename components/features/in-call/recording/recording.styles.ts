import { css } from 'lit';

/** The mark has a line of its own above the people: it hides nobody, and nothing hides it. */
export const styles = css`
  .recording {
    display: flex;
    align-items: center;
    gap: 8px;
    inline-size: fit-content;
    max-inline-size: 100%;
    block-size: 28px;
    padding-inline: 10px;
    border-radius: 14px;
    background: var(--_danger);
    color: #fff;
    font-size: max(13px, 0.85em);
    font-weight: 600;
  }
  .recording::before {
    content: '';
    flex: none;
    inline-size: 10px;
    aspect-ratio: 1;
    border-radius: 50%;
    background: currentColor;
    animation: recording-pulse 2s ease-in-out infinite;
  }
  @keyframes recording-pulse {
    50% {
      opacity: 0.35;
    }
  }
  .recording > span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .middle > .recording {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    z-index: 4;
  }
  .middle:has(> .recording) {
    position: relative;
    padding-block-start: 36px;
  }
  .stage:has(.recording) > .notices {
    inset-block-start: 52px;
  }
  @container (max-width: 719px) {
    .middle:has(> .recording) > room-panel {
      inset-block-start: 36px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .recording::before {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .recording {
      border: 1px solid;
    }
    .recording::before {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
