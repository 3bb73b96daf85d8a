import type { SOCIAL_ENGLISH } from '../../social-catalogue.js';
import type { Translation } from '../translation.js';

export const SOCIAL: Translation<typeof SOCIAL_ENGLISH> = {
  'control-hand': 'Levantar a mão',
  'control-hand-lower': 'Abaixar a mão',
  'control-reactions': 'Reações',
  'reaction-👍': 'Joinha',
  'reaction-👏': 'Aplausos',
  'reaction-❤️': 'Coração',
  'reaction-😂': 'Risada',
  'reaction-😮': 'Surpresa',
  'reaction-😢': 'Tristeza',
  'reaction-🎉': 'Comemoração',
  'reaction-🙏': 'Obrigado',
  'hand-raised': 'mão levantada',
  'hand-raised-place': 'mão levantada, {place} de {count}',
  'said-hand-raised': '{name} levantou a mão',
  'said-own-hand-raised': 'Você levantou a mão',
  'said-own-hand-lowered': 'Você abaixou a mão',
  'said-hand-still-raised': 'Sua mão ainda está levantada',
  'said-reaction': '{name} reage: {emoji}',
  'said-own-reaction': 'Você reage: {emoji}',
  'said-message': 'Nova mensagem de {name}',
};
