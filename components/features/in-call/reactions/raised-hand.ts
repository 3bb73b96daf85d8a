import { css, html, LitElement, type TemplateResult } from 'lit';

/**
 * The mark of a raised hand. Of decoration only: the tile around it says the same in words.
 *
 * @internal
 */
export class RaisedHand extends LitElement {
  static override styles = css`
    :host {
      display: block;
      flex: none;
      line-height: 1;
    }
    @media (prefers-reduced-motion: no-preference) {
      span {
        display: inline-block;
        transform-origin: 60% 90%;
        animation: wave 0.5s ease-in-out 2 alternate;
      }
    }
    @keyframes wave {
      50% {
        rotate: 16deg;
      }
    }
  `;

  protected override render(): TemplateResult {
    return html`<span aria-hidden="true">✋</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'raised-hand': RaisedHand;
  }
}
