/** The English texts of the list of people, and of what hosts do. */
export const PEOPLE_ENGLISH = {
  'people-waiting': 'Waiting to be let in',
  'people-admit': 'Admit',
  'people-admit-named': 'Admit {name}',
  'people-refuse': 'Refuse',
  'people-refuse-named': 'Refuse {name}',
  'people-admit-all': 'Admit all',
  // Of the button that opens the list, after how many are in the call.
  'people-waiting-count': '{count} waiting',
  // The notice of several who wait.
  'people-knocks': '{name} and {count} more ask to be let in',
  'people-show-list': 'Show list',
  // Marks.
  'people-host': 'host',
  'people-speaking': 'speaking',
  'people-hand': 'hand raised, number {place}',
  'people-recording': 'recording',
  'people-screen': 'sharing a screen',
  'people-pinned': 'pinned',
  'people-muted-here': 'muted for you',
  'people-poor': 'weak connection',
  'people-lost': 'no connection',
  // What can be done.
  'people-more': 'More about {name}',
  'people-mute-here': 'Mute for me',
  'people-volume': 'Volume of {name}',
  'people-ask-mute': 'Ask {name} to mute',
  'people-remove': 'Remove {name}',
  'people-remove-sure': 'Remove {name} from the call?',
  'people-mute-all': 'Ask all to mute',
  'people-lock': 'Lock the call',
  'people-end': 'End for all',
  'people-end-sure': 'End the call for everybody?',
  'people-yes-remove': 'Remove',
  'people-yes-end': 'End the call',
  'people-no': 'Cancel',
  // Announcements.
  'said-knock': '{name} asks to be let in',
  'said-muted-by': '{name} muted you',
} as const;
