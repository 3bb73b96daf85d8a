import { css } from 'lit';

/**
 * The look that all elements share. The colours follow the page's `color-scheme`; a browser without `light-dark()`
 * gets the dark ones. `--call-*` are promised to embedders, `--_*` are ours.
 */
export const theme = css`
  :host {
    --_bg: var(--call-background, #16181b);
    --_surface: var(--call-surface, #26292e);
    --_text: var(--call-text, #f3f4f6);
    --_dim: var(--call-text-dim, #aeb4bd);
    --_accent: var(--call-accent, #7eaaff);
    --_on-accent: var(--call-accent-text, #0a1530);
    --_danger: var(--call-danger, #d3222f);
    --_radius: var(--call-radius, 14px);
    --_gap: var(--call-gap, 10px);
    box-sizing: border-box;
    color: var(--_text);
    font-family: var(--call-font, inherit);
    line-height: 1.4;
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_bg: var(--call-background, light-dark(#f4f5f7, #16181b));
      --_surface: var(--call-surface, light-dark(#e2e5ea, #26292e));
      --_text: var(--call-text, light-dark(#1b1e23, #f3f4f6));
      --_dim: var(--call-text-dim, light-dark(#545b66, #aeb4bd));
      --_accent: var(--call-accent, light-dark(#1d5bdb, #7eaaff));
      --_on-accent: var(--call-accent-text, light-dark(#fff, #0a1530));
    }
  }
  *,
  ::before,
  ::after {
    box-sizing: inherit;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  /* Live regions: heard, not seen. */
  .said {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
