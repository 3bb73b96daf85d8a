/** The parts of a `<call-chat>` that are parts of its room, too. */
export const CHAT_PARTS = [
  ...['messages', 'message', 'own-message', 'author', 'time', 'text', 'link', 'empty', 'form', 'recipient', 'input', 'button'],
  ...[
    'send-button',
    'new-messages-button',
    'attach-button',
    'drop-zone',
    'notice',
    'file',
    'file-name',
    'file-size',
    'file-state',
  ],
  ...['receiver', 'progress', 'accept-button', 'cancel-button', 'save-link', 'withdraw-button'],
];

/** Those of a `<call-people>`. */
export const PEOPLE_PARTS = [
  ...['people', 'person', 'person-name', 'marks', 'icon', 'more-button', 'person-actions', 'volume', 'waiting', 'button'],
];

/** Those of a `<call-settings>`. */
export const SETTINGS_PARTS = [
  ...['preview', 'video', 'avatar', 'device-select', 'resolution-select', 'level-meter', 'switch', 'test-button', 'notice'],
  ...['button', 'icon', 'label'],
];

/** The parts of a `<call-room>`, for the `exportparts` of whatever shows a call in one. */
export const ROOM_PARTS = [
  ...new Set([
    ...[
      'stage',
      'grid',
      'tile',
      'video',
      'avatar',
      'name-tag',
      'label',
      'icon',
      'network-indicator',
      'tile-status',
      'pin-button',
    ],
    ...['controlbar', 'button', 'mic-button', 'camera-button', 'leave-button', 'screen-button', 'chat-button', 'people-button'],
    ...['hand-button', 'reactions-button', 'settings-button', 'more-button', 'badge', 'menu', 'menu-item', 'reaction-picker'],
    ...['pager', 'page-button', 'reaction', 'hand-notice', 'knock', 'knock-text', 'recording', 'captions', 'caption'],
    ...['panel', 'panel-title', 'panel-close', 'chat', ...CHAT_PARTS, ...PEOPLE_PARTS, 'settings', ...SETTINGS_PARTS],
  ]),
];
