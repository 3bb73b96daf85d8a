import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-block-size: 220px;
    background: var(--_bg);
    overflow: hidden auto;
  }
  /* Two lines at least: where there is no place for them and the form, all of it scrolls. */
  .messages {
    flex: 1;
    min-block-size: 4.5em;
    padding: 12px;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .messages:focus-visible,
  textarea:focus-visible {
    outline-offset: -3px;
  }
  .message {
    max-inline-size: 88%;
    inline-size: fit-content;
    margin-block-end: 10px;
    padding: 6px 12px;
    border-radius: 12px;
    background: var(--_surface);
  }
  .own {
    margin-inline-start: auto;
    background: color-mix(in srgb, var(--_accent) 18%, var(--_bg));
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    font-size: 0.8em;
  }
  .author {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .text {
    margin: 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  a {
    color: inherit;
  }
  .empty,
  .notice {
    margin: 0;
    padding: 12px;
    text-align: center;
  }
  .notice {
    padding-block: 4px;
    font-size: 0.9em;
  }
  .new {
    position: absolute;
    inset-block-end: 100%;
    inset-inline: 0;
    inline-size: fit-content;
    margin: 0 auto 8px;
  }
  form {
    position: relative;
    display: grid;
    grid-template-columns: auto 1fr auto;
    flex: none;
    gap: 8px;
    padding: 10px;
    border-block-start: 1px solid var(--_surface);
  }
  label:not(.attach) {
    grid-column: 1 / -1;
    display: flex;
    align-items: center;
    gap: 8px;
    font-size: 0.9em;
  }
  select,
  textarea {
    min-inline-size: 0;
    flex: 1;
    border: 1px solid var(--_dim);
    border-radius: 12px;
    background: var(--_bg);
    color: var(--_text);
    font: inherit;
  }
  select {
    min-block-size: 44px;
    padding-inline: 8px;
  }
  textarea {
    min-block-size: 44px;
    max-block-size: 9em;
    padding: 9px 12px;
    field-sizing: content;
    resize: none;
  }
  /* The browser's own grey is too near to our backgrounds (WCAG 2.2, 1.4.3). */
  textarea::placeholder {
    color: var(--_dim);
    opacity: 1;
  }
  .notice {
    grid-column: 1 / -1;
  }
  .round {
    inline-size: 44px;
    block-size: 44px;
    align-self: end;
  }
  :host(:dir(rtl)) .round svg {
    scale: -1 1;
  }
  @media (forced-colors: active) {
    .message {
      border: 1px solid;
    }
    .own {
      border-inline-end-width: 4px;
    }
  }
`;
