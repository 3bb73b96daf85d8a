/** The English texts of shared screens. */
export const SCREEN_ENGLISH = {
  // In the tile of a screen.
  'screen-own': 'Your screen',
  'screen-of': '{name}’s screen',
  // Announcements.
  'said-screen-on': '{name} is sharing a screen',
  'said-screen-off': '{name} has stopped sharing',
  'said-own-screen-on': 'You are sharing your screen',
  'said-own-screen-off': 'You have stopped sharing',
} as const;
