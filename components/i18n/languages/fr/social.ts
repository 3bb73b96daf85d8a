import type { SOCIAL_ENGLISH } from '../../social-catalogue.js';
import type { Translation } from '../translation.js';

export const SOCIAL: Translation<typeof SOCIAL_ENGLISH> = {
  'control-hand': 'Lever la main',
  'control-hand-lower': 'Baisser la main',
  'control-reactions': 'Réactions',
  'reaction-👍': 'Pouce levé',
  'reaction-👏': 'Applaudissements',
  'reaction-❤️': 'Cœur',
  'reaction-😂': 'Rire',
  'reaction-😮': 'Étonnement',
  'reaction-😢': 'Tristesse',
  'reaction-🎉': 'Fête',
  'reaction-🙏': 'Merci',
  'hand-raised': 'main levée',
  'hand-raised-place': 'main levée, {place} sur {count}',
  'said-hand-raised': '{name} lève la main',
  'said-own-hand-raised': 'Vous avez levé la main',
  'said-own-hand-lowered': 'Vous avez baissé la main',
  'said-hand-still-raised': 'Votre main est toujours levée',
  'said-reaction': '{name} réagit : {emoji}',
  'said-own-reaction': 'Vous réagissez : {emoji}',
  'said-message': 'Nouveau message de {name}',
};
