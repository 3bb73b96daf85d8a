import { css } from 'lit';

export const fileStyles = css`
  .file {
    display: flex;
    align-items: center;
    gap: 10px;
    padding-block: 6px;
  }
  .file svg {
    flex: none;
    margin: 0;
  }
  .what {
    display: grid;
    min-inline-size: 0;
  }
  .file-name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .file-size,
  .file-state {
    font-size: 0.85em;
  }
  .ways,
  .ways li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
  }
  .ways {
    padding-block-end: 4px;
  }
  .ways ul {
    display: grid;
    flex: 1 0 100%;
    gap: 6px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .who {
    overflow-wrap: anywhere;
  }
  progress {
    flex: 1 1 100px;
    min-inline-size: 80px;
    max-inline-size: 220px;
    accent-color: var(--_accent);
  }
  .small,
  .save {
    min-block-size: 36px;
    padding-inline: 14px;
    border: 1px solid transparent;
    border-radius: 18px;
  }
  .small:not(.primary) {
    --_fill: transparent;
    border-color: currentColor;
  }
  .save {
    display: inline-grid;
    place-items: center;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    text-decoration: none;
  }
  .attach {
    position: relative;
    display: grid;
    place-items: center;
    border-radius: 50%;
  }
  .attach:hover {
    background: var(--_surface);
  }
  .attach:focus-within:has(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  /* The real field, unseen: it is found by keyboard, finger and screen reader, and takes what is dropped on it. */
  .attach input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    opacity: 0;
    font-size: 0;
    cursor: pointer;
  }
  .drop {
    position: absolute;
    z-index: 2;
    inset: 0;
    display: grid;
    place-items: center;
    padding: 24px;
    outline: 2px dashed var(--_accent);
    outline-offset: -12px;
    background: color-mix(in srgb, var(--_bg) 92%, var(--_accent));
    font-weight: 600;
    text-align: center;
    overflow-wrap: anywhere;
  }
  @media (forced-colors: active) {
    .save {
      border-color: LinkText;
    }
  }
`;
