import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    overflow: auto;
    padding: 12px;
    color: var(--_text);
    container-type: inline-size;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  h3 {
    margin: 0 0 4px;
    font-size: 0.9em;
    color: var(--_text);
  }
  section {
    margin-block-end: 16px;
  }
  li {
    padding-block: 4px;
    border-block-end: 1px solid color-mix(in srgb, var(--_text) 14%, transparent);
  }
  .row,
  .what {
    display: flex;
    align-items: center;
    gap: 4px 8px;
  }
  .row {
    min-block-size: 44px;
  }
  .what,
  section .row {
    flex-wrap: wrap;
  }
  .what {
    flex: 1;
    min-inline-size: 0;
  }
  .who {
    flex: 1 1 6em;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .marks {
    /* What an icon is struck through on: whatever is behind the list. */
    --_fill: transparent;
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 4px 6px;
  }
  .marks > span {
    display: flex;
    align-items: center;
    gap: 2px;
    min-block-size: 24px;
  }
  .marks svg,
  .marks network-indicator {
    inline-size: 20px;
    block-size: 20px;
    color: inherit;
  }
  .marks > .dim {
    color: var(--_dim);
  }
  .marks > .speaking {
    color: var(--_accent);
  }
  .marks > .hand {
    padding-inline: 6px 8px;
    border-radius: 12px;
    background: var(--_text);
    color: var(--_bg);
    font-size: 0.85em;
    font-variant-numeric: tabular-nums;
  }
  button {
    --_fill: var(--_bg);
  }
  .more {
    --_fill: transparent;
    inline-size: 44px;
    block-size: 44px;
  }
  .more:hover,
  .more[aria-expanded='true'] {
    --_fill: var(--_bg);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .row > .acts > button {
    padding-inline: 0.9em;
  }
  li > .row + .acts {
    padding-block: 2px 8px;
    animation: open 0.14s ease-out;
  }
  @keyframes open {
    from {
      opacity: 0;
    }
  }
  li > .row + .acts > button {
    display: flex;
    flex: 1 1 100%;
    align-items: center;
    gap: 10px;
    padding-inline: 12px;
    border-radius: 12px;
    font-weight: 500;
    text-align: start;
    overflow-wrap: anywhere;
  }
  li > .row + .acts svg {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
  }
  button[aria-pressed='true'] {
    --_fill: var(--_accent);
    color: var(--_on-accent);
  }
  .volume {
    flex: 1 1 100%;
    padding-inline: 12px;
    border-radius: 12px;
    background: var(--_bg);
  }
  .volume > input {
    flex: 1;
    min-inline-size: 6em;
  }
  output {
    min-inline-size: 3.2em;
    font-size: 0.9em;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .room {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    margin-block-start: 16px;
  }
  .room > .sure {
    flex-basis: 100%;
  }
  .sure {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    padding-block-end: 8px;
  }
  .sure > p {
    flex-basis: 100%;
    margin: 0;
  }
  .primary {
    --_fill: var(--_accent);
  }
  .danger {
    --_fill: var(--_danger);
  }
  label {
    display: flex;
    gap: 10px;
    align-items: center;
    min-block-size: 44px;
  }
  input {
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    accent-color: var(--_accent);
  }
  @media (forced-colors: active) {
    button[aria-pressed='true'] {
      forced-color-adjust: none;
      --_fill: Highlight !important;
      color: HighlightText;
    }
    .marks > .hand,
    .volume {
      border: 1px solid;
    }
  }
`;
