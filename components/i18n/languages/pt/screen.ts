import type { SCREEN_ENGLISH } from '../../screen-catalogue.js';
import type { Translation } from '../translation.js';

export const SCREEN: Translation<typeof SCREEN_ENGLISH> = {
  'screen-own': 'Sua tela',
  'screen-of': 'Tela de {name}',
  'said-screen-on': '{name} está compartilhando a tela',
  'said-screen-off': '{name} parou de compartilhar',
  'said-own-screen-on': 'Você está compartilhando sua tela',
  'said-own-screen-off': 'Você parou de compartilhar',
};
