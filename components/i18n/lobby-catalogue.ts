/** The English texts of choosing devices, and of the lobby beyond its first frame. */
export const LOBBY_ENGLISH = {
  'device-microphone': 'Microphone',
  'device-camera': 'Camera',
  'device-speaker': 'Speaker',
  'device-default': 'As the system prefers',
  'device-level': 'Microphone level',
  'device-blur': 'Blur my background',
  'lobby-settings': 'More settings',
  // Where to allow a device again, for each browser; {device} is as in “your microphone”.
  'allow-chromium': 'Choose the symbol at the left end of the address bar, then switch on your {device}.',
  'allow-android': 'Tap the symbol at the left end of the address bar, then Permissions, then allow your {device}.',
  'allow-firefox': 'Choose the crossed-out symbol in the address bar, and clear “Blocked” for your {device}.',
  'allow-safari': 'In the menu bar choose Safari, then Settings for this website, and allow your {device}.',
  'allow-ios': 'Tap the page symbol beside the address, then Website Settings, and allow your {device}.',
  'allow-other': 'Open what your browser knows of this site, and allow your {device} there.',
  'allow-goes-on': 'It goes on by itself then.',
} as const;
