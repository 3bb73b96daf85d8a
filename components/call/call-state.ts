/**
 * Where a call stands:
 * - `idle`: nothing is open;
 * - `lobby`: the devices are open for a preview, nobody else knows;
 * - `joining`: on the way into the room, for as long as that takes;
 * - `joined`: in the room;
 * - `reconnecting`: in the room, media goes on, but the signaling socket is away;
 * - `left`: this person left, or a host ended the call for all;
 * - `failed`: it ended, or never began, because of an error.
 */
export type CallState = 'idle' | 'lobby' | 'joining' | 'joined' | 'reconnecting' | 'left' | 'failed';

/** What happens to a call. */
export type CallStep = 'prepare' | 'join' | 'connected' | 'disconnected' | 'leave' | 'fail' | 'reset';

const STEPS: Record<CallState, Partial<Record<CallStep, CallState>>> = {
  idle: { prepare: 'lobby', join: 'joining', fail: 'failed' },
  lobby: { join: 'joining', leave: 'left', fail: 'failed', reset: 'idle' },
  joining: { connected: 'joined', leave: 'left', fail: 'failed', reset: 'idle' },
  joined: { disconnected: 'reconnecting', leave: 'left', fail: 'failed', reset: 'idle' },
  reconnecting: { connected: 'joined', leave: 'left', fail: 'failed', reset: 'idle' },
  left: { prepare: 'lobby', join: 'joining', fail: 'failed', reset: 'idle' },
  failed: { prepare: 'lobby', join: 'joining', fail: 'failed', reset: 'idle' },
};

/** The state after a step, or the same one where the step means nothing. */
export function nextState(state: CallState, step: CallStep): CallState {
  return STEPS[state][step] ?? state;
}

/** True from `join()` until the call ends. */
export const isActive = (state: CallState): boolean => state === 'joining' || state === 'joined' || state === 'reconnecting';

/**
 * Why a call ended.
 * - `left`: this person left;
 * - `removed`, `ended`: a host removed this person, or ended the call for all;
 * - `room-locked`, `refused-entry`: a host locked the room, or did not let this person in;
 * - `duplicate`, `room-full`, `unauthorized`: the server said so;
 * - `signaling-lost`: the way to the room is gone for good;
 * - `media-failed`: this browser can't hold a call.
 */
export type LeaveReason =
  | 'left'
  | 'removed'
  | 'ended'
  | 'room-locked'
  | 'refused-entry'
  | 'duplicate'
  | 'room-full'
  | 'unauthorized'
  | 'signaling-lost'
  | 'media-failed';
