/** The English texts of raised hands and reactions. */
export const SOCIAL_ENGLISH = {
  'hand-raised': 'hand raised',
  'said-hand-raised': '{name} raised a hand',
  'said-own-hand-raised': 'You raised your hand',
  'said-own-hand-lowered': 'You lowered your hand',
  'said-hand-still-raised': 'Your hand is still raised',
  'said-reaction': '{name} reacts: {emoji}',
} as const;
