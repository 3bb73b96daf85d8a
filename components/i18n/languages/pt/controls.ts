import type { CONTROLS_ENGLISH } from '../../controls-catalogue.js';
import type { Translation } from '../translation.js';

export const CONTROLS: Translation<typeof CONTROLS_ENGLISH> = {
  'panel-chat': 'Chat',
  'panel-people': 'Pessoas',
  'panel-settings': 'Configurações',
  'panel-close': 'Fechar',
};
