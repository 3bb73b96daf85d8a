import type { CallErrorCode, DeviceName } from '../call/errors.js';

/** The names of devices, as they stand in a sentence after “your”. */
const DEVICES: Record<DeviceName, string> = {
  microphone: 'microphone',
  camera: 'camera',
  'microphone-and-camera': 'microphone and camera',
  speaker: 'speaker',
};

/**
 * The English sentence of each failure: what happened, and what to do about it. `{device}` and `{subject}` are filled in.
 * Loaded with the first failure, as a call that goes well needs none of them.
 */
const SENTENCES: Record<Exclude<CallErrorCode, 'signaling-unreachable'>, string> = {
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
  'device-muted': 'Your {device} is switched off by your system, or by its own switch. Switch it on there.',
  'device-replaced': 'Your {device} is now: {subject}.',
  'insecure-context': 'Your {device} can’t be used, because this page isn’t secure. Open it with https:.',
  'screen-unsupported': 'This browser can’t share a screen. Try one on a computer.',
  'screen-denied':
    'Your system or this page doesn’t allow sharing a screen. Allow it in your system’s settings, or ask the page’s owner.',
  'screen-failed': 'Your screen couldn’t be shared. Try again, or choose another window.',
  'recording-failed': 'Recording failed. What was recorded until then is saved. Try again.',
  'captions-failed': 'Your browser can’t caption your speech now. Check your network, then switch it on again in the menu.',
  'signaling-refused': 'The server refused this call. Try again later.',
  'signaling-lost': 'The connection to the call is lost. Check your network.',
  unauthorized: 'You have no access to this call. Ask for a new invitation.',
  'room-full': 'This call is full. Try again when somebody has left.',
  'signaling-waiting': 'Please wait: somebody will let you in.',
  'room-locked': 'This call is locked. Ask somebody in it to unlock it, then join again.',
  'refused-entry': 'You weren’t let into this call.',
  duplicate: 'You joined this call somewhere else. Join again to go on here.',
  removed: 'You were removed from this call.',
  'protocol-invalid': 'The server of this call can’t be understood. Reload the page.',
  'protocol-version': 'This page is out of date. Reload it.',
  'peer-unreachable': 'No connection to {subject}.',
  'negotiation-failed': 'The connection to {subject} failed. Join again to repair it.',
  'playback-blocked': 'Your browser holds back the sound. Choose “Tap to hear”.',
  'webrtc-unsupported': 'This browser can’t make calls. Open the page in a current one.',
  'feature-unavailable': 'A part of this call didn’t load. Check your network, then reload the page.',
};

/** All that it takes to tell of a failure. */
export const FAILURES = { ...SENTENCES, ...DEVICES, somebody: 'somebody', check: 'Check my connection' };
