import type { SCREEN_ENGLISH } from '../../screen-catalogue.js';
import type { Translation } from '../translation.js';

export const SCREEN: Translation<typeof SCREEN_ENGLISH> = {
  'screen-own': 'شاشتك',
  'screen-of': 'شاشة \u2068{name}\u2069',
  'said-screen-on': 'مشاركة الشاشة من \u2068{name}\u2069',
  'said-screen-off': 'توقفت المشاركة من \u2068{name}\u2069',
  'said-own-screen-on': 'شاشتك قيد المشاركة',
  'said-own-screen-off': 'توقفت مشاركة شاشتك',
};
