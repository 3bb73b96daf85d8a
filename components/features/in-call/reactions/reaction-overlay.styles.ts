import { css } from 'lit';

export const styles = css`
  :host {
    position: absolute;
    inset: 0;
    overflow: hidden;
    pointer-events: none;
  }
  .reaction {
    position: absolute;
    inset-block-end: 4px;
    inset-inline-start: var(--_place);
    display: flex;
    flex-direction: column;
    align-items: center;
    max-inline-size: 9em;
    animation: rise 4s ease-out both;
  }
  .emoji {
    font-size: 2.5rem;
    line-height: 1.15;
  }
  .who {
    max-inline-size: 100%;
    padding: 1px 8px;
    border-radius: 10px;
    background: #000c;
    color: #fff;
    font-size: 0.8rem;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @keyframes rise {
    0% {
      opacity: 0;
      transform: translateY(40px);
    }
    12%,
    70% {
      opacity: 1;
    }
    100% {
      opacity: 0;
      transform: translateY(-260px);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .reaction {
      animation: appear 4s linear both !important;
    }
    @keyframes appear {
      0%,
      100% {
        opacity: 0;
      }
      8%,
      85% {
        opacity: 1;
      }
    }
  }
  @media (forced-colors: active) {
    .who {
      border: 1px solid;
    }
  }
`;
