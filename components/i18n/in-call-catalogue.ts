/** The English texts of a call that stands. They come once it does, so that they are no burden to its beginning. */
export const IN_CALL_ENGLISH = {
  // How good the connection to a person is.
  'quality-excellent': 'excellent connection',
  'quality-good': 'good connection',
  'quality-poor': 'poor connection',
  'quality-lost': 'no connection',
  // Why a person can't be reached, in that person's tile: as short as it can be, for the smallest of them.
  'peer-silent': 'No answer. Their page may be asleep or offline.',
  'peer-blocked': 'Their network seems to block calls.',
  'network-blocked': 'Your network seems to block calls. Try another one.',
  'no-path': 'No connection so far. A network may block calls.',
  'no-relay': 'Your networks block direct calls, and this site has no relay.',
  'relay-missing': 'Only a relay may be used, and this site has none.',
  'relay-silent': 'The relay of this site doesn’t answer. Try another network.',
  'relay-refused': 'The relay of this site refuses you. Reload the page.',
  // Announcements.
  'said-own-poor': 'Your connection is poor. The others may not see and hear you well.',
  'said-poor': 'The connection to {name} is poor',
  'said-lost': 'The connection to {name} is interrupted',
} as const;
