/** What a person has to do for the browser to let a page make sounds (HTML, "activation triggering input event"). */
export const ACTIVATIONS = ['keydown', 'mousedown', 'pointerup', 'touchend'] as const;
