import type { CallErrorCode, DeviceName } from '../call/errors.js';

/** The sentence of each failure: what happened, and what to do about it. `{device}` and `{subject}` are filled in. */
const ERRORS: Record<CallErrorCode, string> = {
  'signaling-missing': 'This call isn’t set up: its tag needs a “signaling” address.',
  'signaling-invalid': '“{subject}” is no address for a call. Use a wss: address or one on this site.',
  'room-missing': 'This call isn’t set up: its tag needs a “room”.',
  'ice-servers-invalid': 'The address of a helper server is wrong: {subject}. Tell the owner of this page.',
  'room-invalid': 'This room name can’t be used. Choose one of 1 to 128 characters.',
  'device-denied-by-user': 'You haven’t allowed your {device}. Allow it beside the address bar, then turn it on again.',
  'device-denied-by-policy': 'This page may not use your {device}. Ask its owner to permit it.',
  'device-not-found': 'No {device} found. Connect one, then turn it on again.',
  'device-in-use': 'Another program uses your {device}. Close it there, then turn it on again.',
  'device-constraint': 'Your {device} can’t do what this call needs. Try another one.',
  'device-unknown': 'Your {device} didn’t start. Connect it again, then turn it on.',
  'insecure-context': 'Your {device} can’t be used, because this page isn’t secure. Open it with https:.',
  'signaling-unreachable': 'No answer from {subject}. Still trying…',
  'signaling-refused': 'The server refused this call. Try again later.',
  'signaling-lost': 'The connection to the call is lost. Check your network.',
  unauthorized: 'You have no access to this call. Ask for a new invitation.',
  'room-full': 'This call is full. Try again when somebody has left.',
  duplicate: 'You joined this call somewhere else. Join again to go on here.',
  removed: 'You were removed from this call.',
  'protocol-invalid': 'The server of this call can’t be understood. Reload the page.',
  'protocol-version': 'This page is out of date. Reload it.',
  'peer-unreachable': 'No connection to {subject}. One of your networks may forbid it; try another.',
  'negotiation-failed': 'The connection to {subject} failed. Join again to repair it.',
  'playback-blocked': 'Your browser holds back the sound. Choose “Tap to hear”.',
  'webrtc-unsupported': 'This browser can’t make calls. Open the page in a current one.',
};

/** The names of devices, as they stand in a sentence after “your”. */
const DEVICES: Record<DeviceName, string> = {
  microphone: 'microphone',
  camera: 'camera',
  'microphone-and-camera': 'microphone and camera',
};

/** Every text that a person may see or hear, in English. Other languages have the same keys. */
export const ENGLISH = {
  ...ERRORS,
  ...DEVICES,
  // Who.
  you: 'You',
  'you-named': '{name} (you)',
  guest: 'Guest',
  somebody: 'somebody',
  // Lobby.
  'lobby-title': 'Ready to join?',
  name: 'Your name',
  join: 'Join',
  'join-listening': 'Join to watch and listen',
  // Joining and the end.
  joining: 'Joining…',
  cancel: 'Cancel',
  left: 'You left the call',
  failed: 'The call didn’t work out',
  ended: 'The call has ended',
  'join-again': 'Join again',
  // In the call.
  people: 'People in the call',
  first: 'You’re the first here',
  'first-hint': 'Others appear when they join.',
  waiting: 'Nobody else is here yet',
  reconnecting: 'Reconnecting…',
  connecting: 'Connecting…',
  hear: 'Tap to hear',
  dismiss: 'Dismiss',
  // Marks.
  muted: 'muted',
  'camera-off': 'camera off',
  // Controls.
  controls: 'Call controls',
  mute: 'Mute microphone',
  unmute: 'Unmute microphone',
  'stop-camera': 'Turn camera off',
  'start-camera': 'Turn camera on',
  leave: 'Leave call',
  // Announcements.
  'said-joined': 'You are in the call',
  'said-came': '{name} joined',
  'said-went': '{name} left',
} as const;

/** The name of a text in the catalogue. */
export type MessageKey = keyof typeof ENGLISH;

/** A catalogue, or the part of one that replaces English texts; `{name}` and the like are filled in. */
export type Messages = { readonly [Key in MessageKey]?: string };
