import { css, html, LitElement, nothing, type TemplateResult } from 'lit';

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
      display: flex;
      align-items: center;
      gap: 4px;
      padding: 4px;
      border-radius: 1.3rem;
      background: #000a;
      color: #fff;
      font-size: 1.4rem;
      line-height: 1.2;
    }
    b {
      padding-inline-end: 6px;
      font-size: 1rem;
      font-variant-numeric: tabular-nums;
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
  static override properties = { label: {}, place: { type: Number } };

  /** What it says in words. */
  label = '';
  /** The how many-eth it is that was raised; none where it is the only one. */
  place: number | undefined;

  protected override render(): TemplateResult {
    return html`<span role="img" aria-label=${this.label}>✋</span
      >${this.place ? html`<b aria-hidden="true">${this.place}</b>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'raised-hand': RaisedHand;
  }
}
