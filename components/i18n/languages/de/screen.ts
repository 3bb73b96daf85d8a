import type { SCREEN_ENGLISH } from '../../screen-catalogue.js';
import type { Translation } from '../translation.js';

export const SCREEN: Translation<typeof SCREEN_ENGLISH> = {
  'screen-own': 'Ihr Bildschirm',
  'screen-of': 'Bildschirm von {name}',
  'said-screen-on': '{name} teilt einen Bildschirm',
  'said-screen-off': '{name} teilt den Bildschirm nicht mehr',
  'said-own-screen-on': 'Sie teilen Ihren Bildschirm',
  'said-own-screen-off': 'Sie teilen Ihren Bildschirm nicht mehr',
};
