import type { CONTROLS_ENGLISH } from '../../controls-catalogue.js';
import type { Translation } from '../translation.js';

export const CONTROLS: Translation<typeof CONTROLS_ENGLISH> = {
  'panel-chat': 'צ׳אט',
  'panel-people': 'משתתפים',
  'panel-settings': 'הגדרות',
  'panel-close': 'סגירה',
};
