import type { CONTROLS_ENGLISH } from '../../controls-catalogue.js';
import type { Translation } from '../translation.js';

export const CONTROLS: Translation<typeof CONTROLS_ENGLISH> = {
  'panel-chat': 'Chat',
  'panel-people': 'Personas',
  'panel-settings': 'Ajustes',
  'panel-close': 'Cerrar',
};
