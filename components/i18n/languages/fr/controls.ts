import type { CONTROLS_ENGLISH } from '../../controls-catalogue.js';
import type { Translation } from '../translation.js';

export const CONTROLS: Translation<typeof CONTROLS_ENGLISH> = {
  'panel-chat': 'Discussion',
  'panel-people': 'Participants',
  'panel-settings': 'Réglages',
  'panel-close': 'Fermer',
};
