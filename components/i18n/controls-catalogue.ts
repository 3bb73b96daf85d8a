/** The English texts of the controls that come once a call stands, and of the panels that they open. */
export const CONTROLS_ENGLISH = {
  // Controls.
  'control-screen': 'Share your screen',
  'control-screen-stop': 'Stop sharing your screen',
  'control-chat': 'Chat',
  'control-chat-unread': 'Chat, {count} unread',
  'control-people': 'People',
  'control-people-count': 'People, {count} in the call',
  'control-settings': 'Settings',
  'control-more': 'More',
  'control-more-news': 'More: {news}',
  'control-grid': 'Everybody the same size',
  'control-spotlight': 'Who speaks is large',
  'control-floating': 'Your picture floats',
  // Panels.
  'panel-chat': 'Chat',
  'panel-people': 'People',
  'panel-settings': 'Settings',
  'panel-close': 'Close',
} as const;
