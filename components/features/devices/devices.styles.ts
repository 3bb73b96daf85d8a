import { css } from 'lit';

/** Choices of devices, wherever they stand. */
export const devicesStyles = css`
  .choice {
    display: grid;
    gap: 6px;
    min-inline-size: 0;
  }
  .field {
    display: grid;
    grid-template-columns: 44px 1fr;
    align-items: center;
    min-inline-size: 0;
  }
  .field > * {
    grid-row: 1;
  }
  .field svg {
    grid-column: 1;
    inline-size: 20px;
    block-size: 20px;
    margin: auto;
    color: var(--_dim);
    pointer-events: none;
    z-index: 1;
  }
  select {
    grid-column: 1 / -1;
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 44px;
    padding-block: 0;
    padding-inline: 44px 10px;
    border: 1px solid color-mix(in srgb, var(--_dim) 70%, transparent);
    border-radius: 12px;
    background: var(--_bg);
    color: var(--_text);
    font: inherit;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  .switch {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 44px;
    cursor: pointer;
  }
  .switch input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--_accent);
  }
`;
