import type { SCREEN_ENGLISH } from '../../screen-catalogue.js';
import type { Translation } from '../translation.js';

export const SCREEN: Translation<typeof SCREEN_ENGLISH> = {
  'screen-own': 'המסך שלך',
  'screen-of': 'המסך של \u2068{name}\u2069',
  'said-screen-on': 'שיתוף מסך של \u2068{name}\u2069',
  'said-screen-off': 'השיתוף של \u2068{name}\u2069 הופסק',
  'said-own-screen-on': 'המסך שלך משותף',
  'said-own-screen-off': 'שיתוף המסך שלך הופסק',
};
