import type { SOCIAL_ENGLISH } from '../../social-catalogue.js';
import type { Translation } from '../translation.js';

export const SOCIAL: Translation<typeof SOCIAL_ENGLISH> = {
  'control-hand': 'Hand heben',
  'control-hand-lower': 'Hand senken',
  'control-reactions': 'Reaktionen',
  'reaction-👍': 'Daumen hoch',
  'reaction-👏': 'Applaus',
  'reaction-❤️': 'Herz',
  'reaction-😂': 'Lachen',
  'reaction-😮': 'Staunen',
  'reaction-😢': 'Traurig',
  'reaction-🎉': 'Feiern',
  'reaction-🙏': 'Danke',
  'hand-raised': 'Hand gehoben',
  'hand-raised-place': 'Hand gehoben, {place} von {count}',
  'said-hand-raised': '{name} hebt die Hand',
  'said-own-hand-raised': 'Sie haben die Hand gehoben',
  'said-own-hand-lowered': 'Sie haben die Hand gesenkt',
  'said-hand-still-raised': 'Ihre Hand ist noch gehoben',
  'said-reaction': '{name} reagiert: {emoji}',
  'said-own-reaction': 'Sie reagieren: {emoji}',
  'said-message': 'Neue Nachricht von {name}',
};
