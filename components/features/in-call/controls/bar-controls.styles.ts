import { css } from 'lit';

export const styles = css`
  .bar {
    --_size: 48px;
    /* What has a place is counted in it, also where a page lays out the element in its own way. */
    inline-size: 100%;
    flex-wrap: nowrap;
  }
  .bar.narrow {
    --_size: 44px;
    gap: 8px;
  }
  .narrow > .round {
    block-size: 44px;
  }
  .narrow > .round:not(.leave) {
    inline-size: 44px;
  }
  .narrow > .leave {
    inline-size: 56px;
  }
  .extra {
    position: relative;
  }
  .on {
    --_fill: var(--_accent);
    color: var(--_on-accent);
  }
  .badge {
    display: grid;
    place-items: center;
    position: absolute;
    inset-block-start: -2px;
    inset-inline-end: -4px;
    min-inline-size: 20px;
    block-size: 20px;
    padding: 0 5px;
    border: 2px solid var(--_bg);
    border-radius: 10px;
    background: var(--_text);
    color: var(--_bg);
    font-size: 11px;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    line-height: 1;
  }
  .badge.urgent {
    background: var(--_danger);
    color: #fff;
  }
  .badge.dot {
    min-inline-size: 14px;
    block-size: 14px;
    padding: 0;
  }
  .menu {
    position: fixed;
    inset: auto;
    z-index: 10;
    inline-size: max-content;
    min-inline-size: 200px;
    max-inline-size: calc(100vw - 16px);
    max-block-size: calc(100dvh - 16px);
    margin: 0;
    padding: 6px;
    border: 1px solid color-mix(in srgb, var(--_text) 14%, transparent);
    border-radius: 16px;
    background: var(--_bg);
    color: var(--_text);
    box-shadow: 0 8px 32px #0005;
    overflow: auto;
    animation: rise 0.12s ease-out;
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 6px;
    }
  }
  .signs {
    display: grid;
    grid-template-columns: repeat(8, 44px);
    min-inline-size: 0;
  }
  .sign {
    --_fill: transparent;
    inline-size: 44px;
    block-size: 44px;
    font-size: 1.5rem;
    line-height: 1;
  }
  .sign:hover,
  .sign:focus-visible {
    --_fill: var(--_surface);
  }
  .sign:focus-visible {
    outline-offset: -3px;
  }
  .sign:active {
    scale: 0.86;
  }
  @media (max-width: 400px) {
    .signs {
      grid-template-columns: repeat(4, 44px);
    }
  }
  .item {
    position: relative;
    --_fill: transparent;
    display: flex;
    align-items: center;
    gap: 12px;
    inline-size: 100%;
    padding-block: 0;
    padding-inline: 10px 16px;
    border-radius: 11px;
    font-weight: 500;
    text-align: start;
  }
  .item:hover,
  .item:focus-visible {
    --_fill: var(--_surface);
  }
  .item:focus-visible {
    outline-offset: -3px;
  }
  .item svg {
    flex: none;
    margin: 0;
  }
  .item .words {
    flex: 1;
  }
  .item[aria-checked='true'] {
    color: var(--_accent);
  }
  .item[aria-checked='true'] .words::after {
    content: ' ✓';
    content: ' ✓' / '';
  }
  /* A line between choices and what is done at once. */
  .item[role='menuitemradio'] + .item:not([role='menuitemradio']),
  .item:not([role='menuitemradio']) + .item[role='menuitemradio'] {
    margin-block-start: 13px;
  }
  .item[role='menuitemradio'] + .item:not([role='menuitemradio'])::before,
  .item:not([role='menuitemradio']) + .item[role='menuitemradio']::before {
    content: '';
    position: absolute;
    inset-inline: 4px;
    inset-block-start: -8px;
    border-block-start: 1px solid color-mix(in srgb, var(--_text) 14%, transparent);
  }
  .item .badge {
    position: static;
    border: 0;
  }
  @media (forced-colors: active) {
    .on,
    .item[aria-checked='true'] {
      forced-color-adjust: none;
      --_fill: Highlight !important;
      color: HighlightText;
    }
    .badge {
      /* Its button may be one that keeps its own colours. */
      forced-color-adjust: auto;
      border-color: CanvasText;
    }
  }
`;
