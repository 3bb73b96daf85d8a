import type { SCREEN_ENGLISH } from '../../screen-catalogue.js';
import type { Translation } from '../translation.js';

export const SCREEN: Translation<typeof SCREEN_ENGLISH> = {
  'screen-own': 'Votre écran',
  'screen-of': 'Écran de {name}',
  'said-screen-on': '{name} partage un écran',
  'said-screen-off': '{name} ne partage plus d’écran',
  'said-own-screen-on': 'Vous partagez votre écran',
  'said-own-screen-off': 'Vous ne partagez plus votre écran',
};
