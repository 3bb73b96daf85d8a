/**
 * The headless call engine: everything of a call but its looks. Needs a browser, no element.
 *
 * @module call-room/call
 */
export { Call, type CallOptions } from './call.js';
export * from './call-events.js';
export { type CallState, type LeaveReason } from './call-state.js';
export { CALL_ERROR_CODES, CallError, type CallErrorCode, type CallErrorDetails, type DeviceName } from './errors.js';
export {
  CheckStepEvent,
  ConnectionCheck,
  type ConnectionCheckEvents,
  type ConnectionCheckOptions,
} from './check/connection-check.js';
export {
  CHECK_CODES,
  CHECK_STEPS,
  type CheckCode,
  type CheckFigures,
  type CheckOutcome,
  type CheckReport,
  type CheckState,
  type CheckStep,
  type CheckStepName,
} from './check/check-report.js';
export type { Reaction } from '../../signaling/protocol/social-messages.js';
export type { ReactionEvent } from './extras/reaction-event.js';
export { LocalMedia, type DevicePreference } from './media/local-media.js';
export type { Participant } from './participant.js';
export type { SignalingCodec } from '../../signaling/client/codec.js';
export { IncomingCall, type AcceptOptions } from './ringing/incoming-call.js';
export { OutgoingCall, placeCall, type PlaceCallOptions } from './ringing/outgoing-call.js';
export { Phone, type PhoneOptions } from './ringing/phone.js';
export type { EndReason, RingState } from './ringing/ring-state.js';
export { RingingCall } from './ringing/ringing-call.js';
export { IncomingEvent, RingStateEvent, type PhoneEvents, type RingingCallEvents } from './ringing/ringing-events.js';
