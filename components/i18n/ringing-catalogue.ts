import type { EndReason } from '../call/ringing/ring-state.js';
import type { RingingCall } from '../call/ringing/ringing-call.js';
import { fillIn, type MessageParams } from './fill-in.js';

/** How a call ended, as the one who called reads it: what happened, and what to do about it. */
const ENDS: Record<`end-${EndReason}`, string> = {
  'end-declined': 'Your call was declined.',
  'end-busy': 'The line is busy. Try again in a moment.',
  'end-no-answer': 'Nobody answered. Try again later.',
  'end-cancelled': 'The call was cancelled.',
  'end-hung-up': 'The call has ended.',
  'end-answered-elsewhere': 'The call was answered on another device.',
  'end-unavailable': 'Nobody is available right now. Try again later.',
  'end-media-failed': 'No connection came about. Try again, or try another network.',
  'end-merged': 'You called each other at the same moment. The other call goes on.',
  'end-rate-limited': 'Too many calls in a short time. Wait a minute, then try again.',
  'end-unauthorized': 'You may not call here. Reload the page, or ask its owner.',
  'end-signaling-lost': 'The connection was lost. Check your network, then try again.',
};

/** Every text of `<call-button>`, but for what it shows before it is pressed, and of `<call-phone>`, in English. */
export const RINGING_ENGLISH = {
  ...ENDS,
  // What a button's tag lacks, for its author.
  'button-signaling-missing': 'This button isn’t set up: its tag needs a “signaling” address.',
  'button-to-missing': 'This button isn’t set up: its tag needs “to”, the name to call.',
  // Where a call stands, as the one who called reads it.
  'allow-microphone': 'Allow your microphone…',
  'allow-microphone-and-camera': 'Allow your microphone and camera…',
  calling: 'Calling…',
  ringing: 'Ringing…',
  connecting: 'Connecting…',
  connected: 'Connected',
  'connected-to': 'Connected to {name}',
  // What the other said with a decline.
  'their-words': '“{text}”',
  // A refused device, with the way back that a button has.
  'button-device-denied': 'You haven’t allowed your {device}. Allow it beside the address bar, then call again.',
  // Buttons.
  cancel: 'Cancel',
  'call-again': 'Call again',
  close: 'Close',
  // Only in <call-phone>.
  'phone-signaling-missing': 'This phone isn’t set up: its tag needs a “signaling” address.',
  'phone-user-missing': 'This phone isn’t set up: its tag needs a “user”, the name to be called by.',
  // Whether one can be called.
  'phone-online': 'Calls ring here',
  'phone-busy': 'In a call',
  'phone-away': 'Calls don’t ring here',
  'phone-connecting': 'Connecting…',
  'phone-offline': 'Not reachable: reconnecting…',
  'phone-failed': 'Not reachable',
  'phone-retry': 'Try again',
  status: 'Status',
  available: 'Available',
  away: 'Away',
  idle: 'No calls right now.',
  // A call that rings here.
  'video-call': 'Video call',
  'voice-call': 'Voice call',
  'unknown-caller': 'Unknown caller',
  'name-trusted': 'Verified name',
  'name-claimed': 'Name not verified',
  accept: 'Accept',
  'accept-ending': 'End and accept',
  'accept-audio': 'Accept without video',
  decline: 'Decline',
  'decline-with': 'Decline with a message',
  'decline-message': 'Message to the caller',
  'decline-later': 'I’ll call you back.',
  'decline-meeting': 'I’m in a meeting.',
  'decline-write': 'Please write to me instead.',
  // Sound and notifications.
  'sound-held-back': 'Your browser holds back the ring tone until you click or tap on this page.',
  'notify-offer': 'Be told of calls while this page is in the background.',
  notify: 'Notify me',
  // A call that goes on, or is over.
  'call-with': 'Call with {name}',
  'ended-after': 'The call with {name} has ended after {duration}.',
  'ended-by-caller': '{name} hung up.',
  'ended-elsewhere': 'The call of {name} was answered on another device.',
  'ended-other': 'The call of {name} has ended: no connection came about.',
  // Calls that nobody answered.
  missed: 'Missed calls',
  'call-back': 'Call back',
  clear: 'Clear',
  // Announcements.
  'said-incoming': '{name} is calling',
  'said-incoming-about': '{name} is calling: {subject}',
  'said-lost': 'You can’t be reached. Reconnecting…',
  'said-missed': 'You missed a call of {name}',
} as const;

/** The name of a text in the catalogue of ringing. */
export type RingingMessageKey = keyof typeof RINGING_ENGLISH;

/** A catalogue, or the part of one that replaces English texts; `{name}` and the like are filled in. */
export type RingingMessages = { readonly [Key in RingingMessageKey]?: string };

/** Finds a text of ringing by its key and fills it in. */
export type RingingTranslate = (key: RingingMessageKey, params?: MessageParams) => string;

/** A {@link RingingTranslate} over some catalogues, the earliest that knows a key winning, English last. */
export const ringingTranslator =
  (...catalogues: readonly (RingingMessages | undefined)[]): RingingTranslate =>
  (key, params = {}) =>
    fillIn(catalogues.find((catalogue) => catalogue?.[key] !== undefined)?.[key] ?? RINGING_ENGLISH[key], params);

/** Where a call stands, as the one who calls reads it. */
export function standingOf(call: Pick<RingingCall, 'state' | 'reason' | 'video' | 'remoteName'>, text: RingingTranslate): string {
  const { state, reason = 'hung-up', video, remoteName } = call;
  switch (state) {
    case 'preparing':
      return text(video ? 'allow-microphone-and-camera' : 'allow-microphone');
    case 'inviting':
      return text('calling');
    case 'ringing':
      return text('ringing');
    case 'accepted':
      return text('connecting');
    case 'connected':
      return remoteName ? text('connected-to', { name: remoteName }) : text('connected');
    case 'ended':
      return text(`end-${reason}`);
  }
}
