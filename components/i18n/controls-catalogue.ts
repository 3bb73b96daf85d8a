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
  'control-grid': 'Everybody the same size',
  'control-spotlight': 'Who speaks is large',
  'control-floating': 'Your picture floats',
  'control-shortcuts': 'Keyboard shortcuts',
  // Panels.
  'panel-chat': 'Chat',
  'panel-people': 'People',
  'panel-settings': 'Settings',
  'panel-shortcuts': 'Keyboard shortcuts',
  'panel-close': 'Close',
  // Keyboard shortcuts.
  'shortcuts-hint': 'They work while the call has the focus: click anywhere in it first.',
  'shortcut-microphone': 'Mute or unmute the microphone',
  'shortcut-camera': 'Turn the camera on or off',
  'shortcut-screen': 'Share your screen, or stop that',
  'shortcut-chat': 'Open or close the chat',
  'shortcut-people': 'Open or close the list of people',
  'shortcut-settings': 'Open the settings',
  'shortcut-list': 'Show this list',
  'shortcut-close': 'Close what is open',
  'key-escape': 'Esc',
} as const;
