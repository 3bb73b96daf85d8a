import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    padding-block: 4px 20px;
    padding-inline: 16px;
    overflow: auto;
    overscroll-behavior: contain;
    color: var(--_text);
    container-type: inline-size;
  }
  .settings,
  section,
  .choices {
    display: grid;
    gap: 12px;
    min-inline-size: 0;
  }
  .settings {
    gap: 24px;
  }
  h3 {
    margin: 0;
    font-size: 1em;
    font-weight: 600;
  }
  .beside {
    display: grid;
    gap: 12px 16px;
    align-items: start;
  }
  @container (min-width: 440px) {
    .beside {
      grid-template-columns: 200px 1fr;
    }
  }
  .preview {
    --_mirror: -1;
    position: relative;
    aspect-ratio: 16 / 9;
    min-inline-size: 0;
    max-inline-size: 320px;
  }
  .preview.plain {
    --_mirror: 1;
  }
  call-tile {
    position: absolute;
    inset: 0;
  }
  .off-note {
    position: absolute;
    inset-block-end: 6px;
    inset-inline: 6px;
    margin: 0;
    font-size: 0.85em;
    text-align: center;
  }
  [part='label'] {
    font-size: 0.9em;
  }
  .choice > select {
    padding-inline-start: 12px;
  }
  .hint {
    margin: 0;
    color: var(--_dim);
    font-size: 0.85em;
    overflow-wrap: anywhere;
  }
  .choice + .hint {
    margin-block-start: -6px;
  }
  .switch > span {
    min-inline-size: 0;
  }
  .switch .hint {
    display: block;
  }
  .switch input {
    appearance: none;
    position: relative;
    inline-size: 42px;
    block-size: 24px;
    border: 2px solid var(--_dim);
    border-radius: 12px;
    background: transparent;
    cursor: pointer;
    transition: background-color 0.15s;
  }
  .switch input::before {
    content: '';
    position: absolute;
    inset-block: 3px;
    inset-inline-start: 3px;
    inline-size: 14px;
    border-radius: 50%;
    background: var(--_dim);
    transition: inset-inline-start 0.15s;
  }
  .switch input:checked {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .switch input:checked::before {
    inset-inline-start: 21px;
    background: var(--_on-accent);
  }
  .test {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
    font-size: 0.9em;
  }
  .test span {
    flex: 1 1 12em;
    min-inline-size: 0;
  }
  /* It stays in sight, wherever the rest is scrolled to. */
  .notice {
    position: sticky;
    inset-block-end: 0;
    padding: 12px 14px;
    border: 1px solid color-mix(in srgb, var(--_dim) 50%, transparent);
    border-radius: 12px;
    background: var(--_surface);
    overflow-wrap: anywhere;
  }
  /* Not hidden: what is written into it would not be read out. */
  .notice:empty {
    padding: 0;
    border: 0;
  }
  @media (forced-colors: active) {
    .switch input {
      forced-color-adjust: none;
      border-color: CanvasText;
    }
    .switch input::before {
      background: CanvasText;
    }
    .switch input:checked {
      border-color: Highlight;
      background: Highlight;
    }
    .switch input:checked::before {
      background: HighlightText;
    }
  }
`;
