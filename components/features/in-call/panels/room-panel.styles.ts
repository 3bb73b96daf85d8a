import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex: none;
    inline-size: clamp(260px, 32cqi, 360px);
    min-block-size: 0;
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: hidden;
    animation: come 0.16s ease-out;
  }
  :host([modal]) {
    display: contents;
  }
  @keyframes come {
    from {
      opacity: 0;
      translate: 0 6px;
    }
  }
  .panel {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
  }
  header {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding-block: 6px;
    padding-inline: 16px 6px;
  }
  h2 {
    min-inline-size: 0;
    margin: 0;
    font-size: 1.05em;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .round {
    inline-size: 44px;
    block-size: 44px;
    --_fill: transparent;
  }
  .content {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  ::slotted(*) {
    flex: 1;
    min-block-size: 0;
  }
  dialog {
    inline-size: min(560px, 100vw - 24px);
    max-inline-size: none;
    max-block-size: min(760px, 100dvh - 24px);
    margin: auto;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: var(--_bg);
    color: var(--_text);
    box-shadow: 0 12px 48px #0007;
    overflow: hidden;
    animation: come 0.16s ease-out;
  }
  /* What has no place within scrolls in there, below the title. */
  dialog[open] {
    display: flex;
  }
  dialog:not([open]) {
    display: none;
  }
  dialog::backdrop {
    background: #000a;
  }
  .content:focus-visible {
    outline-offset: -3px;
  }
  @media (forced-colors: active) {
    :host,
    dialog {
      border: 1px solid;
    }
  }
`;
