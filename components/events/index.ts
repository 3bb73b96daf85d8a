/** The events of the elements: one class each, bubbling and composed. */
export { CallErrorEvent } from './call-error.js';
export { CallJoinedEvent } from './call-joined.js';
export { CallLeftEvent } from './call-left.js';
export type { CallMuteRequestEvent } from './call-mute-request.js';
export { CallMediaChangeEvent } from './call-media-change.js';
export type { CallMessageEvent } from './call-message.js';
export { CallParticipantChangeEvent } from './call-participant-change.js';
export { CallParticipantJoinedEvent } from './call-participant-joined.js';
export { CallParticipantLeftEvent } from './call-participant-left.js';
export { CallStateChangeEvent } from './call-state-change.js';
// Loaded with what tells of it, which no first frame needs.
export type { CallQualityChangeEvent } from './call-quality-change.js';
export type { CallReactionEvent } from './call-reaction.js';
