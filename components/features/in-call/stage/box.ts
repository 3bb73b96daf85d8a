/** A box on the stage in CSS pixels; `x` from where lines begin, so that it is mirrored from right to left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the buttons that turn pages stand: in a row of their own, or at both ends of a strip. */
export interface Pager extends Box {
  readonly around: boolean;
}

/** A side of a button, in CSS pixels: whoever turns pages may have a thumb (WCAG 2.2, 2.5.5). */
export const TARGET = 44;
