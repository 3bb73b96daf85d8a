import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .box {
    block-size: 100%;
    container-type: inline-size;
    contain-intrinsic-inline-size: 800px;
  }
  .stage {
    display: flex;
    flex-direction: column;
    position: relative;
    inline-size: 100%;
    block-size: 100%;
    max-block-size: 100dvh;
    aspect-ratio: 16 / 9;
    overflow: hidden;
    border-radius: var(--_radius);
    background: var(--_bg);
    container-type: size;
  }
  @container (max-width: 720px) {
    .stage {
      aspect-ratio: 4 / 3;
    }
  }
  @container (max-width: 480px) {
    .stage {
      aspect-ratio: 3 / 4;
    }
  }
  @container (max-width: 300px) {
    .stage {
      aspect-ratio: 9 / 16;
    }
  }
  h2,
  p {
    margin: 0;
  }
  h2 {
    font-size: 1.35em;
    font-weight: 600;
    line-height: 1.25;
  }
  p {
    color: var(--_dim);
  }
  .lobby {
    display: flex;
    flex-wrap: wrap;
    place-content: safe center;
    align-items: center;
    gap: 20px 36px;
    padding: 20px;
  }
  .center {
    display: grid;
    place-content: safe center;
    justify-items: center;
    gap: 16px;
    padding: 24px;
    text-align: center;
  }
  .stage > .lobby,
  .stage > .center {
    flex: 1;
    overflow: auto;
  }
  .joining {
    animation: late 0.6s;
  }
  @keyframes late {
    0%,
    50% {
      opacity: 0;
    }
  }
  .preview {
    position: relative;
    inline-size: min(100%, 440px);
    aspect-ratio: 16 / 9;
  }
  @container (min-width: 640px) {
    .lobby {
      flex-wrap: nowrap;
    }
    .preview {
      inline-size: min(54cqw, 150cqh, 760px);
    }
  }
  .preview > call-tile {
    position: absolute;
    inset: 0;
  }
  .preview > call-controls {
    --call-surface: var(--_bg);
    position: absolute;
    inset: auto 0 0;
  }
  .preview > call-tile::part(avatar) {
    margin-block-end: 48px;
  }
  form {
    display: grid;
    gap: 14px;
    inline-size: min(100%, 280px);
  }
  label {
    display: grid;
    gap: 6px;
    font-size: 0.9em;
    color: var(--_dim);
  }
  input {
    min-inline-size: 0;
    min-block-size: 44px;
    padding: 0 14px;
    border: 1px solid var(--_dim);
    border-radius: 12px;
    background: transparent;
    color: var(--_text);
    font: inherit;
    font-size: max(1em, 16px);
  }
  .middle {
    display: flex;
    flex: 1;
    gap: var(--_gap);
    margin: var(--_gap) var(--_gap) 0;
    min-block-size: 0;
  }
  .middle:last-child {
    margin-block-end: var(--_gap);
  }
  .grid {
    flex: 1;
  }
  .bar {
    display: block;
    padding: 8px;
  }
  .spinner {
    flex: none;
    inline-size: 1.1em;
    aspect-ratio: 1;
    border: 2px solid;
    border-block-start-color: transparent;
    border-radius: 50%;
    animation: spin 1s linear infinite;
  }
  .center .spinner {
    font-size: 2em;
    color: var(--_dim);
  }
  @keyframes spin {
    to {
      rotate: 1turn;
    }
  }
  @media (forced-colors: active) {
    .stage {
      border: 1px solid;
    }
  }
`;
