import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 12px;
    padding: 4px;
  }
  .leave {
    inline-size: 64px;
    border-radius: 24px;
  }
`;
