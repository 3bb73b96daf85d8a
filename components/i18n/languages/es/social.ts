import type { SOCIAL_ENGLISH } from '../../social-catalogue.js';
import type { Translation } from '../translation.js';

export const SOCIAL: Translation<typeof SOCIAL_ENGLISH> = {
  'control-hand': 'Levantar la mano',
  'control-hand-lower': 'Bajar la mano',
  'control-reactions': 'Reacciones',
  'reaction-👍': 'Pulgar arriba',
  'reaction-👏': 'Aplausos',
  'reaction-❤️': 'Corazón',
  'reaction-😂': 'Risa',
  'reaction-😮': 'Sorpresa',
  'reaction-😢': 'Tristeza',
  'reaction-🎉': 'Celebración',
  'reaction-🙏': 'Gracias',
  'hand-raised': 'mano levantada',
  'hand-raised-place': 'mano levantada, {place} de {count}',
  'said-hand-raised': '{name} ha levantado la mano',
  'said-own-hand-raised': 'Has levantado la mano',
  'said-own-hand-lowered': 'Has bajado la mano',
  'said-hand-still-raised': 'Tu mano sigue levantada',
  'said-reaction': '{name} reacciona: {emoji}',
  'said-own-reaction': 'Reaccionas: {emoji}',
  'said-message': 'Nuevo mensaje de {name}',
};
