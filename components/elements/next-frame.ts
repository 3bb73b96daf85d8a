/** The most that a drawing waits where no frames come, in ms: in a background tab `requestAnimationFrame` rests. */
const LONGEST = 100;

/** Resolves before the browser draws its next frame, or after a while where it draws none. */
export const nextFrame = (): Promise<unknown> =>
  new Promise((resolve) => {
    requestAnimationFrame(resolve);
    setTimeout(resolve, LONGEST);
  });
