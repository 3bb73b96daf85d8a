/** The English texts of the controls that come once a call stands, and of the panels that they open. */
export const CONTROLS_ENGLISH = {
  // Panels.
  'panel-chat': 'Chat',
  'panel-people': 'People',
  'panel-settings': 'Settings',
  'panel-shortcuts': 'Keyboard shortcuts',
  'panel-close': 'Close',
} as const;
