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
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    min-block-size: 52px;
    padding-block: 4px;
    border-block-end: 1px solid color-mix(in srgb, var(--_text) 14%, transparent);
  }
  .who {
    flex: 1 1 9em;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .marks {
    display: block;
    color: var(--_text);
    font-size: 0.85em;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
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
  }
  .sure > p {
    flex-basis: 100%;
    margin: 0;
  }
  button {
    --_fill: var(--_bg);
  }
  .acts button {
    padding-inline: 0.9em;
  }
  .primary {
    --_fill: var(--_accent);
  }
  .danger {
    --_fill: var(--_danger);
  }
  label {
    display: flex;
    gap: 8px;
    align-items: center;
    min-block-size: 44px;
  }
  input {
    inline-size: 24px;
    block-size: 24px;
    accent-color: var(--_accent);
  }
`;
