/** What a person may read from the moment they are in the call, or it has ended, in English. */
export const LATE_ENGLISH = {
  'join-again': 'Join again',
  over: 'The call has ended',
  ended: 'A host ended the call for everybody.',
  first: 'You’re the first here',
  'first-hint': 'Others appear when they join.',
  hear: 'Tap to hear',
  dismiss: 'Dismiss',
} as const;
