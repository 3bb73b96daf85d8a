/** The English texts of the settings. */
export const SETTINGS_ENGLISH = {
  'settings-no-room': 'There is no call to set up here.',
  // The person's own picture.
  'settings-picture': 'Your picture',
  'settings-camera-off': 'Your camera is off',
  'settings-resolution': 'Size of my picture',
  'settings-resolution-auto': 'Automatic',
  'settings-resolution-360p': 'Small (360p)',
  'settings-resolution-720p': 'Large (720p)',
  'settings-resolution-1080p': 'Full HD (1080p)',
  'settings-resolution-hint': 'Less is sent where the network is weak, or you are shown small.',
  'settings-mirror': 'Mirror my picture',
  'settings-mirror-hint': 'Only here. The others see you as you are.',
  // Their voice.
  'settings-sound': 'Your voice',
  'settings-noise': 'Reduce background noise',
  'settings-muted': 'You are muted.',
  'settings-no-microphone': 'No microphone is in use.',
  // What they hear.
  'settings-speaker': 'What you hear',
  'settings-system-speaker':
    'The call plays through your system’s speaker. You can choose another one in the settings of your system.',
  'settings-test': 'Test speaker',
  'settings-testing': 'Playing…',
  'settings-test-failed': 'No sound could be played there. Choose another speaker, or check the sound of your system.',
  // Choices of devices.
  'settings-no-devices': 'Devices are listed here once they are connected and allowed.',
  'settings-away': 'The device that you chose isn’t connected. It is used again as soon as it is.',
} as const;
