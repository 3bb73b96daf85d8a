import { css } from 'lit';

/** The document of the window: nothing but a frame. */
export const pageStyles = css`
  html,
  body {
    block-size: 100%;
    margin: 0;
    overflow: hidden;
  }
`;

export const styles = css`
  :host {
    display: block;
    block-size: 100%;
    background: var(--_bg);
    font-size: 14px;
  }
  main {
    display: flex;
    flex-direction: column;
    position: relative;
    block-size: 100%;
  }
  .people {
    flex: 1;
    position: relative;
    margin: 6px 6px 0;
    min-block-size: 0;
  }
  .people > * {
    border-radius: 10px;
  }
  .large {
    position: absolute;
    inset: 0;
  }
  .own {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    inline-size: clamp(72px, 26%, 200px);
    aspect-ratio: 4 / 3;
    box-shadow: 0 2px 10px #0006;
  }
  .status {
    position: absolute;
    inset-block-end: 8px;
    inset-inline: 8px;
    margin: 0 auto;
    inline-size: fit-content;
    padding: 4px 12px;
    border-radius: 12px;
    background: rgb(20 22 26 / 0.8);
    color: #fff;
  }
  .bar {
    display: flex;
    flex: none;
    place-content: center;
    gap: 8px;
    padding: 6px;
  }
  .bar .round {
    inline-size: 44px;
    block-size: 44px;
  }
  .bar .leave {
    inline-size: 56px;
    border-radius: 24px;
  }
  /* As low as a person may make it: first of all, buttons. */
  @media (max-height: 150px) {
    .own {
      display: none;
    }
  }
  @media (max-height: 90px) {
    .people {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .status {
      border: 1px solid;
    }
  }
`;
