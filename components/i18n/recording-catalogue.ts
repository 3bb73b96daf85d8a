/** The English texts of recording a call. */
export const RECORDING_ENGLISH = {
  // In the menu.
  'control-record': 'Record the call',
  'control-record-stop': 'Stop recording',
  // The mark that everybody sees; `{names}` is a list.
  'recording-mark': 'Recording: {names}',
  // Announcements.
  'said-recording-on': '{name} records this call',
  'said-recording-off': '{name} has stopped recording',
  'said-own-recording-on': 'You are recording this call',
  'said-own-recording-off': 'You have stopped recording',
} as const;
