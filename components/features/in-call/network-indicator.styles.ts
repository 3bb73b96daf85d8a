import { css } from 'lit';

/**
 * Number and shape tell everything, colour only underlines it. The colours stand on the dark of a name tag, in light pages
 * and in dark ones, with at least 3 : 1 whatever picture shines through (WCAG 2.2, 1.4.11).
 */
export const styles = css`
  :host {
    display: block;
    flex: none;
    inline-size: 1.1em;
    aspect-ratio: 1;
  }
  /* Where all is well, there is nothing to tell. A page may show it: call-room::part(network-indicator) { display: block } */
  :host([quality='excellent']),
  :host([quality='unknown']),
  :host([hidden]) {
    display: none;
  }
  :host([quality='poor']) {
    color: #ffc14d;
  }
  :host([quality='lost']) {
    color: #ffaca3;
  }
  svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
  }
  /* Bars grow in the direction of reading. */
  :host(:dir(rtl)) svg {
    scale: -1 1;
  }
  @media (forced-colors: active) {
    :host([quality]) {
      color: CanvasText;
    }
  }
`;
