import type { CAPTIONS_ENGLISH } from './captions-catalogue.js';
import type { CHAT_ENGLISH } from './chat-catalogue.js';
import type { CONTROLS_ENGLISH } from './controls-catalogue.js';
import type { FAILURES } from './failure-catalogue.js';
import type { IN_CALL_ENGLISH } from './in-call-catalogue.js';
import type { LATE_ENGLISH } from './late-catalogue.js';
import type { RECORDING_ENGLISH } from './recording-catalogue.js';
import type { SOCIAL_ENGLISH } from './social-catalogue.js';
import type { LOBBY_ENGLISH } from './lobby-catalogue.js';
import type { SETTINGS_ENGLISH } from './settings-catalogue.js';
import type { PEOPLE_ENGLISH } from './people-catalogue.js';
import type { SCREEN_ENGLISH } from './screen-catalogue.js';
import type { STAGE_ENGLISH } from './stage-catalogue.js';
import type { WINDOWS_ENGLISH } from './windows-catalogue.js';

/** Every text that a person may see or hear before anything else is loaded, in English. */
export const ENGLISH = {
  // The one failure that may come together with having no network, so that nothing could be loaded.
  'signaling-unreachable': 'No answer from {subject}. Still trying…',
  // Who.
  you: 'You',
  'you-named': '{name} (you)',
  guest: 'Guest',
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
  // In the call.
  people: 'People in the call',
  waiting: 'Nobody else is here yet',
  reconnecting: 'Reconnecting…',
  connecting: 'Connecting…',
  // Marks, and what stands between them.
  comma: ', ',
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
export type MessageKey =
  | keyof typeof ENGLISH
  | keyof typeof FAILURES
  | keyof typeof IN_CALL_ENGLISH
  | keyof typeof LATE_ENGLISH
  | keyof typeof PEOPLE_ENGLISH
  | keyof typeof SCREEN_ENGLISH
  | keyof typeof CAPTIONS_ENGLISH
  | keyof typeof RECORDING_ENGLISH
  | keyof typeof CONTROLS_ENGLISH
  | keyof typeof STAGE_ENGLISH
  | keyof typeof SOCIAL_ENGLISH
  | keyof typeof CHAT_ENGLISH
  | keyof typeof LOBBY_ENGLISH
  | keyof typeof SETTINGS_ENGLISH
  | keyof typeof WINDOWS_ENGLISH;

/** A catalogue, or the part of one that replaces English texts; `{name}` and the like are filled in. */
export type Messages = { readonly [Key in MessageKey]?: string };
