/** The English texts of keyboard shortcuts. */
export const WINDOWS_ENGLISH = {
  'control-shortcuts': 'Keyboard shortcuts',
  'panel-shortcuts': 'Keyboard shortcuts',
  'shortcuts-on': 'Use these keys',
  'shortcuts-hint': 'They work while the call has the focus: click anywhere in it first.',
  'shortcut-microphone': 'Mute or unmute the microphone',
  'shortcut-talk': 'Talk while you hold it, if you are muted',
  'shortcut-camera': 'Turn the camera on or off',
  'shortcut-screen': 'Share your screen, or stop that',
  'shortcut-hand': 'Raise or lower your hand',
  'shortcut-chat': 'Open or close the chat',
  'shortcut-people': 'Open or close the list of people',
  'shortcut-settings': 'Open the settings',
  'shortcut-list': 'Show this list',
  'shortcut-close': 'Close what is open',
  'key-space': 'Space',
  'key-escape': 'Esc',
} as const;
