/** The parts of a `<call-room>`, for the `exportparts` of whatever shows a call in one. */
export const ROOM_PARTS = [
  ...['stage', 'grid', 'tile', 'video', 'avatar', 'name-tag', 'label', 'icon', 'network-indicator', 'tile-status'],
  ...['controlbar', 'button', 'mic-button', 'camera-button', 'leave-button'],
];
