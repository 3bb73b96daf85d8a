import type { SCREEN_ENGLISH } from '../../screen-catalogue.js';
import type { Translation } from '../translation.js';

export const SCREEN: Translation<typeof SCREEN_ENGLISH> = {
  'screen-own': 'Tu pantalla',
  'screen-of': 'Pantalla de {name}',
  'said-screen-on': '{name} está compartiendo pantalla',
  'said-screen-off': '{name} ha dejado de compartir',
  'said-own-screen-on': 'Estás compartiendo tu pantalla',
  'said-own-screen-off': 'Has dejado de compartir',
};
