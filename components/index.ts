/**
 * Registers `<call-room>`, `<local-video>`, `<remote-video>` and `<call-controls>`.
 *
 * @module call-room
 */
export { CallRoom } from './elements/call-room/call-room.js';
export { CallControls } from './elements/call-controls/call-controls.js';
export { LocalVideo } from './elements/local-video/local-video.js';
export { RemoteVideo } from './elements/remote-video/remote-video.js';
export * from './events/index.js';
export type { Call, CallOptions } from './call/call.js';
export type { CallState, LeaveReason } from './call/call-state.js';
export type { CallError, CallErrorCode, DeviceName } from './call/errors.js';
export type { DevicePreference } from './call/media/local-media.js';
export type { Participant } from './call/participant.js';
export type { MessageKey, Messages } from './i18n/catalogue.js';
