/** Styles that several elements share. */
export { buttons } from './button.styles.js';
export { grid } from './grid.styles.js';
export { theme } from './theme.styles.js';
