import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    position: relative;
    min-inline-size: 0;
    overflow: hidden;
    border-radius: var(--_radius);
    background: var(--_surface);
    container-type: size;
    animation: appear 0.25s;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  .face,
  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  .face {
    display: grid;
    place-items: center;
    border-radius: inherit;
  }
  video {
    object-fit: cover;
  }
  /* All of it is of interest. */
  :host(:state(screen)) video {
    object-fit: contain;
  }
  .mirror {
    transform: scaleX(var(--_mirror, -1));
  }
  .dimmed {
    opacity: 0.4;
  }
  .avatar {
    display: grid;
    place-items: center;
    inline-size: 2.5em;
    aspect-ratio: 1;
    border-radius: 50%;
    background: oklch(0.5 0.11 var(--_hue));
    color: #fff;
    font-size: clamp(12px, 16cqmin, 44px);
    font-weight: 600;
    letter-spacing: 0.02em;
  }
  /* Words above a picture. */
  .name-tag,
  .tile-status {
    position: absolute;
    padding: 2px 8px;
    border-radius: 8px;
    background: rgb(20 22 26 / 0.72);
    color: #fff;
  }
  .name-tag {
    --_fill: #333;
    display: flex;
    align-items: center;
    gap: 4px;
    inset-block-end: 8px;
    inset-inline-start: 8px;
    max-inline-size: calc(100% - 16px);
    font-size: max(13px, 0.8em);
  }
  .label {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  svg {
    flex: none;
    inline-size: 1.2em;
    aspect-ratio: 1;
  }
  .tile-status {
    inset-block-start: 8px;
    inset-inline: 8px;
    inline-size: fit-content;
    margin: auto;
    text-align: center;
    font-size: 12px;
  }
  .speaking::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 3px solid var(--_accent);
    border-radius: inherit;
  }
  @container (max-width: 120px) or (max-height: 90px) {
    .name-tag {
      inset-block-end: 4px;
      inset-inline-start: 4px;
      max-inline-size: calc(100% - 8px);
      padding: 0 6px;
      font-size: 11px;
    }
    .tile-status {
      display: none;
    }
    .avatar {
      margin-block-end: 18px;
    }
  }
  @media (forced-colors: active) {
    .face,
    .avatar {
      border: 1px solid;
    }
    .name-tag {
      --_fill: Canvas;
    }
  }
`;
