import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    margin-block: 0.5em;
    text-align: start;
    white-space: normal;
  }
  :host([modal]) {
    display: contents;
  }
  .panel {
    inline-size: 100%;
    max-inline-size: 24rem;
    padding: 20px;
    overflow: auto;
    border: 0;
    border-radius: var(--_radius);
    background: var(--_bg);
    color: var(--_text);
    font-size: 1rem;
    font-weight: normal;
    line-height: 1.4;
  }
  /* Has the focus so that it is read aloud; there is nothing to press. */
  .panel:focus {
    outline: none;
  }
  section.panel {
    border: 1px solid var(--_surface);
  }
  section.talk {
    max-inline-size: none;
  }
  dialog.panel {
    inline-size: min(22rem, 100vi - 2rem);
    max-inline-size: none;
    max-block-size: calc(100vb - 2rem);
    box-shadow: 0 8px 40px rgb(0 0 0 / 35%);
  }
  dialog.talk {
    inline-size: min(60rem, 100vi - 2rem);
  }
  /* No higher than the window has room for, below the line above: nobody should have to scroll to hang up. */
  dialog.talk call-room {
    block-size: min(100vb - 6rem, 34rem);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }
  .panel.talk {
    padding: 10px;
  }
  .content {
    display: grid;
    justify-items: center;
    gap: 16px;
    text-align: center;
  }
  .head {
    display: grid;
    justify-items: center;
    gap: 14px;
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  p {
    margin: 0;
    max-inline-size: 100%;
    overflow-wrap: anywhere;
  }
  .status {
    font-size: 1.15em;
    font-weight: 600;
    line-height: 1.3;
  }
  .mark {
    display: grid;
    position: relative;
    inline-size: 64px;
    block-size: 64px;
    margin: 6px;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .mark svg {
    inline-size: 28px;
    block-size: 28px;
  }
  .preparing .mark,
  .ended .mark {
    background: var(--_surface);
    color: var(--_dim);
  }
  /* Most browsers need not ask: then this is no more than a moment. */
  .preparing .status {
    animation: late 0.6s;
  }
  @keyframes late {
    0%,
    50% {
      opacity: 0;
    }
  }
  .ended .mark svg {
    rotate: 135deg;
  }
  .inviting .mark::before,
  .ringing .mark::before {
    content: '';
    position: absolute;
    inset: 0;
    border: 2px solid var(--_accent);
    border-radius: 50%;
    animation: wave 1.6s ease-out infinite;
  }
  .ringing .mark svg {
    animation: shake 1.6s infinite;
  }
  @keyframes wave {
    to {
      opacity: 0;
      scale: 1.45;
    }
  }
  @keyframes shake {
    0%,
    40%,
    100% {
      rotate: 0deg;
    }
    10%,
    30% {
      rotate: -12deg;
    }
    20% {
      rotate: 12deg;
    }
  }
  .talk .content {
    justify-items: stretch;
    gap: 8px;
  }
  .talk .head {
    display: flex;
    align-items: center;
    justify-content: start;
    gap: 10px;
    padding-inline: 6px;
  }
  .talk .mark {
    flex: none;
    inline-size: 28px;
    block-size: 28px;
    margin: 0;
  }
  .talk .mark svg {
    inline-size: 15px;
    block-size: 15px;
  }
  .talk .status {
    min-inline-size: 0;
    font-size: 1em;
    text-align: start;
  }
  .timer {
    color: var(--_dim);
    font-variant-numeric: tabular-nums;
  }
  .words {
    color: var(--_dim);
  }
  .error {
    font-size: 0.9em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 10px;
    margin-block-start: 4px;
  }
  @media (prefers-reduced-motion: reduce) {
    .mark::before {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .panel,
    .mark {
      border: 1px solid;
    }
  }
`;
