/** The English texts of raised hands and reactions, and of what somebody wrote while nobody looked. */
export const SOCIAL_ENGLISH = {
  // Controls.
  'control-hand': 'Raise your hand',
  'control-hand-lower': 'Lower your hand',
  'control-reactions': 'Reactions',
  'reaction-👍': 'Thumbs up',
  'reaction-👏': 'Applause',
  'reaction-❤️': 'Heart',
  'reaction-😂': 'Laughter',
  'reaction-😮': 'Surprise',
  'reaction-😢': 'Sadness',
  'reaction-🎉': 'Celebration',
  'reaction-🙏': 'Thank you',
  // In the tile of whoever has raised a hand.
  'hand-raised': 'hand raised',
  'hand-raised-place': 'hand raised, {place} of {count}',
  // Announcements; one of them is seen as well.
  'said-hand-raised': '{name} raised a hand',
  'said-own-hand-raised': 'You raised your hand',
  'said-own-hand-lowered': 'You lowered your hand',
  'said-hand-still-raised': 'Your hand is still raised',
  'said-reaction': '{name} reacts: {emoji}',
  'said-own-reaction': 'You react: {emoji}',
  'said-message': 'New message from {name}',
} as const;
