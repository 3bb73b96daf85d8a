import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    position: relative;
    min-inline-size: 0;
    max-inline-size: 100%;
    --_accept: var(--call-accept, #157a45);
    --_good: light-dark(#0d6b3f, #6fdc9f);
    --_doubt: light-dark(#7a4d00, #ffc861);
    --_bad: light-dark(#b3141f, #ff9d9d);
    --_inner: calc(var(--_radius) * 0.7);
  }
  .phone {
    display: flex;
    flex-direction: column;
    gap: 14px;
    container-type: inline-size;
    padding: clamp(12px, 4%, 20px);
    border-radius: var(--_radius);
    background: var(--_bg);
  }
  slot[name='incoming'] {
    display: grid;
    gap: 14px;
  }
  h2,
  h3,
  p,
  ol {
    margin: 0;
  }
  h2,
  h3 {
    font-size: 1.15em;
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  svg.icon {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
  }
  .handset {
    fill: currentColor;
  }
  .down {
    rotate: 135deg;
  }
  bdi {
    overflow-wrap: anywhere;
  }

  /* Who one is. */
  header,
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 10px 16px;
  }
  .who {
    flex: 1 1 10em;
    min-inline-size: 0;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 8px;
    color: var(--_dim);
    font-size: 0.9em;
  }
  .dot {
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    border: 2px solid currentColor;
    border-radius: 50%;
  }
  .online > .dot {
    color: var(--_good);
    background: currentColor;
  }
  .connecting > .dot,
  .offline > .dot {
    color: var(--_doubt);
    animation: fade 1s infinite alternate;
  }
  .offline,
  .failed {
    color: var(--_text);
  }
  .failed > .dot {
    color: var(--_bad);
    border-radius: 2px;
  }
  @keyframes fade {
    to {
      opacity: 0.3;
    }
  }
  .switch {
    display: flex;
    min-inline-size: 0;
    margin: 0;
    padding: 3px;
    border: 0;
    border-radius: 24px;
    background: var(--_surface);
  }
  .switch label {
    position: relative;
  }
  .switch input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .switch label > span {
    display: grid;
    place-items: center;
    min-block-size: 38px;
    padding-inline: 14px;
    border-radius: 20px;
    font-size: 0.9em;
    font-weight: 600;
  }
  .switch :checked + span {
    background: var(--_bg);
    box-shadow: 0 1px 3px rgb(0 0 0 / 0.25);
  }
  .switch .available :checked + span {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .switch :focus-visible + span {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }

  /* Calls that ring. */
  .panel {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: 12px 14px;
    padding: 16px;
    border-radius: var(--_inner);
    background: var(--_surface);
  }
  .incoming {
    box-shadow: 0 0 0 2px var(--_accent);
    animation: come 0.25s;
  }
  @keyframes come {
    from {
      opacity: 0;
      translate: 0 -8px;
    }
  }
  .panel > .subject,
  .panel > .actions,
  .panel > details {
    grid-column: 1 / -1;
  }
  .face {
    display: grid;
    place-items: center;
    position: relative;
    inline-size: 56px;
    aspect-ratio: 1;
    border-radius: 50%;
    background: oklch(0.5 0.11 var(--_hue));
    color: #fff;
    font-size: 20px;
    font-weight: 600;
  }
  .calling::after {
    content: '';
    position: absolute;
    inset: -2px;
    border: 2px solid var(--_accent);
    border-radius: 50%;
    animation: wave 1.5s ease-out infinite;
  }
  @keyframes wave {
    from {
      opacity: 1;
    }
    to {
      scale: 1.25;
      opacity: 0;
    }
  }
  .words {
    min-inline-size: 0;
  }
  .kind,
  .mark {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--_dim);
    font-size: 0.9em;
  }
  .mark {
    font-size: 0.82em;
  }
  .mark svg.icon {
    inline-size: 16px;
    block-size: 16px;
  }
  .vouched {
    color: var(--_good);
  }
  .subject {
    max-block-size: 6.2em;
    padding-inline-start: 12px;
    overflow: auto;
    border-inline-start: 3px solid var(--_accent);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    max-inline-size: 32em;
  }
  .actions > button {
    display: flex;
    flex: 1 1 auto;
    min-inline-size: 8em;
    align-items: center;
    justify-content: center;
    gap: 8px;
    padding: 6px 1em;
    line-height: 1.25;
  }
  .accept {
    --_fill: var(--_accept);
    color: #fff;
  }
  .actions > .accept-audio {
    --_fill: var(--_bg);
    flex-basis: 100%;
  }
  .small {
    --_fill: var(--_bg);
    padding-inline: 1em;
    font-size: 0.9em;
  }
  .small.danger {
    --_fill: var(--_danger);
  }
  summary {
    inline-size: fit-content;
    padding-block: 6px;
    color: var(--_dim);
    font-size: 0.9em;
    cursor: pointer;
  }
  .decline-with:not([open]) {
    margin-block: -4px -8px;
  }
  .ready,
  form {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 8px;
  }
  form {
    align-items: end;
  }
  form > label {
    display: grid;
    flex: 1 1 12em;
    gap: 4px;
    min-inline-size: 0;
    color: var(--_dim);
    font-size: 0.9em;
  }
  form input {
    min-inline-size: 0;
    min-block-size: 44px;
    padding: 0 14px;
    border: 1px solid var(--_dim);
    border-radius: 12px;
    background: var(--_bg);
    color: var(--_text);
    font: inherit;
    font-size: max(1em, 16px);
  }

  /* The call that goes on. */
  .running {
    display: grid;
    gap: 10px;
  }
  .timer {
    font-variant-numeric: tabular-nums;
  }
  /* It has the focus once the call is accepted, so that it is read; the first thing to use in it is a Tab away. */
  .running:focus {
    outline: none;
  }
  /* Its tiles keep a distance from the edge, which the card has already. */
  .running call-room {
    max-inline-size: none;
    margin-inline: calc(-1 * var(--_gap));
  }

  /* Afterwards. */
  .notice,
  .hint {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
    padding-block: 6px;
    padding-inline: 16px 8px;
    border-radius: var(--_inner);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }
  .notice > p,
  .hint > span {
    flex: 1 1 6em;
    min-inline-size: 0;
  }
  .notice > p {
    padding-block: 8px;
  }
  .notice > .round {
    --_fill: transparent;
    inline-size: 44px;
    block-size: 44px;
    min-inline-size: 0;
  }
  .hint {
    padding: 0;
    background: none;
    color: var(--_dim);
    font-size: 0.9em;
  }
  .hint .small {
    --_fill: var(--_surface);
    font-size: 1em;
  }
  .idle {
    color: var(--_dim);
  }
  .count {
    display: inline-grid;
    place-items: center;
    min-inline-size: 1.7em;
    padding-inline: 0.4em;
    border-radius: 1em;
    background: var(--_surface);
    font-size: 0.85em;
    font-variant-numeric: tabular-nums;
  }
  .missed .bar {
    flex-wrap: nowrap;
  }
  .missed .bar .small {
    flex: none;
    --_fill: transparent;
    margin-inline-end: -1em;
    color: var(--_dim);
  }
  ol {
    display: grid;
    gap: 2px;
    max-block-size: 22em;
    margin-block-start: 6px;
    padding: 0;
    overflow: auto;
    border-radius: var(--_inner);
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 4px 12px;
    padding: 10px 14px;
    background: var(--_surface);
  }
  .name {
    display: flex;
    align-items: start;
    gap: 8px;
    min-inline-size: 0;
    font-weight: 600;
  }
  .missed svg.missed {
    color: var(--_bad);
  }
  .when {
    color: var(--_dim);
    font-size: 0.9em;
    text-align: end;
  }
  li > .subject {
    grid-column: 1 / -1;
    max-block-size: 4.2em;
    font-size: 0.9em;
    border-color: var(--_dim);
  }
  li > .subject,
  li > button {
    justify-self: start;
    margin-inline-start: 28px;
  }
  @container (max-width: 320px) {
    li {
      grid-template-columns: 1fr;
    }
    .when {
      margin-inline-start: 28px;
      text-align: start;
    }
  }
  :host(:dir(rtl)) .missed svg.missed {
    scale: -1 1;
  }
  @media (forced-colors: active) {
    .phone,
    .panel,
    .notice,
    li {
      border: 1px solid;
    }
    .incoming {
      border-width: 3px;
    }
    .switch {
      border: 1px solid;
    }
    .switch :checked + span,
    .switch .available :checked + span {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .face {
      border: 1px solid;
    }
    .missed .bar .small {
      margin-inline-end: 0;
    }
    .online > .dot {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
