import { css, html, LitElement, type TemplateResult } from 'lit';

/**
 * The mark of a raised hand, in the corner of a tile.
 *
 * @internal
 */
export class RaisedHand extends LitElement {
  static override styles = css`
    :host {
      position: absolute;
      z-index: 1;
      inset-block-start: 8px;
      inset-inline-start: 8px;
      padding: 4px;
      border-radius: 50%;
      background: #000a;
      font-size: 1.4rem;
      line-height: 1.2;
    }
    @media (prefers-reduced-motion: no-preference) {
      span {
        display: inline-block;
        transform-origin: 60% 90%;
        animation: wave 0.5s ease-in-out 2;
      }
    }
    @keyframes wave {
      50% {
        rotate: 16deg;
      }
    }
  `;
  static override properties = { label: {} };

  /** What it says in words. */
  label = '';

  protected override render(): TemplateResult {
    return html`<span role="img" aria-label=${this.label}>✋</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'raised-hand': RaisedHand;
  }
}
