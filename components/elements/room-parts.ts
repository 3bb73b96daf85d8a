/** The parts of a `<call-room>`, for the `exportparts` of whatever shows a call in one. */
export const ROOM_PARTS = [
  ...['stage', 'grid', 'tile', 'video', 'avatar', 'name-tag', 'label', 'icon', 'network-indicator', 'tile-status'],
  ...['controlbar', 'button', 'mic-button', 'camera-button', 'leave-button', 'screen-button', 'chat-button', 'people-button'],
  ...['hand-button', 'reactions-button', 'settings-button', 'more-button', 'badge', 'menu', 'menu-item', 'reaction-picker'],
  ...['panel', 'panel-title', 'panel-close', 'hand-notice'],
  ...['settings', 'preview', 'device-select', 'level-meter', 'switch', 'test-button'],
];
