/** The texts of a `<call-button>` that nobody has pressed, or that could not be loaded. All others come with a press. */
export const BUTTON_ENGLISH = {
  'button-label': 'Call',
  'not-loaded': 'The call didn’t load. Check your network, then try again or reload the page.',
} as const;

/** The name of one of these texts. */
export type ButtonMessageKey = keyof typeof BUTTON_ENGLISH;

/** These texts, or some of them, in other words. */
export type ButtonMessages = { readonly [Key in ButtonMessageKey]?: string };
