/** What joins elements to a call, and holds lifetimes. */
export { GridController } from './grid-controller.js';
export { gridLayout, type TileSize } from './grid-layout.js';
export { PlaybackController, type PlaybackConfig } from './playback-controller.js';
export { RoomController } from './room-controller.js';
export { addRoom, belongsToRoom, findRoom, removeRoom, roomsChanged, watchRooms, type RoomElement } from './room-registry.js';
export { setStates } from './states.js';
