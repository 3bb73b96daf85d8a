import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    min-inline-size: 0;
    max-inline-size: 100%;
    --_good: light-dark(#0d6b3f, #6fdc9f);
    --_doubt: light-dark(#7a4d00, #ffc861);
    --_bad: light-dark(#b3141f, #ff9d9d);
  }
  .check {
    container-type: inline-size;
    padding: clamp(12px, 4%, 24px);
    border-radius: var(--_radius);
    background: var(--_bg);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 12px 24px;
  }
  .head {
    flex: 1 1 18em;
    min-inline-size: 0;
  }
  h2,
  p,
  ol {
    margin: 0;
  }
  h2 {
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1.25;
  }
  .summary {
    display: flex;
    gap: 8px;
    margin-block-start: 4px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
  }
  ol {
    display: grid;
    gap: 2px;
    margin-block-start: 16px;
    padding: 0;
    overflow: hidden;
    border-radius: calc(var(--_radius) * 0.7);
    list-style: none;
  }
  li {
    display: grid;
    grid-template: 'mark name word' auto '. detail detail' auto / auto 1fr auto;
    align-items: center;
    gap: 0 12px;
    padding: 10px 14px;
    background: var(--_surface);
  }
  li > .mark {
    grid-area: mark;
  }
  .name {
    grid-area: name;
    font-weight: 600;
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  .word {
    grid-area: word;
    font-size: 0.9em;
    font-weight: 600;
  }
  .detail {
    grid-area: detail;
    font-size: 0.9em;
    overflow-wrap: anywhere;
  }
  .waiting > .name,
  .skipped > .name {
    font-weight: 500;
  }
  .waiting > .word,
  .waiting > .name,
  .skipped > .word,
  .skipped > .detail,
  .passed > .detail {
    color: var(--_dim);
  }
  .mark {
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
  }
  .summary > .mark {
    margin-block: -1px;
  }
  .mark.waiting,
  .mark.skipped {
    color: var(--_dim);
  }
  .mark.passed,
  .passed > .word {
    color: var(--_good);
  }
  .mark.warning,
  .warning > .word {
    color: var(--_doubt);
  }
  .mark.failed,
  .failed > .word {
    color: var(--_bad);
  }
  .mark.running {
    color: var(--_accent);
    animation: turn 1s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @container (max-width: 270px) {
    li {
      grid-template: 'mark name' auto '. word' auto '. detail' auto / auto 1fr;
      padding-inline: 10px;
    }
  }
  @container (min-width: 560px) {
    li {
      grid-template: 'mark name detail word' auto / auto minmax(11em, 28%) 1fr auto;
    }
    .word {
      min-inline-size: 5.5em;
      text-align: end;
    }
  }
  label {
    display: grid;
    gap: 6px;
    margin-block-start: 16px;
    font-size: 0.9em;
  }
  textarea {
    inline-size: 100%;
    block-size: 12em;
    padding: 10px 12px;
    border: 1px solid var(--_dim);
    border-radius: calc(var(--_radius) * 0.7);
    background: transparent;
    color: var(--_text);
    font:
      13px/1.5 ui-monospace,
      monospace;
    resize: vertical;
  }
  @media (forced-colors: active) {
    .check,
    li {
      border: 1px solid;
    }
    ol {
      border-radius: 0;
    }
    .check .mark {
      color: CanvasText;
    }
  }
`;
