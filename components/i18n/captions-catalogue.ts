/** The English texts of live captions. */
export const CAPTIONS_ENGLISH = {
  // In the menu.
  'control-captions': 'Captions',
  'control-caption-me': 'Caption my speech',
  // Where captions stand.
  captions: 'Captions',
  'captions-none': 'Captions of the others appear here as soon as their browsers make any.',
  // The question whether to caption one's own speech.
  'captions-asked': '{name} would like captions of what you say.',
  'captions-notice': 'Your browser makes them, and may send your voice to its maker’s servers for that.',
  'captions-agree': 'Caption my speech',
  'captions-decline': 'Not now',
  // Announcements.
  'said-captions-own-on': 'What you say is captioned',
  'said-captions-own-off': 'What you say is no longer captioned',
} as const;
