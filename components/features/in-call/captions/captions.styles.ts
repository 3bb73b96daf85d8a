import { css } from 'lit';

export const styles = css`
  .captions {
    display: flex;
    flex-direction: column;
    justify-content: end;
    align-items: center;
    gap: 4px;
    inline-size: fit-content;
    max-inline-size: min(44em, 100%);
    margin-inline: auto;
    overflow: hidden;
  }
  .captions > * {
    flex: none;
  }
  .captions p {
    display: flex;
    gap: 0.6em;
    inline-size: fit-content;
    max-inline-size: 100%;
    padding: 4px 12px;
    border-radius: 10px;
    background: rgb(12 13 16 / 0.86);
    color: #fff;
    font-size: max(15px, 1em);
    overflow-wrap: anywhere;
  }
  /* Of a long sentence, the end is what is being said. */
  .captions .words {
    display: flex;
    flex-direction: column-reverse;
    max-block-size: 4.2em;
    overflow: hidden;
  }
  .captions b {
    flex: none;
    max-inline-size: min(9em, 40%);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: #cfd6e4;
    font-weight: 600;
  }
  .captions .fades {
    animation: captions-fade 0.6s ease-in both;
  }
  @keyframes captions-fade {
    to {
      opacity: 0;
    }
  }
  .caption-offer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 8px 12px;
    padding: 10px 14px;
    border-radius: 14px;
    background: var(--_text);
    color: var(--_bg);
    font-size: 0.9em;
    pointer-events: auto;
  }
  .captions .caption-offer p {
    flex: 1 1 16em;
    padding: 0;
    background: none;
    color: inherit;
    font-size: inherit;
  }
  .caption-offer :focus-visible {
    outline-color: var(--_bg);
  }
  .caption-offer button:not(.primary) {
    --_fill: transparent;
    color: inherit;
  }
  @media (forced-colors: active) {
    .captions p,
    .caption-offer {
      border: 1px solid;
    }
    .captions .caption-offer p {
      border: 0;
    }
  }
`;
